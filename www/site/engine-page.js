// engine.html: scores the response in the text box as it is typed.
const $ = (id) => document.getElementById(id);
const answers = (changes) => ({ ...Object.fromEntries([4, 5, 3, 4, 5, 4, 2, 4, 3, 1, 4, 5].map((code, i) => [i + 1, code])), ...changes });
const response = (changes) => ({ instrument: "alliance", form: "client", language: "en", answers: answers(changes) });
// undefined leaves the answer out when the example is written as JSON
const EXAMPLES = { complete: {}, missing: { 6: undefined }, wrong: { 3: 9 } };

const REASONS = {
  tooFewAnswered: "not scored: too few answers",
  invalidAnswer: "not scored: an answer is not valid",
};

try {
  const { ready, Instrument, version } = await import("./engine/engine.js");
  await ready();
  const definition = await fetch("./instruments/alliance.json").then((answer) => answer.json());
  start(new Instrument(definition), version());
} catch (error) {
  say("The engine could not start here.", describe(error));
}

function start(instrument, version) {
  const outline = instrument.outline("client", "en");
  const names = new Map(outline.scales.map(({ scale, name }) => [scale, name]));
  const update = () => draw(instrument, names, version);

  for (const button of document.querySelectorAll("[data-example]")) {
    button.addEventListener("click", () => {
      $("response").value = JSON.stringify(response(EXAMPLES[button.dataset.example]), null, 2);
      mark(button);
      update();
    });
  }
  $("response").addEventListener("input", () => {
    mark(null);
    update();
  });
  document.querySelector("[data-example]").click();
}

function mark(chosen) {
  for (const button of document.querySelectorAll("[data-example]")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
}

function draw(instrument, names, version) {
  $("result").hidden = true;
  let value;
  try {
    value = JSON.parse($("response").value);
  } catch (error) {
    return say("This is not JSON yet. Often a comma or a quotation mark is missing.", [error.message]);
  }
  try {
    const report = instrument.score(value);
    $("summary").textContent = `${report.instrument.id} ${report.instrument.version}, engine ${version}. `
      + `${report.quality.answered} of ${report.quality.items} answered.`;
    $("scores").replaceChildren(...report.scores.map((score) => row(score, names)));
    $("issues").replaceChildren(...report.issues.map(issue));
    $("report").textContent = JSON.stringify(report, null, 2);
    $("result").hidden = false;
    say("");
  } catch (error) {
    say("The engine cannot read this response.", describe(error));
  }
}

function row(score, names) {
  const note = score.notScored ? REASONS[score.notScored] ?? score.notScored : score.prorated ? "prorated" : "";
  const line = document.createElement("tr");
  const name = element("th", names.get(score.scale) ?? score.scale);
  name.scope = "row";
  const numbers = [
    score.value === null ? "none" : score.value.toFixed(2),
    `${score.min} to ${score.max}`,
    `${score.answered} of ${score.answered + score.missing}`,
  ].map((text) => element("td", text, "number"));
  line.append(name, ...numbers, element("td", note));
  return line;
}

function issue({ severity, code, expression, diagnostics }) {
  const line = element("li", `${severity}: ${diagnostics} `);
  line.append(element("code", [code, expression].filter(Boolean).join(" at ")));
  return line;
}

// Every fault the engine found, one a line; any other error in its own words.
function describe(error) {
  const faults = error.issues ?? [];
  if (faults.length === 0) return [`${error.name}: ${error.message}`];
  return faults.map(({ code, expression, diagnostics }) => `${error.name} ${code}${expression ? ` at ${expression}` : ""}: ${diagnostics}`);
}

function say(sentence, details = []) {
  const state = $("state");
  state.hidden = !sentence;
  state.replaceChildren(sentence, ...details.flatMap((detail) => [document.createElement("br"), element("code", detail)]));
}

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

// What a person takes out: the plain text, and the data with the report and the response.
import { answerWords } from "./answer-words.ts";
import type { App } from "./app.ts";
import { axis } from "./chart.ts";
import { answers } from "./instruments.ts";
import { scaleWords } from "./score-words.ts";

export function summaryText(app: App): string {
  const { messages, outline, state, fill } = app;
  const lines = [
    fill(outline.title),
    messages.sheet.date(day(app)),
    "",
    messages.sheet.result,
    ...(state.report?.scores ?? []).map((score) => {
      const { sentence, note } = scaleWords(app, score);
      return `- ${note ? `${sentence} ${note}` : sentence}`;
    }),
    axis(app, state.report?.scores ?? []).sentence,
    "",
    messages.sheet.answers,
    ...outline.items.map((item, at) => `${at + 1}. ${fill(item.text)} ${answerWords(app, item)}`),
    "",
    messages.result.is,
    messages.result.isNot(app.practitioner),
    ...(outline.instrument.status === "open" ? [messages.result.isNew] : []),
    "",
    madeWith(app),
  ];
  return `${lines.join("\n")}\n`;
}

export function summaryData(app: App): string {
  const { outline, state } = app;
  const { id, version } = outline.instrument;
  const response = {
    instrument: id,
    version,
    form: outline.form,
    language: outline.language,
    // null is asked and declined; an item with no answer is left out.
    answers: Object.fromEntries(answers(state, outline)),
    finishedAt: state.finishedAt,
  };
  return `${JSON.stringify({ response, report: state.report }, null, 2)}\n`;
}

export function day({ messages, state }: App): string {
  const when = state.finishedAt === null ? new Date() : new Date(state.finishedAt);
  return when.toLocaleDateString(messages.locale, { dateStyle: "long" });
}

export function madeWith({ messages, outline }: App): string {
  const { id, version, digest } = outline.instrument;
  return messages.sheet.made(id, version, digest.slice(0, 16));
}

// Every sentence of the form's interface, in English.
import type { Group, Way } from "../proof.ts";

type Counted = (count: number) => string;

const practitioners: Record<string, string> = {
  therapist: "therapist",
  counsellor: "counsellor",
  psychologist: "psychologist",
  physiotherapist: "physiotherapist",
  nurse: "nurse",
  coach: "coach",
  guide: "guide",
};

const proofRows: Record<Group, string> = {
  send: "Sending anything over the internet",
  direct: "Connecting straight to another device",
  store: "Storing answers in this browser",
  around: "Reading the page around this form",
  code: "Running code that is not part of this form",
};

const proofWays: Record<Way, string> = {
  fetch: "a request (fetch)",
  xhr: "an older kind of request (XMLHttpRequest)",
  socket: "a lasting connection (WebSocket)",
  stream: "a stream of messages (EventSource)",
  beacon: "a message at the end of a visit (beacon)",
  image: "loading a picture from elsewhere",
  peer: "direct connection (WebRTC, WebTransport)",
  local: "local storage",
  database: "database (IndexedDB)",
  cookie: "cookie",
  parent: "opening the document around the form",
  eval: "turning text into code",
};

const notScoredReasons: Record<string, string> = {
  tooFewAnswered: "too few answers for this part",
  notAsked: "this part was not asked",
  partNotScored: "a part that it is made of has no score",
  invalidAnswer: "answers that could not be read",
};

export const en = {
  language: "en" as string,
  locale: "en-GB" as string,
  practitioners,
  frame: {
    name: "Private form",
    exit: "Exit",
    exitHint: "Exit closes the form and erases your answers. Pressing Escape twice does the same.",
  },
  start: {
    length: (minutes: number, items: number) =>
      `${items} short sentences. About ${minutes === 1 ? "1 minute" : `${minutes} minutes`}.`,
    isNew: "This questionnaire is new and not validated. Its numbers are for thinking and talking, nothing more.",
    facts: [
      ["Who sees this", "Only you, unless you show it. Nothing is sent."],
      ["Where it is kept", "Only in this open page. Nothing is stored."],
      ["How to erase it", "Press Exit, or leave or reload this page. To go back, use the Back button in the form."],
    ] as [string, string][],
    begin: "Start",
    otherLanguage: "This form is not available in the language asked for. It is shown in English.",
    erased: "Everything is erased. You can start again or close this page.",
  },
  proof: {
    title: "Checked by trying it, when this form opened",
    checking: "Checking what this browser blocks.",
    rows: proofRows,
    ways: proofWays,
    blocked: ((ways) => (ways === 1 ? "blocked." : `blocked. Tried ${ways} ways.`)) as Counted,
    removed: "switched off.",
    absent: "not possible in this browser.",
    unproven: "could not be checked here.",
    open: "not blocked.",
    outcomes: { blocked: "refused", open: "not refused", unproven: "no clear answer", absent: "not possible in this browser", removed: "taken away by the form" },
    warning: "Please do not answer here. Something that should be blocked was not. Close this page and tell its owner.",
    sealed: "Your browser keeps this form closed.",
    partly: ((count) =>
      `${count === 1 ? "One thing" : `${count} things`} could not be checked here. Look at the list before you start.`) as Counted,
    details: "How this was checked",
    method: "The form tried these once when it opened, aimed only at your own device. Each counts as blocked only if the browser itself said no. What it does not need at all it took away.",
    limits: "This cannot rule out an add-on in your browser, or a person who can see your screen. No readable answer leaves this device unless you take it out yourself.",
  },
  item: {
    progress: (at: number, of: number) => `${at} of ${of}`,
    decline: "Prefer not to answer",
    back: "Back",
    next: "Next",
    toReview: "Back to your answers",
  },
  review: {
    title: "Your answers",
    lead: "Look through them. You can change any of them.",
    missing: ((count) =>
      count === 1 ? "One sentence has no answer yet. That is fine. You can go on." : `${count} sentences have no answer yet. That is fine. You can go on.`) as Counted,
    noAnswer: "No answer yet",
    declined: "Prefer not to answer",
    change: "Change",
    add: "Answer",
    named: (label: string, text: string) => `${label}: ${text}`,
    finish: "See the result",
  },
  result: {
    title: "Your result",
    lead: "This is what your answers come to.",
    same: (name: string, value: string, word: string) => `${name}: ${value}, the same as “${word}”.`,
    close: (name: string, value: string, word: string) => `${name}: ${value}, close to “${word}”.`,
    between: (name: string, value: string, low: string, high: string) => `${name}: ${value}, between “${low}” and “${high}”.`,
    plain: (name: string, value: string, min: string, max: string) => `${name}: ${value}, on a line from ${min} to ${max}.`,
    prorated: (answered: number, items: number) => `From ${answered} of ${items} answers.`,
    notScored: (name: string, reason: string) => `${name}: no number, because there were ${reason}.`,
    reasons: notScoredReasons,
    otherReason: "answers that cannot be added up",
    chart: "The same as a picture",
    axis: (low: string, high: string) => `Each number goes from ${low} to ${high}. A higher number is better.`,
    end: (number: string, word: string) => `${number} (${word})`,
    table: "The same as a table",
    columns: ["Part", "Number", "Answers used"] as [string, string, string],
    none: "none",
    used: (answered: number, items: number) => `${answered} of ${items}`,
    meaning: "What this is",
    is: "It shows how working together feels to the person who answered, on one day. Use it to think, or to start a talk.",
    isNot: (practitioner: string) =>
      `It says nothing about health, about what will happen, or about how good a ${practitioner} is.`,
    isNew: "The questionnaire is new and not validated. There are no numbers of other people to compare with.",
    sentTitle: "What was sent",
    sentNothing: "Nothing. Your browser lists no request since this form opened.",
    sentOpen: "This browser did not keep the form closed, so we cannot say.",
    sentSome: ((count) =>
      `Your browser lists ${count === 1 ? "1 request" : `${count} requests`} made since this form opened. The form did not ask for this. An add-on in your browser may have.`) as Counted,
    sentUnknown: "This browser does not let the form count requests.",
    refused: ((count) =>
      count === 0 ? "No attempt had to be blocked." : count === 1 ? "1 attempt was blocked since then." : `${count} attempts were blocked since then.`) as Counted,
    back: "Change answers",
    keep: "Keep or erase",
  },
  keep: {
    title: "Keep or erase",
    lead: "This page keeps nothing. When you leave it, your answers are gone.",
    print: "Print",
    printHint: "Your result and answers on paper, or as a PDF.",
    saveText: "Save to read",
    saveTextHint: "A plain text file. Anyone who opens it can read it.",
    saveData: "Save as data",
    saveDataHint: "A file for programs (JSON). Anyone who opens it can read it.",
    saved: "The file was handed to your browser. Look in your downloads. If it is not there, this page does not allow saving: print instead.",
    erase: "Erase everything",
    eraseHint: "Your answers and the result are removed from this page.",
    confirm: "Erase all answers and the result? This cannot be undone.",
    eraseYes: "Yes, erase",
    eraseNo: "No, keep them for now",
    back: "Back to the result",
  },
  sheet: {
    date: (date: string) => `Date: ${date}`,
    answers: "Answers",
    result: "Result",
    made: (id: string, version: string, digest: string) => `Made with ${id} ${version}, fingerprint ${digest}.`,
  },
  fault: {
    title: "This form cannot run here",
    engineMissing: "This browser cannot run the part that works out the result. It may be too old, or a safety setting is on. You can open this page in another browser, or ask for the form on paper.",
    unknownInstrument: "The questionnaire asked for is not in this form. Please tell the owner of the page.",
    engineFault: "Something went wrong inside the form while working out the result. No number is shown, because it could be wrong. Your answers are still here.",
    working: "Working it out.",
    toReview: "Back to your answers",
  },
};

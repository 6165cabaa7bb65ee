// The form as a whole: what all screens share, and the way from one to the next.
import type { FromForm, Settings } from "../channel.ts";
import { directionOf, messagesFor, type Messages } from "../messages/index.ts";
import { verdictOf, type Outcome, type Probe } from "../proof.ts";
import { loadEngine, score } from "./engine.ts";
import { exitOnEscape, wipeOnLeaving } from "./leaving.ts";
import type { BuiltInstrument, Outline } from "./model.ts";
import { answers, findOutline, readInstruments } from "./instruments.ts";
import { faultScreen, type Fault } from "./screens/fault.ts";
import { itemScreen } from "./screens/item.ts";
import { keepScreen } from "./screens/keep.ts";
import { resultScreen } from "./screens/result.ts";
import { reviewScreen } from "./screens/review.ts";
import { startScreen } from "./screens/start.ts";
import { openShell, type Drawn } from "./shell.ts";
import { emptyState, wipe, type ScreenName, type State } from "./state.ts";

export interface App {
  messages: Messages;
  outline: Outline;
  state: State;
  probes: Probe[];
  /** What the proof came to; "open" closes the way into the form. */
  verdict: Promise<Outcome>;
  /** The language asked for is not here, and English is shown. */
  otherLanguage: boolean;
  practitioner: string;
  /** Fills the practitioner's noun into a text of the instrument. */
  fill(text: string): string;
  go(screen: ScreenName): void;
  open(at: number, changing: boolean): void;
  finish(): Promise<void>;
  erase(): void;
  announce(text: string): void;
  tell(message: FromForm): void;
}

const SCREENS: Record<Exclude<ScreenName, "fault">, (app: App) => Drawn> = {
  start: startScreen,
  item: itemScreen,
  review: reviewScreen,
  result: resultScreen,
  keep: keepScreen,
};

export function openForm(settings: Settings, door: MessagePort, probes: Probe[]): void {
  const messages = messagesFor(settings.language);
  const nouns = messages.practitioners;
  const practitioner = (Object.hasOwn(nouns, settings.practitioner) ? nouns[settings.practitioner] : nouns.therapist) ?? "";
  const state = emptyState();
  const instruments = readInstruments();
  const tell = (message: FromForm): void => door.postMessage(message);
  let finished = false;

  document.documentElement.lang = messages.language;
  document.documentElement.dir = directionOf(messages.language);

  const exit = (): void => {
    wipe(state);
    shell.clear();
    tell({ type: "exit" });
  };
  const shell = openShell(messages, exit);
  const fail = (fault: Fault, back?: () => void): void => {
    state.screen = "fault";
    shell.show("fault", faultScreen(messages, fault, back), true);
  };

  exitOnEscape(exit);
  const found = findOutline(instruments, settings);
  if (!found) {
    fail("unknownInstrument");
    tell({ type: "fault" });
    return;
  }
  const { built, outline }: { built: BuiltInstrument; outline: Outline } = found;

  // Loading goes on while the person reads; a failure is told where it matters, when a result is asked for.
  const loading = loadEngine();
  const app: App = {
    messages, outline, state, probes, practitioner, tell,
    verdict: verdictOf(probes),
    otherLanguage: outline.language !== settings.language,
    fill: (text) => text.replaceAll("{practitioner}", practitioner),
    announce: shell.announce,
    go(screen) {
      if (screen === "fault") return;
      state.screen = screen;
      shell.show(screen, SCREENS[screen](app), true);
    },
    open(at, changing) {
      Object.assign(state, { at, changing });
      app.go("item");
    },
    async finish() {
      shell.announce(messages.fault.working);
      let fault: Fault = "engineMissing";
      try {
        await loading;
        fault = "engineFault";
        state.report = score(built, outline.form, answers(state, outline));
        state.finishedAt = new Date().toISOString();
      } catch {
        fail(fault, () => app.go("review"));
        return;
      }
      app.go("result");
      if (!finished) tell({ type: "finished" });
      finished = true;
    },
    erase() {
      wipe(state);
      app.go("start");
      app.announce(messages.start.erased);
    },
  };

  shell.show("start", startScreen(app), false);
  tell({ type: "ready" });
  loading.catch(() => {
    if (state.screen === "start") fail("engineMissing");
  });
  wipeOnLeaving(() => {
    wipe(state);
    shell.clear();
  }, () => app.go("start"));
}

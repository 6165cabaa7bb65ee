// An answer in words, as the review, the print and the saved text show it.
import type { App } from "./app.ts";
import type { Item } from "./model.ts";

export function answerWords({ messages, state, fill }: App, item: Item): string {
  const answer = state.answers.get(item.linkId);
  if (answer === undefined) return messages.review.noAnswer;
  if (answer === null) return messages.review.declined;
  const option = item.options.find(({ code }) => code === answer);
  return option ? fill(option.display) : String(answer);
}

import { civilDateWords } from "../../calendar/date-words";
import type { Details, Sentences } from "./details";

/** Who works on a claim. */
export const assignmentEvents = {
  "claim.assigned": assigned,
  "claim.offered": () => "offered the claim to other fact-checkers, because nobody works on it",
  "claim.offer_ended": () => "took the offer of the claim back, because somebody works on it",
  "claim.recused": (of) => {
    const was = {
      lead: " and is not its lead any more",
      second: " and does not decide second any more",
    };
    const part = of.text("was");
    return `declared a conflict of interest${part === "lead" || part === "second" ? was[part] : ""}${of.reason()}`;
  },
  "review.handed_over": (of) =>
    `handed the review${of.from("former")} over to ${of.text("person") ?? "a colleague"}${of.reason()}`,
  "review.second_handed_over": (of) =>
    `handed the second verdict${of.from("former")} over to ${of.text("person") ?? "a colleague"}${of.reason()}`,
  "claim.taken_over": (of) => `took the lead of this claim over${of.from("former")}`,
} satisfies Sentences;

function assigned(of: Details): string {
  const lead = of.text("lead");
  const second = of.text("second");
  if (lead === null || second === null) return "assigned the claim";
  const due = of.text("dueOn");
  const priority = of.text("priority");
  return [
    `assigned the claim to ${lead}, with ${second} as second reviewer`,
    due === null ? "" : `, due ${civilDateWords(due)}`,
    priority === null || priority === "normal" ? "" : `, ${priority} priority`,
    of.exception(),
    of.reason(),
  ].join("");
}

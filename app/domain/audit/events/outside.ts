import { civilDateWords } from "../../calendar/date-words";
import type { Sentences } from "./details";

/** People from outside who were asked: guest experts, and those the claim is about. */
export const outsideEvents = {
  "review.expert_asked": (of) =>
    `made a link for a guest expert${of.number("days") === null ? "" : `, good for ${of.number("days")} days`}`,
  "review.expert_opened": () => "opened the link to this claim",
  "review.expert_answered": () => "answered the desk’s question",
  "review.expert_link_revoked": () => "took the link of a guest expert back",
  "review.expert_taken_up": () => "took a guest expert’s answer into the evidence",
  "review.reply_asked": (of) => {
    const due = of.text("dueOn");
    return `recorded that somebody was asked for comment${due === null ? "" : `, until ${civilDateWords(due)}`}`;
  },
  "review.reply_recorded": (of) => {
    const kind = of.text("kind");
    const what =
      kind === "answered" ? "an answer" : kind === "declined" ? "a refusal" : "no answer";
    return `recorded ${what} to a request for comment`;
  },
} satisfies Sentences;

import type { Details, Sentences } from "./details";

/** Writing, deciding and signing a verdict. */
export const reviewEvents = {
  "review.row_set_aside": (of) =>
    `set row ${of.number("row") ?? "of unknown number"} of the review aside, because it cannot be read`,
  "review.write_refused": (of) => {
    switch (of.text("kind")) {
      case "foreign_client":
        return "tried to write in the review under somebody else’s client id, which was refused";
      case "presence":
        return "tried to appear in the review as somebody else, which was refused";
      case "comment":
        return "tried to write or change a comment as somebody else, which was refused";
      case "read_only":
        return "tried to write in the review without the right to, which was refused";
      default:
        return "tried to write in the review, which was refused";
    }
  },
  "review.help_asked": (of) =>
    `asked for help with the review:${of.quoted("question") || " no question"}`,
  "review.help_answered": (of) =>
    `answered the question of the review:${of.quoted("answer") || " nothing"}`,
  "review.submitted": (of) =>
    `submitted ${of.version("the verdict")} for the second review${of.reason()}`,
  "review.returned": (of) => `returned the review to its lead${of.reason()}`,
  "review.second_verdict": secondVerdict,
  "review.signed_off": (of) => `signed ${of.version("the verdict")}${of.hash()}${of.reason()}`,
  "review.reopened": (of) => {
    const voided = of.list("voided").length;
    const effect =
      voided === 0
        ? ""
        : `, which voided ${voided === 1 ? "the signature" : `${voided} signatures`}`;
    return `reopened the review${effect}${of.reason()}`;
  },
  "review.signature_voided": (of) => `voided a signature${of.hash()}${of.reason()}`,
} satisfies Sentences;

function secondVerdict(of: Details): string {
  const agrees = of.flag("agrees");
  const chosen = of.rating("rating");
  return [
    "gave the second verdict",
    chosen === null ? "" : ` “${chosen}”`,
    agrees === null
      ? ""
      : agrees
        ? ", which agrees with the first"
        : ", which differs from the first",
    of.reason(),
  ].join("");
}

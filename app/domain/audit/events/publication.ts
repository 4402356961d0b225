import { instantWords } from "../../calendar/date-words";
import type { Details, Sentences } from "./details";

function instantIn(of: Details, key: string): string {
  const at = of.text(key);
  return at === null || Number.isNaN(Date.parse(at)) ? "a time" : instantWords(at);
}

/** What readers are shown, and what leads there. */
export const publicationEvents = {
  "claim.published": (of) =>
    `published ${(of.number("publication") ?? 1) > 1 ? "the corrected verdict" : "the verdict"}${of.hash()}${of.exception()}${of.reason()}`,
  "claim.correction_begun": (of) =>
    `began a correction of the published verdict${of.text("kind") === null ? "" : `, as:${of.quoted("kind")}`}${of.reason()}`,
  "claim.correction_kind": (of) => `chose what kind of correction it is:${of.quoted("kind")}`,
  "claim.typo_mended": (of) =>
    `mended a typo in the published verdict:${of.quoted("wrong")} is now${of.quoted("right")}${of.hash()}${of.reason()}`,
  "claim.retraction_asked": (of) => `asked for the published verdict to be retracted${of.reason()}`,
  "claim.retraction_taken_back": () => "took the request for a retraction back",
  "claim.upheld": (of) => `kept the verdict as published${of.reason()}`,
  "claim.retracted": (of) => `retracted the published verdict${of.reason()}`,
  "report.published": (of) => {
    const count = of.number("verdicts");
    const verdicts =
      count === null ? "" : ` with ${count === 1 ? "1 verdict" : `${count} verdicts`}`;
    return `published the report${of.quoted("headline")}${verdicts}`;
  },
  "report.unpublished": (of) => `unpublished the report${of.quoted("headline")}${of.reason()}`,
  "report.republished": (of) => `published the report${of.quoted("headline")} again${of.reason()}`,
  "report.embargo_set": (of) =>
    `set that the report is published at ${instantIn(of, "until")}${of.flag("replaced") === true ? ", instead of an earlier time" : ""}${of.exception()}`,
  "report.embargo_cancelled": (of) =>
    `took back that the report is published at ${instantIn(of, "until")}`,
  "report.embargo_failed": (of) =>
    `did not publish the report at the time that was set:${of.quoted("failure")}`,
  "error_report.settled": (of) =>
    `dealt with an error that a reader reported:${of.quoted("outcome")}`,
  "claim.cleared": (of) =>
    `cleared ${of.version("the verdict")} for publication${of.hash()}${of.exception()}${of.reason()}`,
  "claim.clearance_withdrawn": (of) => `took the clearance of the verdict back${of.reason()}`,
} satisfies Sentences;

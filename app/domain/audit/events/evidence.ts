import type { Sentences } from "./details";

/** Sources and what is kept of them. */
export const evidenceEvents = {
  "capture.kept": (of) => {
    const hash = of.text("warc");
    return `captured a source${hash === null ? "" : ` (WARC ${hash.slice(0, 12)}…)`}`;
  },
  "capture.asked_again": () => "asked for a source to be captured again",
  "capture.copied": (of) =>
    of.text("kind") === "timestamp"
      ? "had the capture of a source timestamped"
      : "had a source copied by the Internet Archive",
  "capture.source_lost": (of) =>
    of.text("outcome") === "gone"
      ? "found that a captured source is gone"
      : "found that a captured source has changed in what is quoted",
  "capture.later_kept": (of) => {
    const hash = of.text("warc");
    return `kept what a captured source says since${hash === null ? "" : ` (WARC ${hash.slice(0, 12)}…)`}`;
  },
  "capture.withheld": (of) => `withheld the capture of a source from readers${of.reason()}`,
  "capture.withholding_ended": () => "withheld the capture of a source no longer",
  "evidence.file_added": (of) => {
    const hash = of.text("sha256");
    return `put a file beside a source${hash === null ? "" : ` (SHA-256 ${hash.slice(0, 12)}…)`}`;
  },
} satisfies Sentences;

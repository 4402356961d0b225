import { expect, it } from "vitest";

import type { PublicationRecord, PublicRecord } from "~/domain/log/public-record";
import { withReplaced } from "~/domain/report/publication";
import { compareVerdicts, versionsOf } from "~/domain/report/versions";
import { canonicalText } from "~/domain/verdict/canonical";
import type { CompleteDraft } from "~/domain/verdict/verdict";

import { publishedVerdict, reportSource } from "../../../support/reports";

const at = "2026-01-01T00:00:00Z";
const every = { v: 1 as const, claimId: "c", slug: "it-rained", contentHash: "x", reportId: "r" };

function record(
  number: number,
  changes: Partial<PublicationRecord> = {},
  draft: Partial<CompleteDraft> = {},
): PublicRecord {
  const { text: _text, ...source } = reportSource();
  return {
    ...every,
    ...{ kind: number === 1 ? "published" : "corrected", number, shortClaim: "It rained" },
    content: canonicalText(publishedVerdict({ draft }).content),
    ...{ credits: [], exceptions: [], settlement: null, replies: null, publishedAt: at },
    report: {
      ...{ slug: "rome", headline: "Rome", summary: "Rain", source, demo: false },
      ...{ publishedBy: "Edda", publishedAt: at, updatedAt: at },
    },
    ...changes,
  };
}
const logged = (records: readonly PublicRecord[]) =>
  records.map((one, entry) => ({ entry, record: one }));

it("the versions are the publications of the log, each with what it was to the one before", () => {
  const update = { kind: "update" as const, reason: "It met again" };
  const versions = versionsOf(
    logged([
      record(1),
      { ...every, kind: "correction_begun", number: 1, reason: "x", since: at },
      record(2),
      { ...every, kind: "upheld", number: 2 },
      record(3, { correction: update }),
      { ...every, kind: "retracted", number: 3, reason: "x", since: at },
    ]),
    [
      { kind: "being_corrected", reason: "The date is wrong", at },
      { kind: "corrected", reason: "The date is wrong", at },
      { kind: "corrected", reason: "It met again", at, correction: "update" },
    ],
  );
  // Before there were kinds, a correction is a correction, and its reason is known from elsewhere.
  expect(
    versions.map(({ entry, revision, isKindKnown }) => [entry, revision, isKindKnown]),
  ).toEqual([
    [0, null, false],
    [2, { kind: "correction", reason: "The date is wrong" }, false],
    [4, update, true],
  ]);
});

it("two versions differ in the claim in short and in whatever was signed", () => {
  const [one, two] = versionsOf(
    logged([record(1), record(2, { shortClaim: "It snowed" }, { rating: "false" })]),
    [],
  );
  if (!one || !two) throw new Error("There are two");
  expect(compareVerdicts(one, two)).toMatchObject({
    rating: { from: "mostly_true", to: "false" },
    shortClaim: { from: "It rained", to: "It snowed" },
    ...{ statement: null, summary: null, rationale: null, evidence: [] },
  });
});

it("each correction leads to the version that it replaced, verdict by verdict", () => {
  const change = (claimId: string, kind: "corrected" | "upheld") => ({
    ...{ claimId, kind, reason: "", at },
  });
  const all = [
    change("a", "corrected"),
    change("b", "corrected"),
    change("a", "upheld"),
    change("a", "corrected"),
  ];
  expect(withReplaced(all).map(({ replaced }) => replaced)).toEqual([1, 1, null, 2]);
});

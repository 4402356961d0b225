import { expect, test } from "vitest";

import { checkDraft, summaryLimit } from "~/domain/verdict/check-draft";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { completeDraft, evidence } from "../../../support/drafts";

const missingOf = (draft: ReviewDraft) => {
  const checked = checkDraft(draft);
  return checked.ok ? [] : checked.error.map(({ field }) => field);
};

test("a complete draft may be submitted", () => {
  expect(checkDraft(completeDraft()).ok).toBe(true);
});

test("an empty draft names everything that is missing", () => {
  expect(missingOf({ rating: null, summary: " ", rationale: [], evidence: [] })).toEqual([
    "rating",
    "summary",
    "rationale",
    "evidence",
  ]);
});

test("a rationale of blank paragraphs is no rationale", () => {
  const rationale = [{ type: "paragraph" as const, runs: [{ text: "  " }] }];
  expect(missingOf({ ...completeDraft(), rationale })).toEqual(["rationale"]);
});

test("a summary over the limit is said with its length", () => {
  const checked = checkDraft({ ...completeDraft(), summary: "x".repeat(summaryLimit + 1) });
  expect(checked.ok ? "" : checked.error[0]?.message).toContain(String(summaryLimit + 1));
});

test.each(["javascript:alert(1)", "data:text/html,x", "//host", "not a url", "ftp://x.example"])(
  "evidence at %s is refused",
  (url) => {
    expect(missingOf({ ...completeDraft(), evidence: [evidence({ url })] })).toEqual(["evidence"]);
  },
);

test("a footnote of a source that was removed keeps the draft back, and one of a source does not", () => {
  const noted = (id: string) => ({
    ...completeDraft(),
    rationale: [{ type: "paragraph" as const, runs: [{ text: "So." }, { footnote: id }] }],
  });
  expect(missingOf(noted("e1"))).toEqual([]);
  expect(missingOf(noted("gone"))).toEqual(["rationale"]);
});

test("footnotes alone are no rationale", () => {
  const rationale = [{ type: "paragraph" as const, runs: [{ footnote: "e1" }] }];
  expect(missingOf({ ...completeDraft(), rationale })).toEqual(["rationale"]);
});

import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { canonicalText, verdictContent, withRating } from "~/domain/verdict/canonical";
import { verdictContentSchema } from "~/domain/verdict/content";

import { claim } from "../../../support/claims";
import { completeDraft, evidence } from "../../../support/drafts";

const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const content = () => verdictContent(claim(), "ab".repeat(32), completeDraft());

test("the same content has the same bytes, in whatever order it was put together", () => {
  const reordered = Object.fromEntries(Object.entries(content()).toReversed());
  expect(canonicalText(verdictContentSchema.parse(reordered))).toBe(canonicalText(content()));
});

test("any change of content changes the hash", () => {
  const before = hash(canonicalText(content()));
  expect(hash(canonicalText(withRating(content(), "false")))).not.toBe(before);
  const edited = verdictContent(claim(), "ab".repeat(32), completeDraft({ summary: "Other." }));
  expect(hash(canonicalText(edited))).not.toBe(before);
});

test("content survives being stored as text", () => {
  expect(verdictContentSchema.parse(JSON.parse(canonicalText(content())))).toEqual(content());
});

test("content with a link that runs script cannot be written down", () => {
  const rationale = [
    { type: "paragraph" as const, runs: [{ text: "x", href: "javascript:alert(1)" }] },
  ];
  expect(() => verdictContent(claim(), "ab".repeat(32), completeDraft({ rationale }))).toThrow();
});

const footnoted = [{ type: "paragraph" as const, runs: [{ text: "So." }, { footnote: "e1" }] }];
const cell = { blocks: [{ type: "paragraph" as const, runs: [{ text: "2024" }] }] };
const quotedTable = [
  { type: "quote" as const, blocks: [{ type: "table" as const, rows: [[cell]] }] },
];

/** As a verdict was before anything was said of its sources as a whole. */
const early = (rationale = completeDraft().rationale) =>
  verdictContent(claim(), "ab".repeat(32), completeDraft({ rationale, sourcing: undefined }));

test("content of the first schema has the hash that it always had", () => {
  expect(hash(canonicalText(early()))).toBe(
    "ebb5a9a41303a531f3ea96ce0e0f14bc440cc528230df1ae7858f0c0071e2369",
  );
});

test.each([
  ["a footnote", footnoted],
  ["a table", quotedTable],
])("content with %s is of the second schema, and of no other", (_what, rationale) => {
  const written = early(rationale);
  expect(written.schema).toBe("countersign/verdict/2");
  expect(verdictContentSchema.parse(JSON.parse(canonicalText(written)))).toEqual(written);
  const older = { ...written, schema: "countersign/verdict/1" };
  expect(verdictContentSchema.safeParse(older).success).toBe(false);
});

test("signed content of an earlier schema is read, and written again, to the letter", () => {
  for (const before of [early(), early(footnoted)]) {
    const text = canonicalText(before);
    expect(canonicalText(verdictContentSchema.parse(JSON.parse(text)))).toBe(text);
  }
});

test.each([
  ["an author", { author: "Ada" }],
  ["an origin", { derivedFrom: "origin:Agency" }],
  ["who looked", { accessedBy: "Lea" }],
  ["an expert", { sourceType: "expert" as const }],
  ["a measurement", { sourceType: "own_measurement" as const }],
])("content with %s is of the third schema, and of no other", (_what, changes) => {
  const draft = completeDraft({ evidence: [evidence(changes)], sourcing: undefined });
  const written = verdictContent(claim(), "ab".repeat(32), draft);
  expect(written.schema).toBe("countersign/verdict/3");
  const older = { ...written, schema: "countersign/verdict/2" };
  expect(verdictContentSchema.safeParse(older).success).toBe(false);
});

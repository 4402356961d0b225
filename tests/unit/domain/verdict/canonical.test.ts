import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { canonicalText, verdictContent, withRating } from "~/domain/verdict/canonical";
import { verdictContentSchema } from "~/domain/verdict/content";

import { claim } from "../../../support/claims";
import { completeDraft } from "../../../support/drafts";

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

test("content without tables and footnotes has the hash that it always had", () => {
  expect(hash(canonicalText(content()))).toBe(
    "ebb5a9a41303a531f3ea96ce0e0f14bc440cc528230df1ae7858f0c0071e2369",
  );
});

test.each([
  ["a footnote", footnoted],
  ["a table", quotedTable],
])("content with %s is of the second schema, and of no other", (_what, rationale) => {
  const written = verdictContent(claim(), "ab".repeat(32), completeDraft({ rationale }));
  expect(written.schema).toBe("countersign/verdict/2");
  expect(verdictContentSchema.parse(JSON.parse(canonicalText(written)))).toEqual(written);
  const older = { ...written, schema: "countersign/verdict/1" };
  expect(verdictContentSchema.safeParse(older).success).toBe(false);
});

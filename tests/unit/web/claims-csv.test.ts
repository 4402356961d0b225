import { expect, test } from "vitest";

import { everyClaim } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import { csvHead, csvOfClaims, csvRows } from "~/web/claims-csv";

import { memoryPorts } from "../../support/memory-ports";
import { naughtyStrings } from "../../support/naughty-strings";

const item = (changes: Partial<ClaimItem>): ClaimItem => ({
  id: "1",
  version: 1,
  state: "open",
  statement: "It rained.",
  quote: "It rained.",
  claimant: null,
  type: "event",
  checkWorthiness: 0.5,
  priority: "normal",
  articleId: "a",
  articleTitle: "Weather",
  outlet: null,
  leadId: null,
  leadName: null,
  secondId: null,
  secondName: null,
  recusedIds: [],
  topics: [],
  dueOn: null,
  createdAt: "2026-11-01T00:00:00Z",
  updatedAt: "2026-11-01T00:00:00Z",
  ...changes,
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])(
  "a cell that begins a formula is held by an apostrophe: %j",
  (statement) => {
    expect(csvRows([item({ statement })], [])).toContain(`'${statement}`);
  },
);

test("no naughty string begins a formula", () => {
  for (const statement of naughtyStrings) {
    const cell = `${/^[=+\-@\t\r]/.test(statement) ? "'" : ""}${statement.replaceAll('"', '""')}`;
    expect(csvRows([item({ statement })], [])).toMatch(/^1,/);
    expect(csvRows([item({ statement })], [])).toContain(cell);
  }
});

test("quotes, commas and lines stay in their cell, and the file says that it is UTF-8", () => {
  expect(csvRows([item({ statement: 'He said "no", twice\nand left' })], [])).toContain(
    '"He said ""no"", twice\nand left"',
  );
  expect(csvHead().startsWith("\uFEFFClaim,State,Statement")).toBe(true);
});

test("all pages are written, one after the other, under one head", async () => {
  const { ports } = memoryPorts([]);
  const next = { key: "x", id: "2" };
  const claimList = {
    ...ports.claimList,
    page: async (_filter: unknown, _today: string, { after }: { after: unknown }) =>
      after === null
        ? { rows: [item({ statement: "First" })], next, seq: 1 }
        : { rows: [item({ id: "2", statement: "Second" })], next: null, seq: 1 },
    marks: async (ids: readonly string[]) => ({
      drifted: [],
      asking: ids.filter((id) => id === "2"),
    }),
  };
  const text = await new Response(csvOfClaims({ claimList }, everyClaim, "2026-11-27")).text();
  expect(text.split("\r\n").map((line) => line.split(",")[2])).toEqual([
    "Statement",
    "First",
    "Second",
    undefined,
  ]);
  expect(text.split("\r\n").map((line) => line.split(",").at(-1))).toEqual([
    "Help needed",
    "",
    "yes",
    "",
  ]);
});

test("topics stand in one cell, and none of them begins a formula", () => {
  const topics = [
    { id: "1", name: "=Energy" },
    { id: "2", name: "War" },
  ];
  expect(csvRows([item({ topics })], [])).toContain(",'=Energy; War,");
});

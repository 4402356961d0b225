import { expect, it } from "vitest";

import type { Evidence } from "~/domain/evidence/evidence";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { approvalGates, type ApprovalFacts } from "~/domain/review/gates";
import type { ReplyRequest } from "~/domain/review/right-of-reply";

const source: Evidence = {
  id: "e1",
  title: "Minutes",
  url: "https://council.example/minutes",
  publisher: "",
  publishedOn: "",
  stance: "refutes",
  sourceType: "primary",
  excerpt: "31 to 12",
  locator: "",
  note: "",
  accessedOn: "",
};
const signOff = {
  id: "s1",
  versionId: "v1",
  by: "second",
  capacity: "second" as const,
  contentHash: "ab",
  signedAt: "2024-02-01T10:00:00Z",
  voidedAt: null,
};
const asked: ReplyRequest = {
  id: "r1",
  claimId: "c1",
  asked: "The mayor",
  channel: "email",
  askedOn: "2024-02-01",
  dueOn: "2024-02-03",
  recordedBy: "lead",
  answer: null,
};
const answered: ReplyRequest = {
  ...asked,
  answer: { kind: "answered", words: "So it was.", answeredOn: "2024-02-02", recordedBy: "lead" },
};

const clean: ApprovalFacts = {
  evidence: [source],
  sourcing: [],
  captured: 1,
  version: { id: "v1", contentHash: "ab" },
  second: { blind: true },
  signOffs: [signOff],
  open: { comments: 0, proposals: 0 },
  replies: [answered],
  conflicts: [],
  exceptions: [],
  today: "2024-02-03",
};

const gate = (key: string, facts: Partial<ApprovalFacts>) =>
  approvalGates({ ...clean, ...facts }).find((one) => one.key === key);

it("is met by a clean verdict, and says what does not apply", () => {
  expect(approvalGates(clean).map(({ key, standing }) => [key, standing])).toEqual([
    ["sources", "met"],
    ["captures", "met"],
    ["second", "met"],
    ["signature", "met"],
    ["discussion", "met"],
    ["claimant", "met"],
    ["conflicts", "not_applicable"],
    ["exceptions", "not_applicable"],
  ]);
});

it.each<[string, Partial<ApprovalFacts>, string, RegExp]>([
  ["sources", { evidence: [] }, "not_met", /no source/],
  [
    "sources",
    { evidence: [{ ...source, url: " ", excerpt: "" }] },
    "not_met",
    /“Minutes” lacks an address and an excerpt/,
  ],
  ["captures", { captured: 0 }, "warning", /^Not captured/],
  ["captures", { captured: 1, evidence: [source, source] }, "warning", /1 of 2 sources/],
  ["captures", { evidence: [] }, "not_applicable", /no source/],
  ["second", { second: null }, "not_met", /no second verdict/],
  ["second", { second: { blind: false } }, "warning", /earlier version/],
  ["signature", { signOffs: [] }, "not_met", /No signature/],
  [
    "signature",
    { signOffs: [{ ...signOff, voidedAt: "2024-02-02T10:00:00Z" }] },
    "not_met",
    /No signature/,
  ],
  [
    "signature",
    { signOffs: [{ ...signOff, contentHash: "cd" }] },
    "not_met",
    /not what stands there/,
  ],
  [
    "discussion",
    { open: { comments: 1, proposals: 2 } },
    "not_met",
    /1 comment and 2 proposals open/,
  ],
  ["claimant", { replies: [] }, "not_met", /Nobody/],
  ["claimant", { replies: [answered, asked] }, "warning", /can answer until 3 Feb 2024/],
  ["claimant", { replies: [asked], today: "2024-02-04" }, "warning", /deadline is over/],
  ["conflicts", { conflicts: ["Ana stepped back."] }, "met", /Ana/],
  ["exceptions", { exceptions: ["Ben wrote in it."] }, "warning", /Ben/],
])("%s of %j is %s", (key, facts, standing, words) => {
  expect(gate(key, facts)?.standing).toBe(standing);
  expect(gate(key, facts)?.words).toMatch(words);
});

it("says what a report still needs of the sources, and that it is not published without", () => {
  const facts = { sourcing: sourcingChecks([source], undefined) };
  expect(gate("independent", facts)).toMatchObject({ standing: "not_met" });
  expect(gate("other_side", facts)?.words).toContain("cannot be published without");
});

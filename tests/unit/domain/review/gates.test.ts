import { expect, it } from "vitest";

import type { Evidence } from "~/domain/evidence/evidence";
import type { SourceStanding } from "~/domain/evidence/source-standing";
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

const kept: SourceStanding = {
  ...{ captureId: "c1", state: "kept", failure: null, dueAt: "2024-02-01T10:00:00.000Z" },
  kept: {
    fetchedAt: "2024-02-01T10:00:00.000Z",
    bodyBytes: 10,
    warcSha256: "ab".repeat(32),
    noText: null,
  },
  excerpt: { kind: "found", start: 0, end: 3 },
};
const clean: ApprovalFacts = {
  evidence: [source],
  standings: { [source.id]: kept },
  sourcing: [],
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
  ["captures", { standings: {} }, "warning", /^Not captured/],
  [
    "captures",
    { evidence: [source, { ...source, id: "e2" }] },
    "warning",
    /1 of 2 sources captured. “Minutes”: not captured/,
  ],
  [
    "captures",
    { standings: { [source.id]: { ...kept, kept: null, state: "failed", failure: "timeout" } } },
    "warning",
    /“Minutes”: the site did not answer in time/,
  ],
  [
    "captures",
    { standings: { [source.id]: { ...kept, excerpt: { kind: "missing" } } } },
    "warning",
    /1 of 1 source captured. “Minutes”: the excerpt was not found/,
  ],
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

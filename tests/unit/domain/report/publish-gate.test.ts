import { expect, test } from "vitest";

import { closedBy, exceptionsFor } from "~/domain/report/gate-check";
import {
  publishGate,
  type GateFacts,
  type GateVerdict,
  type ReportWords,
} from "~/domain/report/publish-gate";

const verdict = (changed: Partial<GateVerdict> = {}): GateVerdict => ({
  ...{ claimId: "c1", statement: "The bridge was rejected by 31 votes to 12." },
  ...{ isOwn: false, hasConflict: false, isSigned: true, unmetSources: [], isCleared: false },
  ...{ openReplies: [], openThreads: 0, failedCaptures: 0 },
  ...changed,
});

const facts = (changed: Partial<GateFacts> = {}, one: Partial<GateVerdict> = {}): GateFacts => ({
  ...{ verdicts: [verdict(one)], publisherSigned: false, mustBeCleared: false },
  ...{ mayOverride: false, today: "2026-03-10" },
  ...changed,
});

const words: ReportWords = {
  headline: "The bridge vote",
  summary: "What the council decided.",
  shortClaims: { c1: "The bridge was rejected" },
};

const unmet = (given: GateFacts, written: ReportWords = words) =>
  publishGate(given, written).flatMap(({ id, met, weight }) => (met ? [] : [[id, weight]]));

test("a gate whose checks are all met is open", () => {
  expect(unmet(facts())).toEqual([]);
  expect(closedBy(publishGate(facts(), words), facts(), "")).toEqual([]);
});

const asked = { asked: "The mayor", dueOn: "2026-03-10" };
const cases: readonly [string, GateFacts, Partial<ReportWords>, string, string][] = [
  ["nothing is approved", facts({ verdicts: [] }), {}, "approved", "required"],
  ["a signature does not hold", facts({}, { isSigned: false }), {}, "approved", "required"],
  ["the publisher has a conflict", facts({}, { hasConflict: true }), {}, "conflict", "required"],
  ["the publisher checked it", facts({}, { isOwn: true }), {}, "own_work", "overridable"],
  ["the publisher signed one", facts({ publisherSigned: true }), {}, "signed_none", "overridable"],
  ["sources are lacking", facts({}, { unmetSources: ["One source"] }), {}, "sources", "required"],
  ["the desk asks for a clearance", facts({ mustBeCleared: true }), {}, "cleared", "required"],
  ["there is no headline", facts(), { headline: " a " }, "headline", "required"],
  ["the summary is too long", facts(), { summary: "a".repeat(1001) }, "summary", "required"],
  ["a short claim is missing", facts(), { shortClaims: {} }, "short_claims", "required"],
  ["it is too long", facts(), { shortClaims: { c1: "a".repeat(301) } }, "short_claims", "required"],
  [
    "it rates",
    facts(),
    { shortClaims: { c1: "False: the bridge" } },
    "short_claims_rated",
    "overridable",
  ],
  ["it is long", facts(), { shortClaims: { c1: "a".repeat(76) } }, "short_claims_long", "advice"],
  ["somebody can still answer", facts({}, { openReplies: [asked] }), {}, "replies", "overridable"],
  [
    "silence is not recorded",
    facts({ today: "2026-03-11" }, { openReplies: [asked] }),
    {},
    "replies_unrecorded",
    "advice",
  ],
  ["a thread is open", facts({}, { openThreads: 1 }), {}, "discussion", "overridable"],
  ["a capture failed", facts({}, { failedCaptures: 1 }), {}, "captures", "advice"],
];

test.each(cases)("it says when %s", (_when, given, changed, id, weight) => {
  const gate = publishGate(given, { ...words, ...changed });
  const found = gate.filter(({ met }) => !met);
  expect(found.map((check) => [check.id, check.weight])).toEqual([[id, weight]]);
  expect(found[0]?.remedy).not.toBe("");
});

test("a reason passes over what can be passed over, for who may, and nothing else", () => {
  const admin = facts({ mayOverride: true, publisherSigned: true }, { unmetSources: ["One"] });
  const closed = (given: GateFacts, reason: string) =>
    closedBy(publishGate(given, words), given, reason).map(({ id }) => id);
  expect(closed(admin, "Nobody else is here")).toEqual(["sources"]);
  expect(closed(admin, "  ")).toEqual(["sources", "signed_none"]);
  expect(closed({ ...admin, mayOverride: false }, "Nobody else is here")).toEqual([
    "sources",
    "signed_none",
  ]);
});

test("each claim is told of the exceptions that are its own and that only the app knows of", () => {
  const both = facts({ mayOverride: true, publisherSigned: true });
  const given = {
    ...both,
    verdicts: [verdict({ openThreads: 2, isOwn: true }), verdict({ claimId: "c2" })],
  };
  const gate = publishGate(given, {
    ...words,
    shortClaims: { c1: "The bridge was rejected", c2: "False: the tunnel" },
  });
  expect(exceptionsFor(gate, "c1")).toEqual(["discussion_open"]);
  expect(exceptionsFor(gate, "c2")).toEqual(["claim_rated"]);
});

test("what is put right elsewhere leads there", () => {
  const gate = publishGate(facts({ mustBeCleared: true }, { openThreads: 1 }), words);
  const links = gate.filter(({ met }) => !met).flatMap((check) => check.links.map(({ to }) => to));
  expect(links).toEqual(["/desk/approvals/c1", "/desk/claims/c1"]);
});

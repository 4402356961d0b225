import { describe, expect, test } from "vitest";

import type { AuditEvent } from "~/domain/audit/audit-event";
import {
  decidedPair,
  givenToOne,
  isShortOfVoters,
  shortOfVotersWords,
  sourceDifferences,
} from "~/domain/review/dispute";
import type { SecondVerdict } from "~/domain/review/second-verdict";
import type { VerdictVersion } from "~/domain/verdict/content";

import { evidence } from "../../../support/drafts";

const sources = [
  evidence({ id: "a", stance: "supports" }),
  evidence({ id: "b", stance: "refutes" }),
  evidence({ id: "c", stance: "context" }),
];

describe("what two verdicts rest on", () => {
  test("each source stands in one place", () => {
    const found = [{ url: "https://paper.example/", note: "" }];
    const differences = sourceDifferences(sources, {
      sources: [
        { id: "c", stance: "context" },
        { id: "a", stance: "context" },
      ],
      found,
    });
    expect(differences).toEqual({
      readDifferently: [{ source: sources[0], lead: "supports", second: "context" }],
      onlyLead: [sources[1]],
      onlySecond: found,
      readAlike: [{ source: sources[2], lead: "context", second: "context" }],
    });
  });

  test("who relied on nothing leaves everything to the lead, who was not asked says nothing", () => {
    expect(sourceDifferences(sources, { sources: [], found: [] })?.onlyLead).toEqual(sources);
    expect(sourceDifferences(sources, { sources: null, found: [] })).toBeNull();
  });
});

describe("the version that was decided on, with the decision", () => {
  const version = (number: number, origin: VerdictVersion["origin"] = "submission") =>
    ({ id: `v${number}`, number, origin }) as VerdictVersion;
  const second = (versionId: string) => ({ versionId }) as SecondVerdict;

  test("is the newest one, once it is decided on", () => {
    const versions = [version(1), version(2)];
    expect(decidedPair([], [])).toBeNull();
    expect(decidedPair(versions, [second("v1")])).toBeNull();
    expect(decidedPair(versions, [second("v1"), second("v2")])).toEqual({
      ...{ version: versions[1], second: second("v2"), conceded: false },
    });
  });

  test("is what the lead conceded, with the decision that convinced them", () => {
    const versions = [version(1), version(2), version(3, "concession")];
    expect(decidedPair(versions, [second("v1"), second("v2")])).toEqual({
      ...{ version: versions[2], second: second("v2"), conceded: true },
    });
    expect(decidedPair(versions, [])).toBeNull();
  });

  test("is nothing that editors made of it", () => {
    expect(decidedPair([version(1), version(2, "adjudication")], [second("v1")])).toBeNull();
  });
});

describe("a vote that has too few editors", () => {
  test("is one with fewer than three, and says what follows", () => {
    expect([0, 1, 2, 3, 9].map(isShortOfVoters)).toEqual([true, true, true, false, false]);
    expect(shortOfVotersWords(0)).toMatch(/^No editor is free/);
    expect(shortOfVotersWords(1)).toMatch(/^Only one editor/);
    expect(shortOfVotersWords(2)).toMatch(/^Only two editors/);
  });

  test("was given to one editor, until there is another second verdict", () => {
    const event = (action: string) =>
      ({
        action,
        at: "2026-11-01",
        actorName: "Ana",
        payload: { reason: "Away" },
      }) as unknown as AuditEvent;
    const verdict = event("review.second_verdict");
    const given = event("review.dispute_given_to_one");
    expect(givenToOne([verdict])).toBeNull();
    expect(givenToOne([verdict, given, event("review.dispute_remark")])).toEqual({
      ...{ byName: "Ana", reason: "Away", at: "2026-11-01" },
    });
    expect(givenToOne([verdict, given, event("review.returned"), verdict])).toBeNull();
  });
});

import { describe, expect, test } from "vitest";

import { changeClaims, changeClaimsInput, type ClaimChange } from "~/commands/change-claims";
import type { TopicChange } from "~/commands/ports";
import { fail, ok } from "~/domain/result";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const editor = { id: "editor", name: "Edda", role: "editor" as const };
const [lead, second] = [
  "aaaaaaaa-1111-4111-8111-111111111111",
  "bbbbbbbb-1111-4111-8111-111111111111",
];
const assign: ClaimChange = {
  change: "assign",
  leadId: lead,
  secondId: second,
  due: "set",
  dueOn: "2026-12-01",
  priority: "keep",
};
const at = (id: string, version = 3) => ({ id, version });

describe("a change to several claims", () => {
  test("is carried out claim by claim; a refusal keeps no other from it", async () => {
    const { ports, steps } = memoryPorts([
      claim({ id: "open", state: "open", leadId: null, secondId: null }),
      claim({ id: "published", state: "published" }),
      claim({ id: "running" }),
    ]);
    const outcomes = await changeClaims(ports, editor, {
      claims: [at("open"), at("published"), at("running"), at("gone")],
      change: assign,
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "refused", "done", "refused"]);
    expect(outcomes[1]?.message).toMatch(/not possible from where this claim stands/);
    expect(steps.map(({ claimId }) => claimId)).toEqual(["open", "running"]);
    expect(steps[0]?.payload).toMatchObject({
      leadId: lead,
      secondId: second,
      dueOn: "2026-12-01",
    });
  });

  test("sent again, it finds everything as asked and does nothing", async () => {
    const done = { leadId: lead, secondId: second, dueOn: "2026-12-01", version: 4 };
    const { ports, steps } = memoryPorts([claim({ id: "done", ...done })]);
    const [outcome] = await changeClaims(ports, editor, { claims: [at("done")], change: assign });
    expect(outcome?.outcome).toBe("already");
    expect(steps).toEqual([]);
  });

  test("leaves what was not asked to be changed", async () => {
    const { ports, steps } = memoryPorts([
      claim({ id: "one", dueOn: "2026-11-30", priority: "high" }),
    ]);
    const change = { ...assign, leadId: null, due: "keep" as const, dueOn: null };
    await changeClaims(ports, editor, { claims: [at("one")], change });
    expect(steps[0]?.payload).toEqual({
      leadId: "lead",
      secondId: second,
      dueOn: "2026-11-30",
      priority: "high",
    });
  });

  test("gives all of them one priority, with the reviewers that they have", async () => {
    const { ports, steps } = memoryPorts([
      claim({ id: "one", dueOn: null, priority: "low" }),
      claim({ id: "high", dueOn: null, priority: "high" }),
      claim({ id: "open", state: "open", leadId: null, secondId: null }),
    ]);
    const nothing = { change: "assign", leadId: null, secondId: null, due: "keep" } as const;
    const outcomes = await changeClaims(ports, editor, {
      claims: [at("one"), at("high"), at("open")],
      change: { ...nothing, dueOn: null, priority: "high" },
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "already", "refused"]);
    expect(steps).toMatchObject([
      { claimId: "one", payload: { leadId: "lead", secondId: "second", priority: "high" } },
    ]);
  });

  test.each([
    ["accept", "proposed", "open", "dismissed"],
    ["restore", "dismissed", "proposed", "open"],
  ] as const)("%s takes each from %s, by the step for one", async (action, from, to, other) => {
    const { ports, steps } = memoryPorts([
      claim({ id: "from", state: from }),
      claim({ id: "to", state: to }),
      claim({ id: "other", state: other }),
    ]);
    const claims = [at("from"), at("to"), at("other")];
    const outcomes = await changeClaims(ports, editor, { claims, change: { change: action } });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "already", "refused"]);
    expect(steps).toMatchObject([{ claimId: "from", action, expectedVersion: 3 }]);
    const reviewer = { ...editor, role: "reviewer" as const };
    const [forbidden] = await changeClaims(ports, reviewer, {
      claims: [at("from")],
      change: { change: action },
    });
    expect(forbidden).toMatchObject({ outcome: "refused" });
    expect(steps).toHaveLength(1);
  });

  test("says what is missing, who may not, and when storage is away", async () => {
    const bare = claim({ id: "bare", state: "open", leadId: null, secondId: null });
    const { ports } = memoryPorts([bare, claim({ id: "one" })]);
    const half = { ...assign, secondId: null };
    const [missing] = await changeClaims(ports, editor, { claims: [at("bare")], change: half });
    expect(missing?.message).toMatch(/both a lead and a second/);
    const reviewer = { ...editor, role: "reviewer" as const };
    const [forbidden] = await changeClaims(ports, reviewer, {
      claims: [at("one")],
      change: assign,
    });
    expect(forbidden?.message).toMatch(/not the person/);
    const away = {
      ...ports,
      claims: { ...ports.claims, act: () => Promise.reject(new Error("away")) },
    };
    const [lost] = await changeClaims(away, editor, { claims: [at("one")], change: assign });
    expect(lost).toMatchObject({
      outcome: "refused",
      message: expect.stringMatching(/Send it again/),
    });
    const stale = {
      ...ports,
      claims: {
        ...ports.claims,
        act: async () =>
          fail({
            kind: "stale" as const,
            state: "in_review" as const,
            movedBy: "Ana",
            movedAt: "2026-11-27T10:00:00Z",
            action: "assign",
            moved: true,
            secondsAgo: 12,
          }),
      },
    };
    const [late] = await changeClaims(stale, editor, { claims: [at("one", 2)], change: assign });
    expect(late?.message).toMatch(/Ana moved this claim/);
  });

  test("one topic is given to or taken from all, by the command for one, and without a version", async () => {
    const { ports } = memoryPorts([claim({ id: "one", version: 7 }), claim({ id: "two" })]);
    const asked: TopicChange[] = [];
    const set = (change: TopicChange) => {
      asked.push(change);
      const refusal = { kind: "illegal" as const, message: "The topic “Past” was retired." };
      return Promise.resolve(change.id === "two" ? fail(refusal) : ok(null));
    };
    const withTopics = { ...ports, topics: { ...ports.topics, set } };
    const claims = [at("one"), at("two")];
    const change = { change: "topic", topicId: "past", how: "add" } as const;
    const outcomes = await changeClaims(withTopics, editor, { claims, change });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "refused"]);
    expect(outcomes[1]?.message).toMatch(/“Past” was retired/);
    await changeClaims(withTopics, editor, { claims, change: { ...change, how: "remove" } });
    expect(asked.map(({ on, id, add, remove }) => [on, id, add, remove])).toEqual([
      ["claim", "one", ["past"], []],
      ["claim", "two", ["past"], []],
      ["claim", "one", [], ["past"]],
      ["claim", "two", [], ["past"]],
    ]);
    const reviewer = { ...editor, role: "reviewer" as const };
    const [forbidden] = await changeClaims(withTopics, reviewer, { claims, change });
    expect(forbidden?.message).toMatch(/Only an editor/);
    expect(asked).toHaveLength(4);
  });

  test("a dismissal needs its kind and its reason, and a change at least one claim", () => {
    const id = "11111111-1111-4111-8111-111111111111";
    const parse = (change: object, claims = [{ id, version: "3" }]) =>
      changeClaimsInput.safeParse({ claims, change }).success;
    expect(parse({ change: "dismiss", kind: "other", reason: "A double" })).toBe(true);
    expect(parse({ change: "dismiss", kind: "other", reason: " " })).toBe(false);
    expect(parse({ change: "dismiss", kind: "", reason: "A double" })).toBe(false);
    expect(parse({ change: "assign", leadId: "", secondId: "", due: "keep", dueOn: "" })).toBe(
      true,
    );
    expect(parse({ change: "assign", leadId: "", secondId: "" }, [])).toBe(false);
    expect(parse({ change: "assign", leadId: "", secondId: "", due: "set", dueOn: "" })).toBe(
      false,
    );
  });
});

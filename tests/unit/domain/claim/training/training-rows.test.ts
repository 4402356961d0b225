import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { statementBefore } from "~/domain/claim/training/claim-history";
import { parseTrainingRow } from "~/domain/claim/training/training-row";
import { trainingRows } from "~/domain/claim/training/training-rows";

import { events, histories, history } from "./histories";

const alone = new Map();
const part = history({ id: "part", statement: "It rained." });
const others = new Map([["part", part]]);

describe("labels", () => {
  test.each([
    ["not_worth_checking", 0, 0.5],
    ["not_checkable", 0, 1],
    ["checked_before", null, 0],
    ["not_in_article", null, 0],
    ["other", null, 0],
  ] as const)("dismissed as %s: %s, weighing %s", (kind, label, weight) => {
    const rows = trainingRows(history({ events: events({ action: "dismiss", kind }) }), alone);
    expect(rows).toMatchObject([{ action: "dismiss", kind, label, weight }]);
  });

  test("the last decision wins, and the ones before stay as history", () => {
    const claim = history({
      events: events(
        { action: "accept" },
        { action: "dismiss", kind: "not_checkable" },
        { action: "restore" },
        { action: "accept" },
        { action: "edit", before: "It rained in Rome.", after: "Rain fell.", model: null },
      ),
      statement: "Rain fell.",
    });
    const labels = trainingRows(claim, alone).map(({ action, label }) => [action, label]);
    expect(labels).toEqual([
      ["accept", null],
      ["dismiss", null],
      ["restore", null],
      ["accept", 1],
      ["edit", null],
    ]);
  });

  test("a dismissal that says nothing of worth takes an acceptance back", () => {
    const claim = history({
      events: events({ action: "accept" }, { action: "dismiss", kind: "checked_before" }),
    });
    expect(trainingRows(claim, alone).map(({ label }) => label)).toEqual([null, null]);
  });

  test.each(["split", "merge"] as const)("a %s hands the decision on", (action) => {
    const claim = history({
      events: events(
        { action: "accept" },
        action === "split" ? { action, into: ["part"], model: null } : { action, into: "part" },
      ),
    });
    expect(trainingRows(claim, others).map(({ label }) => label)).toEqual([null, null]);
  });

  test("of any life at most one row has a label, and it is a decision with nothing after it that undoes it", () => {
    fc.assert(
      fc.property(histories, (claim) => {
        const rows = trainingRows(claim, others);
        expect(rows).toHaveLength(claim.events.length);
        const labelled = rows.filter(({ label }) => label !== null);
        expect(labelled.length).toBeLessThanOrEqual(1);
        for (const row of rows) expect(row.label === null).toBe(row.weight === 0);
        const [standing] = labelled;
        const last = rows.filter(({ action }) => action !== "edit").at(-1);
        if (standing) expect(standing).toBe(last);
        else expect(last?.action).not.toBe("accept");
      }),
    );
  });
});

describe("statements", () => {
  test("every row has the statement that its person saw, and rewordings follow each other", () => {
    fc.assert(
      fc.property(histories, (claim) => {
        const rows = trainingRows(claim, others);
        rows.forEach((row, i) => {
          const next = rows[i + 1]?.statement ?? claim.statement;
          if (row.action === "edit") {
            expect(row.before).toBe(row.statement);
            expect(row.after).toBe(next);
          } else expect(row.statement).toBe(next);
        });
        expect(statementBefore(claim, Infinity)).toBe(claim.statement);
      }),
    );
  });

  test("parts are told as they were at the split, and not without all of them", () => {
    const claim = history({
      events: events({ action: "split", into: ["a", "b"], model: "a-model" }),
    });
    const later = { action: "edit", before: "first", after: "second", model: null } as const;
    const a = history({
      id: "a",
      statement: "second",
      events: [{ ...later, seq: 99, at: "2026-11-25T11:00:00Z" }],
    });
    const b = history({ id: "b", statement: "other" });
    const both = new Map([a, b].map((each) => [each.id, each]));
    expect(trainingRows(claim, both)).toMatchObject([
      {
        action: "split",
        model: "a-model",
        into: [
          { id: "a", statement: "first" },
          { id: "b", statement: "other" },
        ],
      },
    ]);
    both.delete("b");
    expect(trainingRows(claim, both)).toEqual([]);
  });

  test("each merge finds its own rewording or none, and the claim that stays does not repeat it", () => {
    const claim = history({
      events: events(
        { action: "merge", into: "kept" },
        { action: "restore" },
        { action: "merge", into: "kept" },
        { action: "restore" },
        { action: "merge", into: "kept" },
      ),
    });
    const at = "2026-11-25T11:00:00Z";
    const kept = history({
      id: "kept",
      statement: "three",
      events: [
        { seq: 31, at, action: "take_in", before: "one", after: "two", merged: "claim" },
        { seq: 35, at, action: "edit", before: "two", after: "three", model: null },
      ],
    });
    const merges = trainingRows(claim, new Map([["kept", kept]])).flatMap((row) =>
      row.action === "merge" ? [row.into] : [],
    );
    expect(merges).toMatchObject([
      { before: "one", after: "one" },
      { before: "one", after: "two" },
      { before: "three", after: "three" },
    ]);
    expect(trainingRows(kept, alone)).toMatchObject([{ action: "edit", before: "two" }]);
  });
});

describe("a line", () => {
  test("says the same after being written and read", () => {
    fc.assert(
      fc.property(histories, (claim) => {
        for (const row of trainingRows(claim, others)) {
          expect(parseTrainingRow(JSON.stringify(row))).toEqual({ ok: true, value: row });
        }
      }),
    );
  });

  const [row] = trainingRows(history({ events: events({ action: "accept" }) }), alone);
  test.each([
    ["not JSON", "{", /JSON/],
    ["of another schema", { ...row, schema: "countersign/claims-training/2" }, /“schema”/],
    ["of an unknown action", { ...row, action: "cheer" }, /“action”/],
    ["with a label that is none", { ...row, label: 2 }, /“label”/],
    ["with a weight that would drown the rest", { ...row, weight: 1e9 }, /“weight”/],
    ["that is no object", [], /object/],
  ])("%s is told", (_what, line, why) => {
    const parsed = parseTrainingRow(typeof line === "string" ? line : JSON.stringify(line));
    expect(parsed).toMatchObject({ ok: false, error: expect.stringMatching(why) as string });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { readOffers } from "~/commands/read-offers";

import { remindOfDeadlines, remindOfIdleClaims } from "../../../server/jobs";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const told = (claimId: string, more: Record<string, Actor> = {}) =>
  toldOf(desk, claimId, { ...people, ...more });

async function assign(claimId: string, second: Actor, dueOn: string | null): Promise<void> {
  const { editor, lead } = people;
  const { version } = await reread(editor, claimId);
  const leadId = lead.person.id;
  const named = { leadId, secondId: second.person.id, dueOn, priority: "normal" } as const;
  value(await assignClaim(editor.ports, editor.person, { claimId, version, ...named }));
}

async function inReview(dueOn: string | null = null): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  await assign(claim.id, people.second, dueOn);
  return claim.id;
}

describe("a deadline", () => {
  const remindAt = async (...times: string[]) => {
    for (const time of times) await remindOfDeadlines(desk.sql, new Date(time));
  };

  it("is told of in its last 24 hours, and again when it is over, once each", async () => {
    const claimId = await inReview("2040-06-15");
    await remindAt("2040-06-14T23:59:00Z");
    expect(await told(claimId)).toEqual({ lead: ["assigned"], second: ["assigned"] });
    await remindAt("2040-06-15T00:00:00Z", "2040-06-15T12:00:00Z", "2040-06-15T23:59:00Z");
    expect(await told(claimId)).toEqual({ lead: ["assigned", "due_soon"], second: ["assigned"] });
    await remindAt("2040-06-16T00:00:00Z", "2040-06-17T00:00:00Z");
    expect(await told(claimId)).toEqual({
      lead: ["assigned", "due_soon", "overdue"],
      second: ["assigned"],
      editor: ["overdue"],
    });
  });

  it("is told of to whoever has the next step by then", async () => {
    const claimId = await inReview("2041-06-15");
    await bringTo(desk, people, claimId, "second_review");
    await remindAt("2041-06-15T10:00:00Z");
    const other = await desk.join("reviewer");
    await assign(claimId, other, "2041-06-15");
    await remindAt("2041-06-15T10:01:00Z", "2041-06-15T10:02:00Z");
    expect(await told(claimId, { other })).toEqual({
      lead: ["assigned"],
      second: ["assigned", "submitted", "due_soon", "relieved"],
      other: ["assigned", "due_soon"],
    });
  });
});

describe("a deadline of what waits for the editors", () => {
  it.each(["disputed", "approved", "being_corrected", "open"] as const)(
    "is told of to them, once each: %s",
    async (state) => {
      const head = await desk.join("editor");
      const conflicted = await desk.join("editor");
      const claimId = await inReview();
      await standAt(claimId, state, "2042-06-15");
      await desk.sql`update public.claims set recused = array[${conflicted.person.id}::uuid] where id = ${claimId}`;
      const before = (await told(claimId))["lead"];
      for (const time of ["2042-06-14T23:00Z", "2042-06-15T01:00Z", "2042-06-15T09:00Z"]) {
        await remindOfDeadlines(desk.sql, new Date(time));
      }
      await remindOfDeadlines(desk.sql, new Date("2042-06-16T01:00Z"));
      await remindOfDeadlines(desk.sql, new Date("2042-06-17T01:00Z"));
      const after = await told(claimId, { head, conflicted });
      expect(after["head"]?.slice(-2)).toEqual(["editors_due_soon", "editors_overdue"]);
      expect(after["editor"]?.slice(-2)).toEqual(["editors_due_soon", "editors_overdue"]);
      expect(after["conflicted"] ?? []).not.toContain("editors_due_soon");
      expect(after["lead"]).toEqual(before);
      const dates = await desk.sql`select distinct due_on::text from public.notifications
        where claim_id = ${claimId} and kind like 'editors%'`;
      expect(dates).toMatchObject([{ due_on: "2042-06-15" }]);
    },
  );

  it("is not that of the work before a correction", async () => {
    const claimId = await inReview();
    await standAt(claimId, "being_corrected", "2020-06-15");
    const before = await told(claimId);
    await remindOfDeadlines(desk.sql, new Date());
    expect(await told(claimId)).toEqual(before);
  });
});

/** Puts a claim where it is not looked at how it came there; a claim that is settled by its own steps. */
async function standAt(
  claimId: string,
  state: "open" | "disputed" | "approved" | "being_corrected",
  dueOn: string | null,
): Promise<void> {
  if (state === "disputed" || state === "approved") await bringTo(desk, people, claimId, state);
  else await desk.sql`update public.claims set state = ${state} where id = ${claimId}`;
  await desk.sql`update public.claims set due_on = ${dueOn}::date where id = ${claimId}`;
}

describe("a claim that nobody works on", () => {
  const after = (days: number) => new Date(Date.now() + days * 86_400_000);
  const remindAt = async (...times: Date[]) => {
    for (const time of times) await remindOfIdleClaims(desk.sql, time);
  };

  it("nudges its lead, is offered to others, and no more once somebody works on it", async () => {
    const claimId = await inReview();
    const other = await desk.join("reviewer");
    const offered = async ({ ports, person }: Actor) =>
      (await readOffers(ports, person)).filter((offer) => offer.claimId === claimId).length;
    await remindAt(after(2.9));
    expect(await told(claimId)).toEqual({ lead: ["assigned"], second: ["assigned"] });
    await remindAt(after(3.1), after(4));
    expect(await told(claimId)).toEqual({ lead: ["assigned", "idle"], second: ["assigned"] });
    expect(await offered(other)).toBe(0);
    await remindAt(after(5.1), after(5.2), after(6));
    expect(await told(claimId, { other })).toEqual({
      lead: ["assigned", "idle", "offered"],
      second: ["assigned"],
      editor: ["offered"],
    });
    expect(await offered(other)).toBe(1);
    expect(await offered(people.lead)).toBe(0);
    expect(await offered(people.second)).toBe(0);

    await assign(claimId, people.second, null);
    await remindAt(after(0));
    expect(await offered(other)).toBe(0);
    const trail = await people.editor.ports.audit.of("claim", claimId);
    expect(trail.map(({ action }) => action).slice(-3)).toEqual([
      "claim.offered",
      "claim.assigned",
      "claim.offer_ended",
    ]);
  });

  it("nudges its second reviewer, and the editors where that does not help", async () => {
    const claimId = await inReview();
    await bringTo(desk, people, claimId, "second_review");
    const before = { lead: ["assigned"], second: ["assigned", "submitted"] };
    await remindAt(after(2.9));
    expect(await told(claimId)).toEqual(before);
    const nudged = { ...before, second: [...before.second, "idle"] };
    await remindAt(after(3.1), after(4.9));
    expect(await told(claimId)).toEqual(nudged);
    await remindAt(after(5.1), after(6));
    expect(await told(claimId)).toEqual({ ...nudged, editor: ["stalled"] });
    const other = await desk.join("reviewer");
    expect(await readOffers(other.ports, other.person)).not.toContainEqual(
      expect.objectContaining({ claimId }),
    );
  });

  it.each(["disputed", "approved", "being_corrected"] as const)(
    "is told of to the editors, once, where they have to act: %s",
    async (state) => {
      const head = await desk.join("editor");
      const claimId = await inReview();
      await standAt(claimId, state, null);
      const before = await told(claimId, { head });
      await remindAt(after(2.9));
      expect(await told(claimId, { head })).toEqual(before);
      await remindAt(after(3.1), after(4), after(7));
      expect(await told(claimId, { head })).toEqual({
        ...before,
        editor: [...(before["editor"] ?? []), "stalled"],
        head: [...(before["head"] ?? []), "stalled"],
      });
    },
  );

  it("is told of to the editors where its lead is there no more, and offered as well", async () => {
    const claimId = await inReview();
    await desk.sql`update public.claims set lead_id = null where id = ${claimId}`;
    await remindAt(after(3.1), after(5.1));
    expect((await told(claimId))["editor"]?.slice(-2)).toEqual(["stalled", "offered"]);
  });

  it("is timed by what the desk has set, which an admin alone may", async () => {
    const admin = await desk.join("admin");
    const days = { p_schedule: { nudgeDays: 10 } };
    const refused = await people.editor.supabase.rpc("set_reminder_schedule", days);
    expect(refused.error?.code).toBe("PT403");
    expect((await admin.supabase.rpc("set_reminder_schedule", days)).error).toBeNull();
    expect(await people.lead.ports.reminders.schedule()).toEqual({
      digestHour: 7,
      nudgeDays: 10,
      offerDays: 2,
    });
    const claimId = await inReview();
    await remindAt(after(9.9));
    expect((await told(claimId))["lead"]).toEqual(["assigned"]);
    await remindAt(after(10.1));
    expect((await told(claimId))["lead"]).toEqual(["assigned", "idle"]);
  });
});

import { randomUUID } from "node:crypto";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { setReadOnly } from "~/commands/set-read-only";
import { claimActions } from "~/domain/review/workflow";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let admin: Actor;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  admin = await desk.join("admin");
});
afterEach(async () => {
  await admin.ports.desk.setReadOnly(false, "The test is over");
});
afterAll(() => desk.stop());

const close = async (reason = "Somebody broke in") =>
  value(await setReadOnly(admin.ports, admin.person, { on: true, reason }));

async function everything(): Promise<unknown> {
  const [row] = await desk.sql`
    select (select count(*)::int from public.audit_events) as events,
      (select count(*)::int from public.stage_ledger) as steps,
      (select count(*)::int from public.articles) as articles,
      (select count(*)::int from public.review_updates) as edits,
      (select sum(version)::int from public.claims) as versions`;
  return row;
}

it("guards every table that people's work is in", async () => {
  const open = await desk.sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'a_refused_while_read_only' and t.tgenabled = 'O')
    order by 1`;
  // A new table calls app_private.guard_while_read_only in its migration.
  expect(open.map(({ name }) => name)).toEqual(["desk_settings", "workflow_transitions"]);
});

describe("while the desk is read-only", () => {
  it("every command is refused in one way, changes nothing, and everything can be read", async () => {
    const { claim, articleId } = await desk.newClaim(people.editor);
    const assigned = await bringTo(desk, people, claim.id, "in_review");
    const version = await people.editor.ports.articles.version(assigned.articleVersionId);
    await close();
    const before = await everything();
    const calls: [string, object][] = [
      ...claimActions.map((action): [string, object] => [
        "act_on_claim",
        { p_claim: claim.id, p_action: action, p_expected: assigned.version, p_reason: "Because" },
      ]),
      [
        "save_article",
        { p_article: randomUUID(), p_draft: { title: "T", language: "en", text: "T" } },
      ],
      ["propose_claims", { p_version: version?.id, p_claims: [], p_origin: "person" }],
      ["see_notifications_of", { p_claim: claim.id }],
    ];
    for (const [name, parameters] of calls) {
      for (const actor of [people.editor, people.lead, admin]) {
        const { error } = await actor.supabase.rpc(name, parameters);
        if (error) expect(error.code, `${name}`).toMatch(/^PT(423|403|422)$/);
      }
    }
    const step = {
      claimId: claim.id,
      action: "dismiss",
      expectedVersion: assigned.version,
      reason: "No",
    } as const;
    const refused = refusal(await people.editor.ports.claims.act(step));
    expect(refused).toMatchObject({ kind: "read_only" });
    expect(refused).toHaveProperty(
      "message",
      expect.stringContaining("Somebody broke in. Nothing was"),
    );
    expect(await everything()).toEqual(before);
    expect((await reread(people.lead, claim.id)).state).toBe("in_review");
    expect(await people.lead.ports.audit.of("claim", claim.id)).not.toEqual([]);
    expect(await desk.anonymous.reports.list()).toEqual([]);
    expect(articleId).toBeTruthy();
  });

  it("an edit of a review is refused as a right that ended, and a suggestion in somebody's name", async () => {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "in_review");
    const append = () =>
      desk.sql`select public.append_review_rows(array[${claim.id}]::uuid[], array[${people.lead.person.id}]::uuid[],
        array[1], array['\\x00']::bytea[], array[false], null) as outcome`;
    await close();
    expect((await append())[0]?.outcome).toEqual(["read_only"]);
    await expect(
      desk.sql`insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash)
        values (${claim.id}, 1, ${people.lead.person.id}, 1, '\\x00', '\\x00', '\\x00')`,
    ).rejects.toThrow(/read-only/);
    await expect(desk.sql`update public.statement_suggestions set model = 'x'`).rejects.toThrow(
      /read-only/,
    );
    value(await setReadOnly(admin.ports, admin.person, { on: false, reason: "He is out" }));
    expect((await append())[0]?.outcome).toEqual(["1"]);
  });
});

describe("the switch", () => {
  it("belongs to admins, wants a reason, and is in the trail both ways", async () => {
    for (const actor of [people.editor, people.lead]) {
      expect(refusal(await actor.ports.desk.setReadOnly(true, "Because"))).toMatchObject({
        kind: "forbidden",
      });
    }
    expect(
      (await desk.anonymousClient.rpc("set_read_only", { p_on: true, p_reason: "Because" })).error,
    ).not.toBeNull();
    expect(refusal(await admin.ports.desk.setReadOnly(true, "  "))).toMatchObject({
      kind: "illegal",
    });
    expect(await people.lead.ports.desk.readOnly()).toBeNull();

    const before = (await admin.ports.audit.of("desk", "desk")).length;
    await close("An intruder");
    expect(await desk.anonymous.desk.readOnly()).toMatchObject({
      reason: "An intruder",
      by: admin.person.name,
    });
    expect(refusal(await admin.ports.desk.setReadOnly(true, "Twice"))).toMatchObject({
      kind: "illegal",
    });
    value(await admin.ports.desk.setReadOnly(false, "He is out"));
    expect(refusal(await admin.ports.desk.setReadOnly(false, "Twice"))).toMatchObject({
      kind: "illegal",
    });
    const events = (await admin.ports.audit.of("desk", "desk")).slice(before);
    expect(events.map(({ action, payload }) => [action, payload["reason"]])).toEqual([
      ["desk.read_only_set", "An intruder"],
      ["desk.read_only_lifted", "He is out"],
    ]);
    expect(
      (
        await people.editor.supabase
          .from("desk_settings")
          .update({ read_only: false })
          .eq("one", true)
      ).error?.code,
    ).toBe("42501");
  });

  it("waits for whoever is writing, and finds whoever begins after it", async () => {
    const { claim } = await desk.newClaim(people.editor);
    let closing: Promise<unknown> | undefined;
    await desk.sql.begin(async (sql) => {
      await sql`select app_private.require_writable()`;
      closing = close("A race");
      await expect
        .poll(async () => {
          const [row] =
            await desk.sql`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
          return row?.n;
        })
        .toBe(1);
      expect(await people.editor.ports.desk.readOnly()).toBeNull();
    });
    await closing;
    const step = { claimId: claim.id, action: "accept", expectedVersion: claim.version } as const;
    expect(refusal(await people.editor.ports.claims.act(step))).toMatchObject({
      kind: "read_only",
    });
  });
});

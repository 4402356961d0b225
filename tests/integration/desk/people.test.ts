import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { acceptInvite } from "~/commands/accept-invite";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast } from "../../support/review-steps";

let desk: TestDesk;
let admin: Actor;
beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.join("admin");
});
afterAll(() => desk.stop());

const account = { name: "Nora Newcomer", password: "a-long-password", again: "a-long-password" };
const address = () => `${randomUUID()}@people.test`;
const roleNow = async ({ supabase }: Actor) => (await supabase.rpc("my_role")).data as unknown;

async function standing(actor: Actor): Promise<readonly unknown[]> {
  return desk.sql`select s.* from auth.sessions k,
    lateral public.session_standing(k.id, k.user_id) s where k.user_id = ${actor.person.id}`;
}

describe("an invitation", () => {
  it("makes one account, with its role, and is good once", async () => {
    const email = address();
    const token = value(await admin.ports.staff.invite(email, "editor", 7));
    expect(await desk.anonymous.invitations.find(token)).toMatchObject({ email, role: "editor" });
    const [kept] = await desk.sql`select * from public.invites where email = ${email}`;
    expect(JSON.stringify(kept)).not.toContain(token);

    value(await acceptInvite(desk.anonymous, token, account));
    const joined = (await admin.ports.staff.list()).find((one) => one.email === email);
    expect(joined).toMatchObject({ name: "Nora Newcomer", role: "editor", disabledAt: null });
    expect(await desk.anonymous.invitations.find(token)).toBeNull();
    expect(refusal(await acceptInvite(desk.anonymous, token, account))).toMatchObject({
      kind: "illegal",
    });
    expect(refusal(await admin.ports.staff.invite(email, "admin", 7))).toMatchObject({
      kind: "illegal",
    });
    expect(
      (await admin.ports.audit.of("person", joined?.id ?? "")).map(({ action }) => action),
    ).toEqual(["person.joined"]);
  });

  it("ends when it is taken back or has run out, and waits while the desk is read-only", async () => {
    const token = value(await admin.ports.staff.invite(address(), "reviewer", 1));
    const email = address();
    const late = value(await admin.ports.staff.invite(email, "reviewer", 1));
    const open = await admin.ports.staff.invites();
    await desk.sql`update public.invites set expires_at = now() - interval '1 second' where email = ${email}`;
    expect(await desk.anonymous.invitations.find(late)).toBeNull();

    value(await admin.ports.desk.setReadOnly(true, "An exercise"));
    expect(refusal(await acceptInvite(desk.anonymous, token, account))).toMatchObject({
      kind: "read_only",
    });
    value(await admin.ports.desk.setReadOnly(false, "It is over"));
    const offer = await desk.anonymous.invitations.find(token);
    const mine = open.find((one) => one.email === offer?.email);
    value(await admin.ports.staff.revokeInvite(mine?.id ?? ""));
    expect(refusal(await acceptInvite(desk.anonymous, token, account))).toMatchObject({
      kind: "illegal",
    });
  });
});

describe("a person", () => {
  it("has another role at once, and none of it while disabled", async () => {
    const person = await desk.join("reviewer");
    const { id } = person.person;
    value(await admin.ports.staff.setRole(id, "editor"));
    expect(await roleNow(person)).toBe("editor");
    expect(await standing(person)).toHaveLength(1);

    value(await admin.ports.staff.setDisabled(id, true));
    expect(await roleNow(person)).toBe("reader");
    expect(await standing(person)).toHaveLength(0);
    // Whoever knows the password can have a token; it stands for nobody.
    await desk.sql`insert into auth.sessions (id, user_id) values (gen_random_uuid(), ${id})`;
    expect(await standing(person)).toHaveLength(0);
    expect(refusal(await admin.ports.staff.setRole(id, "admin"))).toMatchObject({
      kind: "illegal",
    });

    value(await admin.ports.staff.setDisabled(id, false));
    expect(await roleNow(person)).toBe("editor");
    expect((await admin.ports.audit.of("person", id)).map(({ action }) => action)).toEqual([
      "person.role_changed",
      "person.disabled",
      "person.enabled",
    ]);
  });

  it("who is the last admin can be neither disabled nor demoted, by themselves or in a race", async () => {
    const { id } = admin.person;
    expect(refusal(await admin.ports.staff.setDisabled(id, true))).toHaveProperty(
      "message",
      expect.stringContaining("last admin"),
    );
    expect(refusal(await admin.ports.staff.setRole(id, "editor"))).toMatchObject({
      kind: "illegal",
    });
    const other = await desk.join("admin");
    const outcomes = await Promise.all([
      admin.ports.staff.setRole(other.person.id, "editor"),
      other.ports.staff.setDisabled(id, true),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const admins = await desk.sql`select user_id from app_private.user_roles where role = 'admin'`;
    expect(admins).toHaveLength(1);
    await desk.sql`update app_private.user_roles set role = 'admin', disabled_at = null, role_when_disabled = null
      where user_id = ${id}`;
  });

  it("is published under a byline, and stays themselves at the desk", async () => {
    const people = await cast(desk);
    const { claim, articleId } = await desk.newClaim(people.editor);
    const approved = await bringTo(desk, people, claim.id, "approved");
    value(await admin.ports.staff.setByline(people.lead.person.id, "Desk member 7"));
    const slug = `report-${randomUUID().slice(0, 8)}`;
    value(
      await people.editor.ports.reports.publish(articleId, {
        slug,
        headline: "The bridge",
        summary: "What the council decided",
        verdicts: [
          {
            claimId: claim.id,
            version: approved.version,
            slug: `${slug}-1`,
            shortClaim: "The bridge is off",
          },
        ],
      }),
    );
    const published = JSON.stringify(await desk.anonymous.reports.find(slug));
    expect(published).toContain("Desk member 7");
    expect(published).not.toContain(people.lead.person.name);
    expect(published).toContain(people.second.person.name);
    expect(
      (await people.editor.ports.people.names([people.lead.person.id])).get(people.lead.person.id),
    ).toBe(people.lead.person.name);
  });
});

it("is for admins: nobody else lists, invites or changes anybody", async () => {
  const editor = await desk.join("editor");
  const { staff } = editor.ports;
  const { id } = admin.person;
  for (const result of [
    await staff.invite(address(), "reviewer", 7),
    await staff.revokeInvite(randomUUID()),
    await staff.setRole(editor.person.id, "admin"),
    await staff.setDisabled(id, true),
    await staff.setByline(id, "Somebody"),
  ]) {
    expect(refusal(result)).toMatchObject({ kind: "forbidden" });
  }
  await expect(staff.list()).rejects.toThrow(/PT403/);
  await expect(staff.invites()).rejects.toThrow(/PT403/);
  for (const client of [editor.supabase, desk.anonymousClient]) {
    for (const name of ["invite_of", "accept_invite", "session_standing"]) {
      const { error } = await client.rpc(name, { p_token_hash: "x", p_person: id, p_session: id });
      expect(error, name).not.toBeNull();
    }
    expect((await client.from("invites").select("id")).error).not.toBeNull();
  }
});

import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";

import { mendTypo } from "~/commands/mend-typo";
import { followVerdict } from "~/commands/follow-verdict";
import type { Mail } from "~/domain/notification/mail";

import { action as answerLink } from "../../../app/routes/_public.follow.$secret";
import { startJobs, type Jobs } from "../../../server/jobs";
import { dropStaleFollowers, sendFollowerMail } from "../../../server/jobs/follower-mail-job";
import type { Post } from "../../../server/mail";
import { refusal, startDesk, value, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const site = "https://checks.example.org";
const reader = { feed: () => Promise.reject(new Error("Not part of this test")) };
const started: Jobs[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
});

/** Keeps what it is to send, and fails as often as told. */
function box(failures = 0): Post & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      if (failures > 0) {
        failures -= 1;
        throw new Error(`The mail server is away for ${mail.to.address}`);
      }
      sent.push(mail);
    },
    close: () => undefined,
  };
}

async function published(): Promise<{ claimId: string; slug: string }> {
  const { claimId, slug } = await newPublication(desk, people);
  const report = await desk.anonymous.reports.find(slug);
  return { claimId, slug: report?.verdicts[0]?.slug ?? "" };
}
const ask = async (slug: string, address: string) =>
  value(await followVerdict(desk.anonymous, slug, { address }));

const mailsOf = (claimId: string) => desk.sql<{ id: string; change_id: string | null }[]>`
  select m.id, m.change_id from public.follower_mails m join public.verdict_followers f on f.id = m.follower_id
    where f.claim_id = ${claimId} order by m.at`;
async function secretOf(claimId: string, address: string): Promise<string> {
  const [row] = await desk.sql<{ secret: string }[]>`
    select secret from public.verdict_followers where claim_id = ${claimId} and address = ${address}`;
  return row?.secret ?? "";
}
/** A reader who asked and confirmed. */
async function following(claimId: string, slug: string, address: string): Promise<string> {
  await ask(slug, address);
  const secret = await secretOf(claimId, address);
  expect(await desk.anonymous.followers.confirm(secret)).toBe(true);
  return secret;
}
/** Sends everything that waits for a claim's followers, one after another. */
async function sendAll(claimId: string, post: Post): Promise<void> {
  for (const { id } of await mailsOf(claimId)) {
    await sendFollowerMail({ sql: desk.sql, post, site }, { mailId: id });
  }
}

describe("a reader who asks to be told", () => {
  test("is asked to confirm, and is told of each change once", async () => {
    const { claimId, slug } = await published();
    await ask(slug, " Ann@Reader.Example ");
    const post = box();
    await sendAll(claimId, post);
    expect(post.sent.map(({ to }) => to.address)).toEqual(["ann@reader.example"]);
    const secret = await secretOf(claimId, "ann@reader.example");
    expect(post.sent[0]?.text).toContain(`${site}/follow/${secret}`);
    expect(await desk.anonymous.followers.link(secret)).toMatchObject({ slug, isConfirmed: false });
    expect(await desk.anonymous.followers.confirm(secret)).toBe(true);

    await follow(people, claimId, "correct");
    await follow(people, claimId, "uphold");
    const { version } = await reread(people.editor, claimId);
    const { ports, person } = people.editor;
    value(
      await mendTypo(ports, person, {
        ...{ claimId, version, wrong: "minutes bear", right: "minutes bears", reason: "A slip" },
      }),
    );
    // Put in doubt and kept, and a typo: nothing became another.
    await sendAll(claimId, post);
    expect(post.sent).toHaveLength(1);

    await publishCorrection(desk, people, claimId);
    for (let again = 0; again < 3; again += 1) await sendAll(claimId, post);
    expect(post.sent.map(({ subject }) => subject.split(":")[0])).toEqual([
      "Confirm",
      "Correction",
    ]);
    await follow(people, claimId, "retract", "It was forged");
    await sendAll(claimId, post);
    expect(post.sent.at(-1)).toMatchObject({
      subject: expect.stringMatching(/^Retracted: /),
      text: expect.stringContaining("It was forged"),
      unsubscribe: `${site}/follow/${secret}`,
    });
    expect(refusal(await followVerdict(desk.anonymous, slug, { address: "b@b.example" }))).toEqual(
      expect.objectContaining({ kind: "illegal" }),
    );
  });

  test("is told nothing before confirming, and nothing after leaving", async () => {
    const { claimId, slug } = await published();
    await ask(slug, "ann@reader.example");
    const bob = await following(claimId, slug, "bob@reader.example");
    await following(claimId, slug, "eve@reader.example");
    await publishCorrection(desk, people, claimId);
    expect(await desk.anonymous.followers.leave(bob)).toBe(true);
    expect(await desk.anonymous.followers.leave(bob)).toBe(false);
    const post = box();
    // Even one that was made for somebody who is not confirmed is not sent.
    await desk.sql`insert into public.follower_mails (follower_id, change_id)
      select f.id, (select max(id) from public.published_changes where claim_id = ${claimId})
      from public.verdict_followers f where f.claim_id = ${claimId} and f.confirmed_at is null`;
    await sendAll(claimId, post);
    expect(post.sent.map(({ to, subject }) => [to.address, subject.split(":")[0]])).toEqual([
      ["ann@reader.example", "Confirm"],
      ["eve@reader.example", "Correction"],
    ]);
    const kept =
      await desk.sql`select address from public.verdict_followers where claim_id = ${claimId}`;
    expect(kept.map(({ address }) => address)).not.toContain("bob@reader.example");
  });

  test("fills nobody’s mailbox", async () => {
    const { claimId, slug } = await published();
    for (let n = 0; n < 5; n += 1) await ask(slug, "flooded@reader.example");
    expect(await mailsOf(claimId)).toHaveLength(1);
    let mails = 1;
    for (let n = 0; n < 4; n += 1) {
      const other = await published();
      await ask(other.slug, "flooded@reader.example");
      mails += (await mailsOf(other.claimId)).length;
    }
    expect(mails).toBe(3);
  });

  test.each([
    "ann@reader.example\nBcc: all@example.org",
    "ann@reader.example, bob@reader.example",
    "not an address",
    "",
  ])("with a hostile address is refused: %j", async (address) => {
    const { claimId, slug } = await published();
    expect(refusal(await followVerdict(desk.anonymous, slug, { address })).kind).toBe("invalid");
    // And past the app as well.
    expect((await desk.anonymous.followers.follow(slug, address)).ok).toBe(false);
    expect(await mailsOf(claimId)).toEqual([]);
  });

  test("is forgotten after two days without a confirmation, and cannot confirm then", async () => {
    const { claimId, slug } = await published();
    await ask(slug, "ann@reader.example");
    const kept = await following(claimId, slug, "bob@reader.example");
    const secret = await secretOf(claimId, "ann@reader.example");
    await desk.sql`update public.verdict_followers set asked_at = asked_at - interval '49 hours'
      where claim_id = ${claimId}`;
    expect(await desk.anonymous.followers.confirm(secret)).toBe(false);
    expect(await desk.anonymous.followers.confirm(kept)).toBe(true);
    await dropStaleFollowers(desk.sql, new Date());
    expect(await desk.anonymous.followers.link(secret)).toBeNull();
    expect(await desk.anonymous.followers.link(kept)).not.toBeNull();
  });
});

test("nobody reads who follows, and the trail does not know; editors see how many", async () => {
  const { claimId, slug } = await published();
  await following(claimId, slug, "ann@reader.example");
  await ask(slug, "bob@reader.example");
  const { editor, lead } = people;
  expect(await editor.ports.followers.count(claimId)).toBe(1);
  expect(await lead.ports.followers.count(claimId)).toBe(0);
  const clients = [desk.anonymousClient, editor.supabase, lead.supabase];
  for (const client of clients) {
    for (const table of ["verdict_followers", "follower_mails"]) {
      expect((await client.from(table).select("*")).error, table).not.toBeNull();
      expect((await client.from(table).insert({})).error, table).not.toBeNull();
    }
    for (const [name, args] of [
      ["follow_verdict", { p_slug: slug, p_address: "eve@reader.example" }],
      ["follower_link", { p_secret: "x" }],
      ["confirm_follower", { p_secret: "x" }],
      ["unfollow", { p_secret: "x" }],
    ] as const) {
      expect((await client.rpc(name, args)).error, name).not.toBeNull();
    }
  }
  const [trail] = await desk.sql<{ n: number }[]>`
    select count(*)::int as n from public.audit_events where entry like '%reader.example%'`;
  expect(trail?.n).toBe(0);
});

describe("the link in a mail", () => {
  const unused = () => Promise.reject(new Error("Nobody is signed in"));
  const post = (secret: string, body: Record<string, string>) =>
    answerLink({
      params: { secret },
      request: new Request(`${site}/follow/${secret}`, {
        method: "POST",
        body: new URLSearchParams(body),
      }),
      context: {
        ...{ cspNonce: "", publicUrl: site, person: null, outage: false, hasJobs: true },
        ports: desk.anonymous,
        session: { signIn: unused, signOut: unused },
      },
    });

  test("lets mail programs leave in one step, again and again, without being led elsewhere", async () => {
    const { claimId, slug } = await published();
    const secret = await following(claimId, slug, "ann@reader.example");
    for (let again = 0; again < 2; again += 1) {
      const answer = await post(secret, { "List-Unsubscribe": "One-Click" });
      expect(answer.status).toBe(200);
    }
    expect(await desk.anonymous.followers.link(secret)).toBeNull();
  });

  test("confirms and leaves by its buttons", async () => {
    const { claimId, slug } = await published();
    await ask(slug, "ann@reader.example");
    const secret = await secretOf(claimId, "ann@reader.example");
    expect((await post(secret, { intent: "confirm" })).headers.get("location")).toBe(
      `/follow/${secret}`,
    );
    expect(await people.editor.ports.followers.count(claimId)).toBe(1);
    expect((await post(secret, { intent: "leave" })).headers.get("location")).toBe(
      `/claims/${slug}/follow?left`,
    );
    expect(await people.editor.ports.followers.count(claimId)).toBe(0);
    expect((await post("not-a-secret", { intent: "leave" })).status).toBe(302);
  });
});

test("jobs send it, and again after a failure, once", async () => {
  const { claimId, slug } = await published();
  await following(claimId, slug, "ann@reader.example");
  await desk.sql`update public.follower_mails m set queued_at = now(), mailed_at = now()
    from public.verdict_followers f where f.id = m.follower_id`;
  await publishCorrection(desk, people, claimId);
  const failing = box(1);
  const [{ id } = { id: "" }] = await desk.sql<{ id: string }[]>`
    select m.id from public.follower_mails m join public.verdict_followers f on f.id = m.follower_id
      where f.claim_id = ${claimId} and m.mailed_at is null`;
  const tools = { sql: desk.sql, post: failing, site };
  // What a mail server says of an address is not for the log of the desk.
  const failure = await sendFollowerMail(tools, { mailId: id }).catch(String);
  expect(failure).toContain("is away for …");
  const post = box();
  const databaseUrl = desk.platform.databaseUrl ?? "";
  for (let n = 0; n < 2; n += 1) {
    started.push(startJobs({ databaseUrl, post, site, log: pino({ level: "silent" }), reader }));
  }
  await vi.waitFor(() => expect(post.sent.map((mail) => mail.id)).toContain(id), 30_000);
  await vi.waitFor(async () => {
    const rows =
      await desk.sql`select from public.follower_mails where id = ${id} and mailed_at is not null`;
    expect(rows).toHaveLength(1);
  }, 20_000);
  expect(post.sent.filter((mail) => mail.id === id)).toHaveLength(1);
});

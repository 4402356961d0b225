import fs from "node:fs";
import path from "node:path";

import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { returnReview } from "~/commands/return-review";
import { setChannels } from "~/commands/set-channels";
import type { Mail } from "~/domain/notification/mail";
import { channelSettings } from "~/domain/notification/rules";

import { startJobs, type Jobs } from "../../../server/jobs";
import { digestsDue, sendDigest } from "../../../server/jobs/digest-job";
import { sendNotification } from "../../../server/jobs/mail-job";
import { openPost, type Post } from "../../../server/mail";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { startSmtpStub, type SmtpStub } from "../../support/smtp-stub";

let desk: TestDesk;
let people: Cast;
let stub: SmtpStub;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  stub = await startSmtpStub();
});
afterAll(async () => {
  await stub.stop();
  await desk.stop();
});

/** No feed is due here. */
const reader = { feed: () => Promise.reject(new Error("Not part of this test")) };
const site = "https://checks.example.org";
const started: Jobs[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
});
function run(post: Post): void {
  const databaseUrl = desk.platform.databaseUrl ?? "";
  started.push(startJobs({ databaseUrl, post, site, log: pino({ level: "silent" }), reader }));
}
/** Keeps what it is to send, and fails as often as told. */
function box(failures = 0): Post & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      if (failures > 0) {
        failures -= 1;
        throw new Error("The mail server is away");
      }
      sent.push(mail);
    },
    close: () => undefined,
  };
}
async function inReview(as: Partial<Cast> = {}): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, { ...people, ...as }, claim.id, "in_review");
  return claim.id;
}
const idOf = async (claimId: string, { person }: Actor) => {
  const [row] = await desk.sql<{ id: string }[]>`select id from public.notifications
    where claim_id = ${claimId} and person_id = ${person.id} order by seq limit 1`;
  if (!row) throw new Error("They were told nothing");
  return row.id;
};

describe("without a mail server", () => {
  it("each notification is a file, written soon after the step", async () => {
    const post = openPost({ smtpUrl: null, from: "desk@example.org", dataDir: desk.dataDir });
    run(post);
    const claimId = await inReview();
    const file = path.join(desk.dataDir, "outbox", `${await idOf(claimId, people.lead)}.eml`);
    await vi.waitFor(() => expect(fs.existsSync(file)).toBe(true), 20_000);
    const text = fs.readFileSync(file, "utf8").replaceAll("=\n", "");
    expect(text).toMatch(/^From: Countersign <desk@example\.org>$/m);
    expect(text).toContain("multipart/alternative");
    expect(text).toContain(`/desk/claims/${claimId}`);
    expect(text).not.toMatch(/mostly/i);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    post.close();
  });
});

describe("through a mail server", () => {
  it("a mail arrives once, with its person’s address", async () => {
    const claimId = await inReview();
    const post = openPost({ smtpUrl: stub.url, from: "desk@example.org", dataDir: desk.dataDir });
    const tools = { sql: desk.sql, post, site };
    const notificationId = await idOf(claimId, people.second);
    stub.refuseNext = 1;
    await expect(sendNotification(tools, { notificationId })).rejects.toThrow("451");
    for (let again = 0; again < 2; again += 1) await sendNotification(tools, { notificationId });
    const [address] =
      await desk.sql`select email from auth.users where id = ${people.second.person.id}`;
    const mine = stub.received.filter(({ source }) => source.includes(notificationId));
    expect(mine.map(({ to }) => to)).toEqual([[address?.["email"]]]);
    expect(mine[0]?.source).toContain(`Message-ID: <${notificationId}@example.org>`);
    post.close();
  });

  it("a name that would be a header is none", async () => {
    const post = openPost({ smtpUrl: stub.url, from: "desk@example.org", dataDir: desk.dataDir });
    await post.send({
      id: "injected",
      to: { name: "Eve\r\nBcc: all@example.org", address: "eve@example.org" },
      subject: "One\r\nX-Evil: yes",
      text: "Words",
      html: "<p>Words</p>",
    });
    const { to, source } = stub.received.at(-1) ?? {};
    expect(to).toEqual(["eve@example.org"]);
    expect(source).not.toMatch(/^(Bcc|X-Evil):/m);
    post.close();
  });
});

describe("mail", () => {
  it("is sent once, however many processes run jobs", async () => {
    const post = box();
    run(post);
    run(post);
    const helper = await desk.join("reviewer");
    const claimIds: string[] = [];
    for (let n = 0; n < 5; n += 1) claimIds.push(await inReview({ lead: helper }));
    const ids = await Promise.all(claimIds.map((claimId) => idOf(claimId, helper)));
    const sent = () => post.sent.map(({ id }) => id).filter((id) => ids.includes(id));
    await vi.waitFor(() => expect(sent()).toHaveLength(5), 20_000);
    await vi.waitFor(async () => {
      const rows = await desk.sql`select from public.notifications
        where id = any (${ids}::uuid[]) and mailed_at is not null`;
      expect(rows).toHaveLength(5);
    }, 20_000);
    expect(new Set(sent()).size).toBe(5);
  });

  it("that failed is sent by the next attempt", async () => {
    const post = box(1);
    const claimId = await inReview();
    const notificationId = await idOf(claimId, people.lead);
    const tools = { sql: desk.sql, post, site };
    await expect(sendNotification(tools, { notificationId })).rejects.toThrow("away");
    await sendNotification(tools, { notificationId });
    await sendNotification(tools, { notificationId });
    expect(post.sent).toHaveLength(1);
  });

  it("does not tell a second reviewer of a dispute before they decide", async () => {
    const chief = await desk.join("editor");
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "disputed");
    const notificationId = await idOf(claim.id, chief);
    const { editor, lead } = people;
    const at = async () => ({
      claimId: claim.id,
      version: (await reread(editor, claim.id)).version,
    });
    const back = { ...(await at()), action: "return", reason: "Look at it again" } as const;
    value(await returnReview(editor.ports, editor.person, back));
    value(
      await assignClaim(editor.ports, editor.person, {
        ...(await at()),
        leadId: lead.person.id,
        secondId: chief.person.id,
        dueOn: null,
        priority: "normal",
      }),
    );
    const post = box();
    await sendNotification({ sql: desk.sql, post, site }, { notificationId });
    expect(post.sent).toEqual([]);
  });

  it("goes to nobody whose account is closed", async () => {
    const gone = await desk.join("reviewer");
    const claimId = await inReview({ lead: gone });
    const notificationId = await idOf(claimId, gone);
    await desk.sql`update app_private.user_roles set role = 'reader' where user_id = ${gone.person.id}`;
    const post = box();
    await sendNotification({ sql: desk.sql, post, site }, { notificationId });
    expect(post.sent).toEqual([]);
  });
});

describe("the daily digest", () => {
  it("holds what its person wants in it, from its hour on, once a day", async () => {
    const slow = await desk.join("reviewer");
    const settings = channelSettings([{ kind: "assigned", channel: "digest" }]);
    value(await setChannels(slow.ports, settings));
    const claimIds = [await inReview({ lead: slow }), await inReview({ lead: slow })];
    const due = async (at: string) =>
      (await digestsDue(desk.sql, new Date(at))).filter(
        ({ data }) => data["personId"] === slow.person.id,
      );
    expect(await due("2027-01-05T06:59:00Z")).toEqual([]);
    const [job] = await due("2027-01-05T07:00:00Z");
    expect(await due("2027-01-05T23:00:00Z")).toEqual([job]);
    const post = box();
    const tools = { sql: desk.sql, post, site };
    await Promise.allSettled([sendDigest(tools, job?.data), sendDigest(tools, job?.data)]);
    await sendDigest(tools, job?.data);
    expect(post.sent).toHaveLength(1);
    for (const claimId of claimIds) expect(post.sent[0]?.text).toContain(claimId);
    expect(await due("2027-01-05T23:00:00Z")).toEqual([]);
    // Nothing new, nothing to send.
    expect(await due("2027-01-06T09:00:00Z")).toEqual([]);
    await inReview({ lead: slow });
    expect(await due("2027-01-05T23:00:00Z")).toEqual([]);
    expect(await due("2027-01-06T09:00:00Z")).toHaveLength(1);
  });
});

import { createHmac } from "node:crypto";

import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { manageWebhooks, manageWebhooksInput } from "~/commands/manage-webhooks";
import { webhookEvents } from "~/domain/webhook/webhook";

import { createServiceCaller, permitted, type CallService } from "../../../server/fetch";
import { startJobs } from "../../../server/jobs";
import { callWithin, deliverDue } from "../../../server/webhooks";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";
import { startWebhookStub, type Received, type WebhookStub } from "../../support/webhook-stub";

let desk: TestDesk;
let people: Cast;
let admin: Actor;
let stub: WebhookStub;
const site = "https://checks.example";
const going = new AbortController().signal;

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  admin = await desk.join("admin");
});
afterAll(() => desk.stop());
beforeEach(async () => {
  stub = await startWebhookStub();
});
afterEach(async () => {
  for (const { id } of await admin.ports.webhooks.list()) {
    value(await admin.ports.webhooks.change(id, "remove"));
  }
  await stub.stop();
});

const reach = (): CallService => callWithin(permitted([stub.place]));
const deliver = (call = reach(), ending = going) =>
  deliverDue({ sql: desk.sql, site, call }, ending);

/** An address that is told, with its secret. */
async function told(url = stub.url, events = webhookEvents) {
  const secret = value(await admin.ports.webhooks.add(url, events));
  const id = (await admin.ports.webhooks.list()).at(-1)?.id ?? "";
  return { id, secret };
}
const messages = (id: string) => admin.ports.webhooks.deliveries(id, 50);
/** As if the time had come to which the next attempt was put off. */
const later = (id: string) =>
  desk.sql`update public.webhooks set next_at = now(), held_until = null where id = ${id}`;

/** What Standard Webhooks asks of a receiver, written out. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(expected);
}

interface Sent {
  type: string;
  timestamp: string;
  data: { claim: { slug: string; url: string }; reason?: string; publication: number };
}
const sent = (): Sent[] => stub.received.map(({ body }) => JSON.parse(body) as Sent);

describe("what readers are told", () => {
  test("is told to an address in order, signed, with the place where it is to be read", async () => {
    const { secret } = await told();
    const { claimId } = await newPublication(desk, people, "It stands");
    await publishCorrection(desk, people, claimId);
    await follow(people, claimId, "retract", "The minutes were forged");
    await deliver();
    expect(sent().map(({ type }) => type)).toEqual([
      "verdict.published",
      "verdict.correction_begun",
      "verdict.corrected",
      "verdict.retracted",
    ]);
    const [first, , second, last] = sent();
    expect(first?.data.claim.url).toBe(`${site}/claims/${first?.data.claim.slug}`);
    expect([first?.data.publication, second?.data.publication]).toEqual([1, 2]);
    expect(last?.data.reason).toBe("The minutes were forged");
    for (const message of stub.received) {
      expect(isSigned(message, secret)).toBe(true);
      expect(
        isSigned({ ...message, body: message.body.replace("verdict", "verdikt") }, secret),
      ).toBe(false);
      expect(isSigned(message, `whsec_${Buffer.alloc(32).toString("base64")}`)).toBe(false);
    }
    const ids = stub.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(4);
    await deliver();
    expect(stub.received).toHaveLength(4);
  });

  test("is written with it: what is rolled back is not sent, and what is not asked for is not, either", async () => {
    const { id } = await told(stub.url, ["verdict.retracted"]);
    const { claimId } = await newPublication(desk, people);
    expect(await messages(id)).toEqual([]);
    await desk.sql
      .begin(async (sql) => {
        await sql`insert into public.verdict_notices (claim_id, report_id, kind, reason)
          select claim_id, report_id, 'retracted', 'Never' from public.published_verdicts
            where claim_id = ${claimId}`;
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    expect(await messages(id)).toEqual([]);
    await follow(people, claimId, "retract");
    expect(await messages(id)).toMatchObject([{ event: "verdict.retracted", attempts: 0 }]);
  });
});

describe("an address that does not take it", () => {
  test("is asked again later, with the same id and body, and what came after waits its turn", async () => {
    const { id, secret } = await told();
    stub.answers = [500];
    const { claimId } = await newPublication(desk, people);
    await follow(people, claimId, "retract");
    await deliver();
    expect(stub.received).toHaveLength(1);
    expect((await messages(id)).at(-1)).toMatchObject({
      ...{ attempts: 1, status: 500, deliveredAt: null, problem: "It answered 500." },
    });
    expect((await admin.ports.webhooks.list())[0]?.failingSince).not.toBeNull();
    await deliver();
    expect(stub.received).toHaveLength(1);
    await later(id);
    await deliver();
    const [failed, repeated, next] = stub.received;
    expect(repeated?.headers["webhook-id"]).toBe(failed?.headers["webhook-id"]);
    expect(repeated?.body).toBe(failed?.body);
    expect(sent().map(({ type }) => type)).toEqual([
      "verdict.published",
      "verdict.published",
      "verdict.retracted",
    ]);
    expect(next && isSigned(next, secret)).toBe(true);
    expect((await admin.ports.webhooks.list())[0]?.failingSince).toBeNull();
  });

  test("waits twice as long each time, up to six hours", async () => {
    const { id } = await told();
    await newPublication(desk, people);
    const waits: number[] = [];
    for (let i = 0; i < 13; i += 1) {
      stub.answers = [503];
      await later(id);
      await deliver();
      const [row] = await desk.sql`select extract(epoch from next_at - now())::int as wait
        from public.webhooks where id = ${id}`;
      waits.push(Math.round(Number(row?.["wait"]) / 30) * 30);
    }
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
    expect(waits.at(-1)).toBe(6 * 3_600);
  });

  test("keeps nobody else waiting, also when it says nothing at all", async () => {
    const other = await startWebhookStub();
    const { id } = await told();
    const { id: otherId } = await told(other.url);
    await newPublication(desk, people);
    stub.answers = ["silence"];
    const call = createServiceCaller({
      ...permitted([stub.place, other.place]),
      limits: { totalMs: 300 },
    });
    await deliver(call);
    expect(other.received).toHaveLength(1);
    expect((await messages(otherId))[0]?.deliveredAt).not.toBeNull();
    expect(await messages(id)).toMatchObject([
      { status: null, problem: expect.stringMatching(/did not answer/), deliveredAt: null },
    ]);
    await other.stop();
  });

  test("is not followed where it leads, nor reached in the desk’s own network", async () => {
    const { id } = await told();
    await newPublication(desk, people);
    stub.answers = [302];
    await deliver();
    expect(stub.received).toHaveLength(1);
    expect(await messages(id)).toMatchObject([{ status: 302, deliveredAt: null }]);
    await later(id);
    await deliver(callWithin());
    expect(stub.received).toHaveLength(1);
    expect((await messages(id))[0]?.problem).toMatch(/not on the public internet|usual web ports/);
  });

  test("for five days is paused, the admins are told once, and nothing is lost when it goes on", async () => {
    const { id } = await told();
    await newPublication(desk, people);
    stub.answers = [500, 500];
    await deliver();
    await desk.sql`update public.webhooks set failing_since = now() - interval '6 days' where id = ${id}`;
    await later(id);
    await deliver();
    expect((await admin.ports.webhooks.list())[0]?.paused?.why).toBe("dead");
    await later(id);
    await deliver();
    expect(stub.received).toHaveLength(2);
    const rows = await desk.sql`select person_id, mail from public.notifications
      where kind = 'webhook_given_up' and source like ${`webhook ${id}%`}`;
    expect(rows).toEqual([{ person_id: admin.person.id, mail: "now" }]);
    await newPublication(desk, people, "Meanwhile");
    value(await admin.ports.webhooks.change(id, "resume"));
    await deliver();
    expect(stub.received).toHaveLength(4);
    expect((await messages(id)).every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  });

  test("and says that it is gone for good is paused at once", async () => {
    const { id } = await told();
    await newPublication(desk, people);
    stub.answers = [410];
    await deliver();
    expect((await admin.ports.webhooks.list())[0]?.paused?.why).toBe("dead");
    expect(await messages(id)).toMatchObject([{ status: 410 }]);
  });
});

describe("a process", () => {
  test("that ends midway leaves a message that goes out again under its id, and no other does", async () => {
    const { id } = await told();
    await newPublication(desk, people);
    stub.answers = ["silence"];
    const ending = new AbortController();
    const broken = deliver(reach(), ending.signal).catch((error: unknown) => error);
    await vi.waitFor(() => expect(stub.received).toHaveLength(1), { timeout: 20_000 });
    // Another process meanwhile does not send it, too.
    await deliver();
    expect(stub.received).toHaveLength(1);
    ending.abort();
    await broken;
    expect(await messages(id)).toMatchObject([{ attempts: 0, deliveredAt: null }]);
    await later(id);
    await deliver();
    const ids = stub.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("with jobs sends it without being asked", async () => {
    await told();
    const jobs = startJobs({
      ...{ databaseUrl: desk.platform.databaseUrl ?? "", site, log: pino({ level: "silent" }) },
      post: { send: async () => undefined, close: () => undefined },
      reader: { feed: () => Promise.reject(new Error("Not part of this test")) },
      callWebhook: reach(),
    });
    try {
      await newPublication(desk, people);
      await expect.poll(() => stub.received.length).toBe(1);
    } finally {
      await jobs.stop();
    }
  });
});

describe("an admin", () => {
  test("changes the secret, and for a day both sign", async () => {
    const { id, secret } = await told();
    const newer = value(await admin.ports.webhooks.rotate(id));
    expect(newer).not.toBe(secret);
    await newPublication(desk, people);
    await deliver();
    const [message] = stub.received;
    expect(message && [isSigned(message, secret), isSigned(message, newer)]).toEqual([true, true]);
    await desk.sql`update app_private.webhook_secrets set former_until = now() where webhook_id = ${id}`;
    await newPublication(desk, people);
    await deliver();
    const second = stub.received[1];
    expect(second && [isSigned(second, secret), isSigned(second, newer)]).toEqual([false, true]);
  });

  test("pauses it, and what happens meanwhile waits; sends again what was taken, under its id", async () => {
    const { id } = await told();
    value(await admin.ports.webhooks.change(id, "pause"));
    await newPublication(desk, people);
    await deliver();
    expect(stub.received).toEqual([]);
    value(await admin.ports.webhooks.change(id, "resume"));
    await deliver();
    const [message] = await messages(id);
    value(await admin.ports.webhooks.sendAgain(message?.id ?? ""));
    await deliver();
    const ids = stub.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toEqual([`msg_${message?.id}`, `msg_${message?.id}`]);
  });

  test("is the only one who sees or changes any of it, and nobody sees a secret", async () => {
    const { id, secret } = await told();
    const { editor } = people;
    expect(await editor.ports.webhooks.list()).toEqual([]);
    expect(refusal(await editor.ports.webhooks.add(stub.url, webhookEvents)).kind).toBe(
      "forbidden",
    );
    for (const action of ["pause", "resume", "remove"] as const) {
      expect(refusal(await editor.ports.webhooks.change(id, action)).kind).toBe("forbidden");
    }
    expect(refusal(await editor.ports.webhooks.rotate(id)).kind).toBe("forbidden");
    const input = { intent: "pause", webhookId: id } as const;
    expect(refusal(await manageWebhooks(editor.ports, editor.person, input)).kind).toBe(
      "forbidden",
    );
    expect(JSON.stringify(await admin.ports.webhooks.list())).not.toContain(secret);
    const trail = await admin.ports.audit.of("desk", "webhooks");
    expect(JSON.stringify(trail)).not.toContain(secret);
    expect(trail.map(({ action }) => action)).toContain("webhook.added");
  });

  test("gives an address that is one", () => {
    const add = (url: string) =>
      manageWebhooksInput.safeParse({ intent: "add", url, events: ["verdict.published"] }).success;
    expect(add("https://hooks.example/x")).toBe(true);
    for (const wrong of [
      "hooks.example",
      "ftp://x.example",
      "https://u:p@x.example",
      "javascript:1",
    ]) {
      expect(add(wrong), wrong).toBe(false);
    }
  });
});

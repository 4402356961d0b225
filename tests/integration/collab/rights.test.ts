import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";

import { hearRightsChanges, type RightsNews } from "../../../server/collab/rights-news";
import {
  reviewRights,
  standingsByConnection,
  standingsByService,
  type StandingsQuery,
} from "../../../server/collab-rights";
import { serviceClient } from "../../../server/supabase";
import { startDesk, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

async function sessionOf({ supabase, person }: Actor) {
  const { data } = await supabase.auth.getSession();
  const [, payload] = (data.session?.access_token ?? "").split(".");
  const { session_id } = JSON.parse(Buffer.from(payload ?? "", "base64url").toString());
  return { personId: person.id, sessionId: String(session_id), person };
}

async function claimInReview(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}

const ways: [string, () => StandingsQuery][] = [
  ["through supabase-js", () => standingsByService(serviceClient(desk.platform))],
  ["over a connection", () => standingsByConnection(desk.platform.databaseUrl ?? "")],
];

describe.each(ways)("what sockets may do, asked %s", (_, open) => {
  let standings: StandingsQuery;
  beforeAll(() => (standings = open()));
  afterAll(() => standings.end());
  const rightsOf = () => reviewRights(desk.platform, serviceClient(desk.platform), standings);

  it("is answered for many people, sessions and claims at once, in order", async () => {
    const rights = rightsOf();
    const [first, second] = [await claimInReview(), await claimInReview()];
    const [lead, other, reader] = [
      await sessionOf(people.lead),
      await sessionOf(people.second),
      await sessionOf(await desk.join("reader")),
    ];
    const answers = await rights.standingsOf([
      { session: lead, claimId: first },
      { session: other, claimId: first },
      { session: reader, claimId: second },
      { session: lead, claimId: crypto.randomUUID() },
      { session: { ...lead, sessionId: other.sessionId }, claimId: first },
      { session: lead, claimId: second },
    ]);
    expect(answers.map((standing) => standing?.access ?? null)).toEqual([
      "write",
      "blind",
      "none",
      null,
      null,
      "write",
    ]);
    expect(answers[0]?.person).toEqual(people.lead.person);
    expect(answers[0]?.round).toBe(0);
    await bringTo(desk, people, first, "second_review");
    expect(await rights.standingsOf([{ session: lead, claimId: first }])).toMatchObject([
      { access: "read", round: 1 },
    ]);
  });

  it("is to read and no more while the desk is read-only", async () => {
    const rights = rightsOf();
    const claimId = await claimInReview();
    const asked = [people.lead, people.second].map(async (actor) => ({
      session: await sessionOf(actor),
      claimId,
    }));
    const accesses = async () =>
      (await rights.standingsOf(await Promise.all(asked))).map((standing) => standing?.access);
    const admin = await desk.join("admin");
    await admin.ports.desk.setReadOnly(true, "An exercise");
    const closed = await accesses();
    await admin.ports.desk.setReadOnly(false, "It is over");
    expect(closed).toEqual(["read", "blind"]);
    expect(await accesses()).toEqual(["write", "blind"]);
  });

  it("ends with the session, and while somebody is banned", async () => {
    const rights = rightsOf();
    const claimId = await claimInReview();
    const helper = await desk.join("reviewer");
    const session = await sessionOf(helper);
    const standing = async () => (await rights.standingsOf([{ session, claimId }]))[0];
    expect((await standing())?.access).toBe("write");
    await desk.sql`alter table auth.users add column if not exists banned_until timestamptz`;
    await desk.sql`update auth.users set banned_until = 'infinity' where id = ${helper.person.id}`;
    expect(await standing()).toBeNull();
    await desk.sql`update auth.users set banned_until = null where id = ${helper.person.id}`;
    expect((await standing())?.access).toBe("write");
    await helper.supabase.auth.signOut();
    expect(await standing()).toBeNull();
  });
});

describe("what sockets may do", () => {
  it("is no business of anybody but the server", async () => {
    const anybody = createClient(desk.platform.url, desk.platform.anonKey, {
      ...(desk.platform.fetch && { global: { fetch: desk.platform.fetch } }),
      realtime: { transport: WebSocket as never },
    });
    for (const client of [anybody, people.lead.supabase]) {
      const { error } = await client.rpc("review_standings", {
        p_claims: [],
        p_people: [people.lead.person.id],
        p_sessions: [],
      });
      expect(error).not.toBeNull();
    }
  });
});

describe("a change of rights", () => {
  it("is told when a role, a session or a claim's people and state change", async () => {
    const told: RightsNews[] = [];
    let look: () => void = () => undefined;
    const news = hearRightsChanges(desk.platform.databaseUrl ?? "", (heard) => {
      told.push(heard);
      look();
    });
    const heard = (wanted: RightsNews) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (told.some((one) => JSON.stringify(one) === JSON.stringify(wanted))) resolve();
        };
        look();
      });
    await heard("anything");
    const helper = await desk.join("reviewer");
    const personId = helper.person.id;
    await heard({ personId });

    told.length = 0;
    await helper.supabase.auth.signOut();
    await heard({ personId });

    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "open");
    await heard({ claimId: claim.id });
    await news.end();
  });
});

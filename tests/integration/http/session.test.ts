import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import express from "express";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSession, socketSession } from "../../../server/http/session";
import type { SupabasePlatform } from "../../../server/supabase";
import { startDesk, type Actor, type TestDesk } from "../../support/desk";

let desk: TestDesk;
let anna: Actor;
let site: { origin: string; stop(): Promise<void> };
/** What was asked of Supabase's interfaces, by method and path. */
let asked: string[] = [];
let platform: SupabasePlatform;

beforeAll(async () => {
  desk = await startDesk();
  const { fetch: ask } = desk.platform;
  if (!ask) throw new Error("Not the embedded database");
  platform = {
    ...desk.platform,
    fetch: (input, init) => {
      const { method, url } = new Request(input, init);
      asked.push(`${method} ${new URL(url).pathname}`);
      return ask(input, init);
    },
  };
  site = await startSite();
});
afterAll(async () => {
  await site.stop();
  await desk.stop();
});
beforeEach(async () => {
  anna = await desk.join("reviewer");
});

/** Signs in at /in with the cookie's way of keeping it, and says at / who somebody is. */
async function startSite() {
  const app = express();
  app.get("/", async (req, res) => {
    const { person, outage } = await openSession(platform, req, res, { secure: false });
    res.status(outage ? 503 : 200).json(person);
  });
  app.get("/in", async (req, res) => {
    const { supabase } = await openSession(platform, req, res, { secure: false });
    const email = String(req.query["email"]);
    await supabase.auth.signInWithPassword({ email, password: "a-long-password" });
    res.end();
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function signIn({ supabase }: Actor): Promise<string> {
  const { data } = await supabase.auth.getUser();
  const entered = await fetch(`${site.origin}/in?email=${data.user?.email}`);
  return cookiesOf(entered);
}
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const page = async (cookie: string) => fetch(site.origin, { headers: { cookie } });
const socket = (cookie: string) => socketSession(platform, cookie);

async function expectShutOut(cookie: string) {
  expect(await (await page(cookie)).json()).toBeNull();
  expect(await socket(cookie)).toBeNull();
}

/** The cookie with something in its session changed, as its owner could. */
function tampered(cookie: string, change: (session: Record<string, unknown>) => void): string {
  const [name, value = ""] = cookie.split("=");
  const session: Record<string, unknown> = JSON.parse(
    Buffer.from(value.replace("base64-", ""), "base64url").toString("utf8"),
  );
  change(session);
  return `${name}=base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
}

test("a page and a socket know the person without asking the auth server", async () => {
  const cookie = await signIn(anna);
  asked = [];
  expect(await (await page(cookie)).json()).toEqual(anna.person);
  expect(await socket(cookie)).toMatchObject({ personId: anna.person.id, person: anna.person });
  expect(asked).toEqual([]);
});

test("a role that is taken away is gone at the next page and the next socket", async () => {
  const cookie = await signIn(anna);
  await desk.sql`update app_private.user_roles set role = 'reader' where user_id = ${anna.person.id}`;
  expect(await (await page(cookie)).json()).toMatchObject({ role: "reader" });
  expect(await socket(cookie)).toMatchObject({ person: { role: "reader" } });
});

test("after signing out the token opens no page and no socket, and the cookie is taken back", async () => {
  const [cookie, other] = [await signIn(anna), await signIn(anna)];
  const { sessionId } = (await socket(cookie)) ?? {};
  await desk.sql`delete from auth.sessions where id = ${sessionId ?? ""}`;
  await expectShutOut(cookie);
  expect((await page(cookie)).headers.getSetCookie().join()).toMatch(
    /countersign-session=;.*Max-Age=0/,
  );
  expect(await (await page(other)).json()).toEqual(anna.person);
});

test("a banned or deleted person is shut out though the token is good", async () => {
  await desk.sql`alter table auth.users add column if not exists banned_until timestamptz`;
  await desk.sql`alter table auth.users add column if not exists deleted_at timestamptz`;
  const cookie = await signIn(anna);
  const { id } = anna.person;
  await desk.sql`update auth.users set banned_until = now() + interval '1 hour' where id = ${id}`;
  await expectShutOut(cookie);
  await desk.sql`update auth.users set banned_until = now() - interval '1 hour' where id = ${id}`;
  expect(await (await page(cookie)).json()).toEqual(anna.person);
  await desk.sql`update auth.users set deleted_at = now() where id = ${id}`;
  await expectShutOut(cookie);
});

test("a session past its last moment is over", async () => {
  await desk.sql`alter table auth.sessions add column if not exists not_after timestamptz`;
  const cookie = await signIn(anna);
  const { sessionId } = (await socket(cookie)) ?? {};
  await desk.sql`update auth.sessions set not_after = now() where id = ${sessionId ?? ""}`;
  await expectShutOut(cookie);
});

test("a token for somebody else's session is nobody's, whoever signed it", async () => {
  const eve = await desk.join("editor");
  const { sessionId = "" } = (await socket(await signIn(anna))) ?? {};
  const [row] = await desk.sql`
    select id from public.session_standing(${sessionId}::uuid, ${eve.person.id}::uuid)`;
  expect(row).toBeUndefined();
});

test("a token that is changed, cut or replaced opens nothing", async () => {
  const cookie = await signIn(anna);
  for (const spoil of [
    (token: string) => `${token.slice(0, -4)}AAAA`,
    (token: string) => token.split(".").slice(0, 2).join("."),
    (token: string) => token.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString("base64url")),
    () => "nonsense",
  ]) {
    await expectShutOut(
      tampered(
        cookie,
        (session) => (session["access_token"] = spoil(String(session["access_token"]))),
      ),
    );
  }
});

test("a session that has run out is refreshed by the page, once, and never by a socket", async () => {
  const cookie = await signIn(anna);
  const old = tampered(cookie, (session) => (session["expires_at"] = 1));
  asked = [];
  const pages = await Promise.all([page(old), page(old)]);
  for (const answer of pages) expect(await answer.json()).toEqual(anna.person);
  expect(asked).toEqual(["POST /auth/v1/token"]);
  const renewed = cookiesOf(pages[0]);
  expect(await socket(renewed)).toMatchObject({ personId: anna.person.id });
});

test("when storage cannot say who it is, nobody is signed out for it", async () => {
  const cookie = await signIn(anna);
  await desk.sql`alter function public.session_standing(uuid, uuid) rename to session_away`;
  try {
    const answer = await page(cookie);
    expect(answer.status).toBe(503);
    expect(answer.headers.getSetCookie()).toEqual([]);
    await expect(socket(cookie)).rejects.toThrow();
  } finally {
    await desk.sql`alter function public.session_away(uuid, uuid) rename to session_standing`;
  }
});

test("people cannot ask whose session something is", async () => {
  const ids = { p_session: anna.person.id, p_person: anna.person.id };
  for (const client of [anna.supabase, desk.anonymousClient]) {
    const { data, error } = await client.rpc("session_standing", ids);
    expect([data, error?.code]).toEqual([null, expect.stringMatching(/42501|PGRST202/)]);
  }
});

import { randomUUID } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { SupabasePlatform } from "../../../server/supabase";
import { startConformance } from "./conformance-platform";
import { clientOf, password, signUp, type SignedUp } from "./people";

let platform: SupabasePlatform;
let stop: () => Promise<void>;
let anna: SignedUp;
let anyone: SupabaseClient;

beforeAll(async () => {
  ({ platform, stop } = await startConformance());
  anna = await signUp(platform);
  anyone = clientOf(platform);
});
afterAll(() => stop());

const signIn = (email: string, given = password) =>
  clientOf(platform).auth.signInWithPassword({ email, password: given });

test("signing in with the password opens a session for an hour", async () => {
  const { data, error } = await signIn(anna.email);
  expect(error).toBeNull();
  expect(data.user?.id).toBe(anna.id);
  expect(data.user?.user_metadata).toMatchObject({ conformance_name: anna.name });
  expect(data.session?.expires_in).toBe(3600);
});

test("a wrong password and an unknown address are answered alike", async () => {
  const wrong = await signIn(anna.email, "wrong horse battery");
  const unknown = await signIn(`conformance-${randomUUID()}@example.com`);
  for (const { data, error } of [wrong, unknown]) {
    expect(data.session).toBeNull();
    expect([error?.code, error?.status]).toEqual(["invalid_credentials", 400]);
  }
});

test("an address is signed up once, a short password never", async () => {
  const again = await anyone.auth.signUp({ email: anna.email, password });
  expect(again.error?.code).toBe("user_already_exists");
  const short = await anyone.auth.signUp({
    email: `conformance-${randomUUID()}@example.com`,
    password: "short",
  });
  expect(short.error?.code).toBe("weak_password");
});

test("a token answers for its owner, a tampered one for nobody", async () => {
  const { data } = await anyone.auth.getUser(anna.accessToken);
  expect(data.user?.id).toBe(anna.id);
  const [head, payload, signature] = anna.accessToken.split(".");
  const claims: unknown = JSON.parse(Buffer.from(payload ?? "", "base64url").toString());
  const forged = Buffer.from(
    JSON.stringify({ ...Object(claims), role: "service_role", sub: randomUUID() }),
  ).toString("base64url");
  const unsigned = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
  for (const token of [
    `${head}.${forged}.${signature}`,
    `${head}.${payload}.${signature?.slice(0, -4)}AAAA`,
    "nonsense",
  ]) {
    const { data: nobody, error } = await anyone.auth.getUser(token);
    expect(nobody.user).toBeNull();
    expect(error).not.toBeNull();
    const rows = await clientOf(platform, platform.anonKey, token)
      .from("conformance_people")
      .select();
    expect([rows.data, rows.status]).toEqual([null, 401]);
  }
  const rows = await clientOf(platform, platform.anonKey, `${unsigned}.${forged}.`)
    .from("conformance_people")
    .select();
  expect(rows.data).toBeNull();
});

test("a wrong key opens nothing", async () => {
  const { data, status } = await clientOf(platform, "sb_publishable_wrong_key")
    .from("conformance_folders")
    .select();
  expect([data, status]).toEqual([null, 401]);
});

test("refreshing gives a new pair of tokens that works", async () => {
  const { refreshToken, accessToken } = await signUp(platform);
  const { data, error } = await anyone.auth.refreshSession({ refresh_token: refreshToken });
  expect(error).toBeNull();
  expect(data.session?.refresh_token).not.toBe(refreshToken);
  expect(data.session?.access_token).toBeTruthy();
  const { data: who } = await anyone.auth.getUser(data.session?.access_token ?? "");
  const { data: before } = await anyone.auth.getUser(accessToken);
  expect(who.user?.id).toBe(before.user?.id);
  const wrong = await anyone.auth.refreshSession({ refresh_token: "nonsense" });
  expect([wrong.data.session, wrong.error?.status]).toEqual([null, 400]);
});

test("after signing out the session's tokens are worth nothing, and other sessions go on", async () => {
  const person = await signUp(platform);
  const { data: other } = await signIn(person.email);
  const { error } = await anyone.auth.admin.signOut(person.accessToken, "local");
  expect(error).toBeNull();
  const gone = await anyone.auth.getUser(person.accessToken);
  expect(gone.data.user).toBeNull();
  const refreshed = await anyone.auth.refreshSession({ refresh_token: person.refreshToken });
  expect(refreshed.data.session).toBeNull();
  const still = await anyone.auth.getUser(other.session?.access_token ?? "");
  expect(still.data.user?.id).toBe(person.id);
});

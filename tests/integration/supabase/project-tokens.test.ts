import { randomUUID, webcrypto } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { checkByProject, type TokenCheck } from "../../../server/supabase/signed-in";

/** Stands in for a project's auth server: publishes a key, and knows one token signed with a secret that we do not have. */
let server: Server;
let asked: string[] = [];
let isAway = false;
let keys: webcrypto.CryptoKeyPair;
let check: TokenCheck;
const issued = new Set<string>();
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

beforeAll(async () => {
  keys = await pair();
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey("jwk", keys.publicKey);
  const key = { kty, crv, x, y, kid: "current", alg: "ES256", key_ops: ["verify"] };
  server = createServer((req, res) => {
    asked.push(req.url ?? "");
    res.setHeader("content-type", "application/json");
    const token = req.headers.authorization?.replace("Bearer ", "") ?? "";
    if (isAway) res.writeHead(503).end("{}");
    else if (req.url?.endsWith("jwks.json")) res.end(JSON.stringify({ keys: [key] }));
    else if (issued.has(token)) res.end(JSON.stringify({ id: randomUUID() }));
    else res.writeHead(403).end(JSON.stringify({ code: 403, error_code: "bad_jwt", msg: "bad" }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  check = checkByProject(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "public");
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  [asked, isAway] = [[], false];
});

const pair = () =>
  webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);

const claims = (exp = Date.now() / 1000 + 600) => ({
  sub: randomUUID(),
  session_id: randomUUID(),
  exp: Math.floor(exp),
});

async function signed(payload: object, { privateKey } = keys): Promise<string> {
  const text = `${encoded({ alg: "ES256", typ: "JWT", kid: "current" })}.${encoded(payload)}`;
  const how = { name: "ECDSA", hash: "SHA-256" };
  const signature = await webcrypto.subtle.sign(how, privateKey, Buffer.from(text));
  return `${text}.${Buffer.from(signature).toString("base64url")}`;
}

test("a token signed with the project's key is checked here, its keys fetched once", async () => {
  for (const payload of [claims(), claims()]) {
    expect(await check(await signed(payload))).toMatchObject({
      personId: payload.sub,
      sessionId: payload.session_id,
    });
  }
  expect(asked).toEqual(["/auth/v1/.well-known/jwks.json"]);
});

test("a token of another key, one that has run out and one that was changed are refused", async () => {
  const good = await signed(claims());
  const [head, , signature] = good.split(".");
  for (const bad of [
    await signed(claims(), await pair()),
    await signed(claims(Date.now() / 1000 - 1)),
    `${head}.${encoded(claims())}.${signature}`,
    `${encoded({ alg: "none", kid: "current" })}.${encoded(claims())}.`,
    "nonsense",
  ]) {
    expect(await check(bad), bad).toBeNull();
  }
});

test("a token signed with a shared secret is asked about", async () => {
  const payload = claims();
  const token = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(payload)}.c2lnbmF0dXJl`;
  expect(await check(token)).toBeNull();
  issued.add(token);
  expect(await check(token)).toMatchObject({ personId: payload.sub });
  expect(asked).toEqual(["/auth/v1/user", "/auth/v1/user"]);
});

test("an auth server that fails is no answer", async () => {
  isAway = true;
  const token = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims())}.c2lnbmF0dXJl`;
  await expect(check(token)).rejects.toThrow();
});

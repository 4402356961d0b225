import { createHmac, randomUUID } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { readToken, verifyToken } from "../../../../server/supabase/access-token";

const secret = "a secret of this test";
const now = Date.parse("2026-11-25T12:00:00Z");
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function token({ alg = "HS256", key = secret, claims = {} as object } = {}): string {
  const payload = { sub: randomUUID(), session_id: randomUUID(), exp: now / 1000 + 60, ...claims };
  const signed = `${encoded({ alg, typ: "JWT" })}.${encoded(payload)}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

test("a token of ours tells whose it is, of which session and until when", () => {
  const [sub, session_id] = [randomUUID(), randomUUID()];
  expect(verifyToken(token({ claims: { sub, session_id } }), secret, now)).toEqual({
    personId: sub,
    sessionId: session_id,
    expiresAt: now + 60_000,
  });
});

test("a token is good until its last second, and no longer", () => {
  const one = token();
  expect(verifyToken(one, secret, now + 59_999)).not.toBeNull();
  expect(verifyToken(one, secret, now + 60_000)).toBeNull();
});

test("another key, another algorithm and no signature are refused", () => {
  const good = token();
  const unsigned = good.slice(0, good.lastIndexOf("."));
  for (const bad of [
    token({ key: "another" }),
    token({ alg: "none" }),
    token({ alg: "RS256" }),
    token({ alg: "hs256" }),
    unsigned,
    `${unsigned}.`,
    `${good}.`,
    `${good}=`,
    `.${good}`,
    "",
    "..",
  ]) {
    expect(verifyToken(bad, secret, now), bad).toBeNull();
  }
});

test("a token without a person, a session or an end is nobody's", () => {
  for (const claims of [
    { sub: undefined },
    { sub: "service" },
    { session_id: undefined },
    { session_id: "" },
    { exp: undefined },
    { exp: "2099-01-01" },
    { exp: null },
  ]) {
    expect(verifyToken(token({ claims }), secret, now)).toBeNull();
  }
});

test("one changed character anywhere makes a token worthless", () => {
  const good = token();
  fc.assert(
    fc.property(
      fc.nat(good.length - 1),
      fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= "),
      (at, character) => {
        fc.pre(good[at] !== character);
        const changed = good.slice(0, at) + character + good.slice(at + 1);
        expect(verifyToken(changed, secret, now)).toBeNull();
      },
    ),
  );
});

test("whatever comes as a token is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.base64String()).map((p) => p.join(".")),
      ),
      (text) => {
        expect(readToken(text)).toBeNull();
      },
    ),
  );
});

import { createHash, randomBytes, randomUUID } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";

import { serviceClient, type SupabasePlatform } from "../../../server/supabase";
import { startConformance } from "./conformance-platform";
import { clientOf, signUp, type SignedUp } from "./people";

let platform: SupabasePlatform;
let stop: () => Promise<void>;
let anna: SignedUp;
let anyone: SupabaseClient;
let service: SupabaseClient;

beforeAll(async () => {
  ({ platform, stop } = await startConformance());
  anna = await signUp(platform);
  anyone = clientOf(platform);
  service = serviceClient(platform);
});
afterAll(() => stop());

test("a function runs as the one who asks, and knows the session", async () => {
  const who = async (client: SupabaseClient) =>
    (await client.rpc("conformance_whoami").single().throwOnError()).data;
  expect(await who(anna.client)).toEqual({
    id: anna.id,
    role: "authenticated",
    claimed: "authenticated",
    session: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(await who(anyone)).toMatchObject({ id: null, role: "anon" });
  expect(await who(service)).toMatchObject({ id: null, role: "service_role" });
});

test.for([
  ["an object", { a: { b: [1, 2.5, "drei", null, true] }, "quoted \"'\\": "\u00e9\u{1f50e}" }],
  ["an array", [{ a: 1 }, [], "x", null]],
  ["an empty array", []],
  ["an array of objects", [{ statement: 'It\'s "so"' }, { statement: "{x}" }]],
] as const)("jsonb arguments and answers stay what they are: %s", async ([, given]) => {
  const { data, error } = await anna.client.rpc("conformance_echo", { given });
  expect({ data, error }).toEqual({ data: given, error: null });
  const kind = await anna.client.rpc("conformance_kind", { given });
  expect(kind.data).toBe(Array.isArray(given) ? "array" : "object");
});

test.for([
  ["PT403", 403],
  ["PT404", 404],
  ["PT409", 409],
  ["PT422", 422],
  ["42501", 403],
  ["P0001", 400],
  ["23514", 400],
  ["40001", 500],
] as const)("an error raised with %s comes through whole", async ([code, status]) => {
  const details = JSON.stringify({ state: "open", movedBy: null });
  const answer = await anna.client.rpc("conformance_refuse", {
    code,
    message: "It's moved on; “quoted”",
    details,
    advice: "Look again",
  });
  expect(answer.data).toBeNull();
  expect(answer.status).toBe(status);
  expect(answer.error).toMatchObject({
    code,
    message: "It's moved on; “quoted”",
    details,
    hint: "Look again",
  });
});

test("what a function wrote before it raised is gone", async () => {
  const title = `undone ${randomUUID()}`;
  const { error } = await anna.client.rpc("conformance_add_folder", { title, fail: true });
  expect(error?.code).toBe("PT409");
  const { data } = await anna.client.from("conformance_folders").select("id").eq("title", title);
  expect(data).toEqual([]);
  const kept = await anna.client.rpc("conformance_add_folder", { title, fail: false });
  expect(kept.data).toMatch(/^[0-9a-f-]{36}$/);
});

test("a function without a grant is closed, and an unknown one is not there", async () => {
  const closed = await anna.client.rpc("conformance_service_only");
  expect(closed.error?.code).toBe("42501");
  expect((await service.rpc("conformance_service_only")).data).toBe("open");
  const unknown = await anna.client.rpc("conformance_unknown");
  expect([unknown.error?.code, unknown.status]).toEqual(["PGRST202", 404]);
});

test.for([0, 1, 57, 300_000])("%i bytes go and come as base64", async (size) => {
  const bytes = randomBytes(size);
  const blob = randomUUID();
  const kept = await anna.client.rpc("conformance_keep", {
    blob,
    base64: bytes.toString("base64"),
  });
  expect(kept).toMatchObject({ data: size, error: null });
  const { data } = await anna.client.rpc("conformance_fetch", { blob }).single().throwOnError();
  expect(data).toEqual({
    base64: bytes.toString("base64"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: `\\x${bytes.toString("hex")}`,
  });
});

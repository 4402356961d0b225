import { randomUUID } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";

import { serviceClient, type SupabasePlatform } from "../../../server/supabase";
import { startConformance } from "./conformance-platform";
import { clientOf, signUp, type SignedUp } from "./people";

let platform: SupabasePlatform;
let stop: () => Promise<void>;
let anna: SignedUp;
let bo: SignedUp;
let anyone: SupabaseClient;
let service: SupabaseClient;

beforeAll(async () => {
  ({ platform, stop } = await startConformance());
  [anna, bo] = await Promise.all([signUp(platform), signUp(platform)]);
  anyone = clientOf(platform);
  service = serviceClient(platform);
});
afterAll(() => stop());

const folders = (client: SupabaseClient) => client.from("conformance_folders");
const title = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

async function newFolder(person: SignedUp, values: Record<string, unknown> = {}): Promise<string> {
  const { data } = await folders(person.client)
    .insert({ title: title("folder"), ...values })
    .select("id")
    .single()
    .throwOnError();
  return String(data.id);
}

test("a trigger on auth.users sees the metadata of the sign-up as an object", async () => {
  const { data, error } = await anna.client.from("conformance_people").select("id, name");
  expect({ data, error }).toEqual({ data: [{ id: anna.id, name: anna.name }], error: null });
});

test("a person sees and changes their own rows only, an anonymous reader the published ones", async () => {
  const kept = await newFolder(anna);
  const shown = await newFolder(anna, { published: true });
  const seenBy = async (client: SupabaseClient) => {
    const { data } = await folders(client).select("id").in("id", [kept, shown]).throwOnError();
    return data.map(({ id }) => id).sort();
  };
  expect(await seenBy(anna.client)).toEqual([kept, shown].sort());
  expect(await seenBy(bo.client)).toEqual([]);
  expect(await seenBy(anyone)).toEqual([shown]);
  expect(await seenBy(service)).toEqual([kept, shown].sort());

  const { data: changed } = await folders(bo.client)
    .update({ title: "taken" })
    .eq("id", kept)
    .select("id");
  expect(changed).toEqual([]);
  const { data: removed } = await folders(bo.client).delete().eq("id", kept).select("id");
  expect(removed).toEqual([]);
  expect(await seenBy(anna.client)).toContain(kept);
});

test("writing a row in another's name is refused by policy", async () => {
  const { error, status } = await folders(bo.client).insert({ title: "theirs", owner: anna.id });
  expect(error?.code).toBe("42501");
  expect(error?.message).toContain("row-level security");
  expect(status).toBe(403);
});

test("an open policy without a grant opens nothing", async () => {
  for (const client of [anyone, anna.client, service]) {
    const { data, error } = await client.from("conformance_ungranted").select("id");
    expect(data).toBeNull();
    expect(error?.code).toBe("42501");
    expect(error?.message).toBe("permission denied for table conformance_ungranted");
  }
});

test("a granted SELECT is no granted INSERT, also for the service key", async () => {
  const blob = { id: randomUUID(), bytes: "\\x00" };
  const { error } = await service.from("conformance_blobs").insert(blob);
  expect(error?.code).toBe("42501");
  const { status } = await folders(anyone).insert({ title: "anonymous" });
  expect(status).toBe(401);
});

test("columns keep their kinds: arrays, json, booleans, numbers, times in ISO form", async () => {
  const settings = { nested: { list: [1, "two", null, true] }, text: '{"looks":"like json"}' };
  const { data, error } = await folders(anna.client)
    .insert({ title: title("kinds"), tags: ["a,b", 'c"d', "é"], settings, place: -7 })
    .select("tags, settings, published, place, created_at")
    .single();
  expect(error).toBeNull();
  expect(data).toMatchObject({ tags: ["a,b", 'c"d', "é"], settings, published: false, place: -7 });
  expect(data?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/);
});

test("rows come with those they refer to and those that refer to them, ordered and limited there too", async () => {
  const id = await newFolder(anna);
  const bodies = ["c", "a", "b"].map((body, at) => ({ folder_id: id, body, place: at }));
  await anna.client.from("conformance_notes").insert(bodies).throwOnError();
  const { data, error } = await folders(anna.client)
    .select("id, owner:conformance_people(name), conformance_notes(body, place)")
    .eq("id", id)
    .order("body", { referencedTable: "conformance_notes" })
    .limit(2, { referencedTable: "conformance_notes" })
    .single();
  expect(error).toBeNull();
  expect(data).toEqual({
    id,
    owner: { name: anna.name },
    conformance_notes: [
      { body: "a", place: 1 },
      { body: "b", place: 2 },
    ],
  });
  const { data: inner } = await anna.client
    .from("conformance_notes")
    .select("body, conformance_folders!inner(id)")
    .eq("conformance_folders.id", id)
    .eq("body", "c");
  expect(inner).toEqual([{ body: "c", conformance_folders: { id } }]);
  const { data: none } = await bo.client.from("conformance_notes").select("body");
  expect(none).toEqual([]);
});

test("order, limit, range and exact counts", async () => {
  const person = await signUp(platform);
  const rows = [3, 1, 2, 5, 4].map((place) => ({ title: `row ${place}`, place }));
  await folders(person.client).insert(rows).throwOnError();
  const page = await folders(person.client)
    .select("place", { count: "exact" })
    .order("place", { ascending: false })
    .range(1, 2);
  expect(page.data).toEqual([{ place: 4 }, { place: 3 }]);
  expect(page.count).toBe(5);
  const head = await folders(person.client)
    .select("*", { count: "exact", head: true })
    .gte("place", 4);
  expect([head.data, head.count]).toEqual([null, 2]);
  const two = await folders(person.client).select("place").order("place").limit(2);
  expect(two.data).toEqual([{ place: 1 }, { place: 2 }]);
});

test("filters that the app uses", async () => {
  const person = await signUp(platform);
  await folders(person.client)
    .insert([
      { title: "Ärger, (ja)", place: 1, tags: ["x"] },
      { title: "ruhe", place: 2, tags: ["x", "y"], published: true },
      { title: "100%_sure", place: 3, tags: [] },
    ])
    .throwOnError();
  const places = async (
    filter: (query: ReturnType<typeof selected>) => ReturnType<typeof selected>,
  ) => {
    const { data } = await filter(selected()).order("place").throwOnError();
    return data.map(({ place }) => place);
  };
  const selected = () => folders(person.client).select("place");
  expect(await places((q) => q.eq("title", "Ärger, (ja)"))).toEqual([1]);
  expect(await places((q) => q.in("title", ["Ärger, (ja)", "ruhe"]))).toEqual([1, 2]);
  expect(await places((q) => q.or("place.eq.1,and(place.eq.2,published.is.true)"))).toEqual([1, 2]);
  expect(await places((q) => q.ilike("title", "äRGER%"))).toEqual([1]);
  expect(await places((q) => q.contains("tags", ["x", "y"]))).toEqual([2]);
  expect(await places((q) => q.not("place", "in", "(1,2)"))).toEqual([3]);
  expect(await places((q) => q.match({ place: 2, published: true }))).toEqual([2]);
  expect(await places((q) => q.filter("place", "gt", 1).lt("place", 3))).toEqual([2]);
});

test("upsert updates the row that is there and adds the one that is not", async () => {
  const person = await signUp(platform);
  const put = (rows: { title: string; place: number }[], ignoreDuplicates = false) =>
    folders(person.client)
      .upsert(
        rows.map((row) => ({ ...row, owner: person.id })),
        { onConflict: "owner,title", ignoreDuplicates },
      )
      .select("title, place");
  await put([{ title: "a", place: 1 }]).throwOnError();
  const { data } = await put([
    { title: "a", place: 2 },
    { title: "b", place: 3 },
  ]).throwOnError();
  expect(data).toEqual([
    { title: "a", place: 2 },
    { title: "b", place: 3 },
  ]);
  await put([{ title: "a", place: 9 }], true).throwOnError();
  const { data: rows } = await folders(person.client).select("title, place").order("title");
  expect(rows).toEqual(data);
});

test("one row wanted: none is an error, or null when it may be missing", async () => {
  const none = () => folders(anna.client).select("id").eq("id", randomUUID());
  const one = await none().single();
  expect([one.error?.code, one.status]).toEqual(["PGRST116", 406]);
  const maybe = await none().maybeSingle();
  expect([maybe.data, maybe.error]).toEqual([null, null]);
});

test("constraints answer with their own codes and statuses", async () => {
  const taken = title("taken");
  await newFolder(anna, { title: taken });
  const answers = await Promise.all([
    folders(anna.client).insert({ title: taken }),
    folders(anna.client).insert({ title: "" }),
    folders(anna.client).insert({ title: null }),
    folders(anna.client).insert({ title: title("x"), place: "many" }),
    service.from("conformance_folders").insert({ title: "nobody's", owner: randomUUID() }),
    anna.client.from("conformance_missing").select(),
  ]);
  expect(answers.map(({ error, status }) => [error?.code, status])).toEqual([
    ["23505", 409],
    ["23514", 400],
    ["23502", 400],
    ["22P02", 400],
    ["23503", 409],
    ["PGRST205", 404],
  ]);
});

test("a failing row of several keeps none of them", async () => {
  const first = title("first");
  const { error } = await folders(anna.client).insert([{ title: first }, { title: "" }]);
  expect(error?.code).toBe("23514");
  const { data } = await folders(anna.client).select("id").eq("title", first);
  expect(data).toEqual([]);
});

test("people who ask at the same time never see each other's rows", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => signUp(platform)));
  await Promise.all(people.map((person) => newFolder(person)));
  const asked = people.flatMap((person) => Array.from({ length: 5 }, () => person));
  const answers = await Promise.all(
    asked.map(async ({ id, client }) => {
      const { data } = await folders(client).select("owner").throwOnError();
      const { data: who } = await client.rpc("conformance_whoami").single().throwOnError();
      return { id, owners: data.map(({ owner }) => owner), who };
    }),
  );
  expect(answers).toHaveLength(60);
  for (const { id, owners, who } of answers) {
    expect(owners).toEqual([id]);
    expect(who).toMatchObject({ id, role: "authenticated" });
  }
});

test("anonymous requests between signed-in ones see nothing of theirs", async () => {
  const hidden = await newFolder(anna);
  const ask = async (client: SupabaseClient) => {
    const { data } = await folders(client).select("id").eq("id", hidden).throwOnError();
    return data.length;
  };
  const counts = await Promise.all(
    Array.from({ length: 60 }, (_, at) => ask(at % 3 === 0 ? anna.client : anyone)),
  );
  expect(counts).toEqual(Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? 1 : 0)));
});

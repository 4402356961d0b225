import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ReviewDocumentStore, ReviewRow, RowOutcome } from "~/collab/store";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { postgresReviewDocumentStore } from "../../../server/collab/store-postgres";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let helper: Actor;
let reader: Actor;
let direct: ReturnType<typeof postgresReviewDocumentStore>;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  [helper, reader] = [await desk.join("reviewer"), await desk.join("reader")];
  direct = postgresReviewDocumentStore(desk.platform.databaseUrl ?? "");
});
afterAll(async () => {
  await direct.end();
  await desk.stop();
});

async function claimIn(state: "open" | "in_review" | "second_review"): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, state);
  return claim.id;
}

async function decided(): Promise<string> {
  const claimId = await claimIn("second_review");
  const { ports, person } = people.second;
  const { version } = (await people.editor.ports.claims.find(claimId)) ?? { version: -1 };
  value(
    await giveSecondVerdict(ports, person, {
      claimId,
      version,
      rating: "mostly_true",
      reason: "Read",
    }),
  );
  return claimId;
}

async function conflicted(): Promise<string> {
  const claimId = await claimIn("in_review");
  await desk.sql`
    update public.claims set recused = array[${helper.person.id}::uuid] where id = ${claimId}`;
  return claimId;
}

interface Scene {
  one: string;
  other: string;
  open: string;
  blind: string;
  decided: string;
  /** Where the helper must keep out. */
  conflicted: string;
}

const newScene = async (): Promise<Scene> => ({
  one: await claimIn("in_review"),
  other: await claimIn("in_review"),
  open: await claimIn("open"),
  blind: await claimIn("second_review"),
  decided: await decided(),
  conflicted: await conflicted(),
});

const row = (
  claimId: string,
  { person }: Actor,
  bytes: number[],
  rest: Partial<ReviewRow> = {},
): ReviewRow => ({
  claimId,
  author: person.id,
  clientIds: [],
  update: Uint8Array.from(bytes),
  edits: 1,
  ...rest,
});

function plainRows({
  one,
  other,
  open,
  blind,
  decided,
  conflicted,
}: Scene): [ReviewRow, RowOutcome][] {
  const { lead, second } = people;
  const isCommentsOnly = true;
  return [
    [row(one, lead, [0, 92, 255]), { n: 1 }],
    [row(crypto.randomUUID(), lead, [1]), { refused: "no_claim" }],
    [row(one, second, [2]), { refused: "second_reviewer" }],
    [row(other, helper, [34, 44, 123], { edits: 7 }), { n: 1 }],
    [row(one, reader, [3]), { refused: "no_right" }],
    [{ ...row(one, lead, [3]), author: crypto.randomUUID() }, { refused: "no_right" }],
    [row(open, lead, [4]), { refused: "not_in_review" }],
    [row(one, helper, []), { n: 2 }],
    [row(blind, second, [5], { isCommentsOnly }), { refused: "not_in_review" }],
    [row(decided, second, [6], { isCommentsOnly }), { n: 1 }],
    [row(decided, lead, [6], { isCommentsOnly }), { refused: "not_in_review" }],
    [row(decided, second, [7]), { refused: "not_in_review" }],
    [row(conflicted, helper, [8]), { refused: "no_right" }],
    [row(conflicted, lead, [8]), { n: 1 }],
    [row(one, lead, [8], { edits: 2 }), { n: 3 }],
  ];
}

function rowsThatBringSomething({ one, other, open }: Scene): [ReviewRow, RowOutcome][] {
  const { lead } = people;
  const to = (person: Actor, comment: string) => ({ comment, person: person.person.id });
  return [
    [row(one, lead, [9], { clientIds: [1, 2], mentions: [to(helper, "a")] }), { n: 4 }],
    [row(one, helper, [10], { clientIds: [3, 2] }), { refused: "foreign_client" }],
    [row(one, helper, [11], { mentions: [to(helper, "b"), to(lead, "b")] }), { n: 5 }],
    [row(one, lead, [12], { clientIds: [3] }), { refused: "foreign_client" }],
    [row(other, helper, [13], { clientIds: [1] }), { n: 2 }],
    [
      row(open, lead, [14], { clientIds: [1], mentions: [to(helper, "c")] }),
      { refused: "not_in_review" },
    ],
    [
      row(one, helper, [15], {
        clientIds: [3],
        mentions: [
          { ...to(lead, "d"), outcome: "declined" },
          { comment: "d", person: "nobody" },
        ],
      }),
      { n: 6 },
    ],
  ];
}

/** What is stored of a scene's claims, in the scene's own names. */
async function stored(scene: Partial<Scene>) {
  const kept = [];
  for (const [name, claimId] of Object.entries(scene)) {
    const rows = await desk.sql`
      select n::int, author, edits, encode(update, 'hex') as bytes, comments_only, prev_hash, hash
        from public.review_updates where claim_id = ${claimId} order by n`;
    let hash = sha256(uuidBytes(claimId));
    for (const each of rows) {
      const n = Buffer.alloc(8);
      n.writeBigInt64BE(BigInt(each.n));
      expect(each.prev_hash).toEqual(hash);
      hash = sha256(hash, n, uuidBytes(each.author), Buffer.from(each.bytes, "hex"));
      expect(each.hash).toEqual(hash);
    }
    const documents = await desk.sql`
      select head::int, head_hash from public.review_documents where claim_id = ${claimId}`;
    if (rows.length > 0) expect([...documents]).toEqual([{ head: rows.length, head_hash: hash }]);
    kept.push({
      name,
      rows: rows.map(({ prev_hash: _, hash: __, ...rest }) => rest),
      clients: [
        ...(await desk.sql`
          select client_id::int, user_id from public.review_clients where claim_id = ${claimId} order by 1`),
      ],
      mentions: [
        ...(await desk.sql`
          select comment_id, person_id, by, outcome from public.review_mentions
            where claim_id = ${claimId} order by 1, 2`),
      ],
    });
  }
  return kept;
}

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const uuidBytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

describe("rows that are appended", () => {
  it("end the same over either way to the database, alone and together", async () => {
    const service = reviewDocumentStore(serviceClient(desk.platform));
    const all = (store: ReviewDocumentStore) => (rows: ReviewRow[]) => store.append(rows);
    const oneByOne = (store: ReviewDocumentStore) => async (rows: ReviewRow[]) => {
      const outcomes: RowOutcome[] = [];
      for (const each of rows) outcomes.push(...(await store.append([each])));
      return outcomes;
    };
    const ways = [all(direct), oneByOne(direct), all(service), oneByOne(service)];
    const results = [];
    for (const append of ways) {
      const scene = await newScene();
      for (const expected of [plainRows(scene), rowsThatBringSomething(scene)]) {
        expect(await append(expected.map(([each]) => each))).toMatchObject(
          expected.map(([, outcome]) => outcome),
        );
      }
      results.push(await stored(scene));
    }
    const [first, ...others] = results;
    expect(first?.find(({ name }) => name === "one")).toMatchObject({
      rows: [{ edits: 1, bytes: "005cff" }, { bytes: "" }, { edits: 2 }, {}, {}, {}],
      clients: [{ client_id: 1 }, { client_id: 2 }, { client_id: 3, user_id: helper.person.id }],
      mentions: [
        { comment_id: "a", person_id: helper.person.id, outcome: "" },
        { comment_id: "b", person_id: people.lead.person.id, outcome: "" },
        { comment_id: "d", person_id: people.lead.person.id, outcome: "declined" },
      ],
    });
    expect(first?.find(({ name }) => name === "decided")).toMatchObject({
      rows: [{ comments_only: true, author: people.second.person.id }],
    });
    for (const other of others) expect(other).toEqual(first);
  });

  it("are none when there are none", async () => {
    expect(await direct.append([])).toEqual([]);
    expect(await reviewDocumentStore(serviceClient(desk.platform)).append([])).toEqual([]);
  });

  it("all fail where one of them cannot be stored", async () => {
    const claimId = await claimIn("in_review");
    const impossible = row(claimId, people.lead, [2], { edits: 0 });
    await expect(direct.append([row(claimId, people.lead, [1]), impossible])).rejects.toThrow();
    await expect(direct.append([impossible])).rejects.toThrow();
    expect(await direct.append([row(claimId, people.lead, [3])])).toEqual([{ n: 1 }]);
  });

  it.each([
    ["no role", "in one call"],
    ["no role", "alone"],
    ["second", "in one call"],
    ["second", "alone"],
    ["recused", "in one call"],
    ["recused", "alone"],
  ] as const)("wait for a right that is being taken away: %s, %s", async (becomes, how) => {
    const [claimId, other] = [await claimIn("in_review"), await claimIn("in_review")];
    const leaving = await desk.join("reviewer");
    const { id } = leaving.person;
    const rows = [row(claimId, leaving, [1])];
    if (how === "in one call") rows.push(row(other, people.lead, [2]));
    let appended: Promise<RowOutcome[]> | undefined;
    await desk.sql.begin(async (sql) => {
      await {
        "no role": () =>
          sql`update app_private.user_roles set role = 'reader' where user_id = ${id}`,
        second: () => sql`update public.claims set second_id = ${id} where id = ${claimId}`,
        recused: () =>
          sql`update public.claims set recused = array[${id}::uuid] where id = ${claimId}`,
      }[becomes]();
      appended = direct.append(rows);
      await expect
        .poll(async () => {
          const [waiting] = await desk.sql`
            select count(*)::int as n from pg_stat_activity
              where wait_event_type = 'Lock' and query like '%append_review_rows%'`;
          return waiting?.n;
        })
        .toBe(1);
    });
    const refused = becomes === "second" ? "second_reviewer" : "no_right";
    expect(await appended).toEqual([{ refused }, { n: 1 }].slice(0, rows.length));
  });

  it("are numbered one after the other when many come at once, the first of all too", async () => {
    const claims = [await claimIn("in_review"), await claimIn("in_review")];
    const calls = Array.from({ length: 40 }, (_, i) => {
      const both = claims.map((claimId) => row(claimId, people.lead, [i]));
      return direct.append(i % 4 === 0 ? both.reverse() : both.slice(i % 2, (i % 2) + 1));
    });
    const outcomes = (await Promise.all(calls)).flat();
    const numbers = outcomes.map((outcome) => ("n" in outcome ? outcome.n : 0));
    const [one = "", other = ""] = claims;
    const kept = await stored({ one, other });
    const expected = kept.flatMap(({ rows }) => rows.map(({ n }) => Number(n)));
    expect(expected).toHaveLength(50);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
  });

  it("come from the server alone", async () => {
    const callers = await desk.sql`
      select p.proname as name, r.rolname as role
        from pg_proc p, pg_roles r
        where p.proname in ('append_review_rows', 'append_review_updates')
          and r.rolname in ('anon', 'authenticated', 'service_role')
          and has_function_privilege(r.oid, p.oid, 'execute')
        order by name`;
    expect([...callers]).toEqual([
      { name: "append_review_rows", role: "service_role" },
      { name: "append_review_updates", role: "service_role" },
    ]);
  });
});

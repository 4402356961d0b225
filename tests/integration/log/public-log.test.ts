import canonicalize from "canonicalize";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { publishReport } from "~/commands/publish-report";
import { toHex } from "~/domain/log/bytes";
import { parseLogEntry } from "~/domain/log/log-entry";
import { leafHash, sha256Hex } from "~/domain/log/merkle-hash";
import { parseRecord } from "~/domain/log/public-record";

import { refusal, startDesk, type TestDesk } from "../../support/desk";
import {
  follow,
  newPublication,
  publishClaim,
  publishCorrection,
} from "../../support/publications";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

interface Row {
  index: string;
  claim_id: string;
  kind: string;
  entry: string;
  record: string;
  hash: string;
}
const rows = (): Promise<Row[]> =>
  desk.sql<
    Row[]
  >`select index, claim_id, kind, entry, record, hash from public.log_entries order by index`;

function entryOf({ entry }: Row) {
  const parsed = parseLogEntry(entry);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
function recordOf({ record }: Row) {
  const parsed = parseRecord(record);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe("the public log", () => {
  it("has an entry for everything that readers are told of a verdict", async () => {
    const { claimId } = await newPublication(desk, people);
    await follow(people, claimId, "correct", "The date is “wrong”");
    await follow(people, claimId, "uphold");
    await publishCorrection(desk, people, claimId);
    await follow(people, claimId, "retract", "It was somebody else");
    const found = (await rows()).filter((row) => row.claim_id === claimId);
    expect(found.map(({ kind }) => kind)).toEqual([
      ...["published", "correction_begun", "upheld", "correction_begun", "corrected", "retracted"],
    ]);
    expect(found.map((row) => entryOf(row).publication)).toEqual([1, 1, 1, 1, 2, 2]);
    expect(recordOf(found[1] ?? never())).toMatchObject({ reason: "The date is “wrong”" });
    expect(recordOf(found[4] ?? never())).toMatchObject({
      shortClaim: "The bridge was voted down",
    });
  });

  it("has entries in canonical form, with the hashes of record and content and the leaf's own", async () => {
    await newPublication(desk, people);
    for (const row of await rows()) {
      const [entry, record] = [entryOf(row), recordOf(row)];
      expect(entry).toMatchObject({ index: Number(row.index), kind: row.kind, claim: record.slug });
      expect(entry.recordHash).toBe(sha256Hex(row.record));
      expect(entry.contentHash).toBe(record.contentHash);
      if ("content" in record) expect(sha256Hex(record.content)).toBe(record.contentHash);
      expect(row.hash).toBe(toHex(leafHash(row.entry)));
    }
  });

  it("names nobody in its entries, and in its records nobody but who is credited", async () => {
    const { claimId } = await newPublication(desk, people);
    const row = (await rows()).find((one) => one.claim_id === claimId) ?? never();
    for (const { person } of [people.editor, people.lead, people.second]) {
      expect(row.entry).not.toContain(person.name);
      expect(row.entry + row.record).not.toContain(person.id);
    }
    const { sql } = desk;
    const addresses = await sql<{ email: string }[]>`select email from auth.users`;
    for (const { email } of addresses) expect(row.entry + row.record).not.toContain(email);
  });

  it("has the head of the trail at that moment", async () => {
    await newPublication(desk, people);
    for (const row of await rows()) {
      const { trail } = entryOf(row);
      const [event] = await desk.sql<{ hash: string }[]>`
        select encode(hash, 'hex') as hash from public.audit_events where seq = ${trail.seq}`;
      expect(event?.hash).toBe(trail.hash);
    }
  });

  it("has no holes, whoever publishes at the same time and whatever is refused", async () => {
    const ready = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { claim } = await desk.newClaim(people.editor);
        return bringTo(desk, people, claim.id, "approved");
      }),
    );
    const [lost] = ready;
    if (!lost) throw new Error("never");
    // Refused at its second verdict, after the first one was written.
    const open = await desk.newClaim(people.editor);
    refusal(
      await publishReport(people.editor.ports, people.editor.person, {
        articleId: lost.articleId,
        headline: "The bridge vote",
        summary: "What the council decided.",
        verdicts: [lost, await reread(people.editor, open.claim.id)].map(({ id, version }) => ({
          ...{ claimId: id, version },
          shortClaim: "The bridge was rejected",
        })),
      }),
    );
    await Promise.all(ready.map((claim) => publishClaim(people, claim)));
    const numbers = (await rows()).map(({ index }) => Number(index));
    expect(numbers).toEqual(numbers.map((_, at) => at));
  });

  it("is written by nobody but the database, and changed by nobody", async () => {
    await newPublication(desk, people);
    const { sql } = desk;
    for (const statement of [
      sql`update public.log_entries set kind = 'upheld'`,
      sql`delete from public.log_entries`,
      sql`truncate public.log_entries`,
      sql`update public.log_texts set text = 'x'`,
      sql`delete from public.log_texts`,
    ]) {
      await expect(statement).rejects.toThrow(/append-only/);
    }
    const { error } = await people.editor.supabase.from("log_entries").insert({ kind: "upheld" });
    expect(error?.code).toBe("42501");
    const anonymous = await desk.anonymousClient.from("log_entries").select("entry").limit(1);
    expect(anonymous.data).toHaveLength(1);
  });

  it("takes in what was published before there was a log, once", async () => {
    const { claimId } = await newPublication(desk, people);
    await follow(people, claimId, "retract", "It was somebody else");
    const before = (await rows()).filter((row) => row.claim_id === claimId);
    // As in a database from before.
    await desk.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`delete from public.log_entries where claim_id = ${claimId}`;
      await sql`update app_private.log_head set size = (select count(*) from public.log_entries)`;
    });
    for (let time = 0; time < 2; time += 1) {
      await desk.sql`select app_private.log_earlier_publications()`;
      const after = (await rows()).filter((row) => row.claim_id === claimId);
      expect(after.map(({ record }) => record)).toEqual(before.map(({ record }) => record));
    }
  });
});

it("the database writes canonical JSON as the library does", async () => {
  const text = fc.string({ unit: "binary", maxLength: 20 }).map((s) => s.replaceAll("\u0000", ""));
  const value = fc.jsonValue({ maxDepth: 3 }).map(withoutFractions);
  const samples = fc.sample(
    fc.dictionary(fc.stringMatching(/^[a-zA-Z_]{1,9}$/), fc.oneof(text, value)),
    300,
  );
  const sent = JSON.stringify(samples);
  const [row] = await desk.sql<{ texts: string[] }[]>`
    select array_agg(app_private.canonical_json(value) order by place) as texts
      from jsonb_array_elements(${sent}::text::jsonb) with ordinality s (value, place)`;
  expect(row?.texts).toEqual(samples.map((sample) => canonicalize(sample)));
});

/** What records hold: no fractions, member names in ASCII, no null characters. */
function withoutFractions(json: unknown): unknown {
  if (typeof json === "number") return Math.trunc(json % 2 ** 50) || 0;
  if (typeof json === "string") return json.replaceAll("\u0000", "");
  if (Array.isArray(json)) return json.map(withoutFractions);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.values(json).map((inner, at) => [`m${at}`, withoutFractions(inner)]),
  );
}

function never(): never {
  throw new Error("There is no such row");
}

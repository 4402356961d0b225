import type postgres from "postgres";

import { leafHash, sha256Hex } from "~/domain/log/merkle-hash";
import { toHex } from "~/domain/log/bytes";
import { standingAfter, type Standing } from "~/domain/log/entry-order";
import { MerkleTree } from "~/domain/log/merkle-tree";
import type { PublicRecord } from "~/domain/log/public-record";
import { readEntry } from "~/domain/log/verify-entry";

interface Row {
  index: string;
  at: string;
  kind: string;
  claim_id: string;
  claim: string;
  publication: number;
  record: string;
  entry: string;
  hash: string;
}

export interface EntriesFinding {
  /** Over the entries that hold, from the first one on. */
  tree: MerkleTree;
  records: PublicRecord[];
  /** What is wrong with the entry after them; null when there is nothing wrong. */
  fault: string | null;
}

/** The numbers of the trail's entries that the log pins. What is no entry is found later. */
export async function pinnedEntries(sql: postgres.ISql): Promise<Set<number>> {
  const rows = await sql<{ seq: string }[]>`
    select distinct substring(entry from '"seq":(\\d{1,15})\\}') as seq from public.log_entries
      where entry ~ '"seq":\\d{1,15}\\}'`;
  return new Set(rows.map(({ seq }) => Number(seq)));
}

/**
 * Walks the public log in order and stops at the first entry that does not hold.
 *
 * @param trail the hashes of the trail's entries that the log pins.
 */
export async function verifyLogEntries(
  sql: postgres.ISql,
  trail: ReadonlyMap<number, string>,
): Promise<EntriesFinding> {
  const tree = new MerkleTree();
  const records: PublicRecord[] = [];
  const standings = new Map<string, Standing>();
  let pinned = 0;
  const rows = sql<Row[]>`
    select index, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, kind, claim_id, claim,
      publication, record, entry, hash from public.log_entries order by index`.cursor(500);
  for await (const batch of rows) {
    for (const row of batch) {
      const found = readRow(row, tree.size);
      if (typeof found === "string") return { tree, records, fault: found };
      const { seq, hash } = found.entry.trail;
      if (seq < pinned || trail.get(seq) !== hash) {
        const fault = `the trail’s entry ${seq}, which it pins, is not the one that is there now`;
        return { tree, records, fault };
      }
      const { claimId } = found.record;
      const standing = standingAfter(standings.get(claimId), found.entry);
      if (standing === null) {
        return { tree, records, fault: "it cannot follow what the log has of that verdict" };
      }
      standings.set(claimId, standing);
      pinned = seq;
      tree.append(leafHash(row.entry));
      records.push(found.record);
    }
  }
  const [head] = await sql<{ size: string }[]>`select size from app_private.log_head`;
  const isCut = Number(head?.size) !== tree.size;
  const fault = isCut ? "entries at the end of the log have been taken away" : null;
  return { tree, records, fault: fault ?? (await lackingText(sql, records)) };
}

function readRow(row: Row, expected: number) {
  if (Number(row.index) < expected) return `there is a second entry ${row.index}`;
  if (Number(row.index) !== expected) return `entry ${expected} is missing`;
  if (toHex(leafHash(row.entry)) !== row.hash) {
    return "its text does not have the hash that was recorded";
  }
  const read = readEntry(row.entry, row.record);
  if (!read.ok) return read.error;
  const { entry, record } = read.value;
  const columns: [string, unknown, unknown][] = [
    ["index", Number(row.index), entry.index],
    ["at", row.at, entry.at],
    ["kind", row.kind, entry.kind],
    ["claim", row.claim, entry.claim],
    ["publication", row.publication, entry.publication],
    ["claim_id", row.claim_id, record.claimId],
  ];
  const differing = columns.find(([, told, hashed]) => told !== hashed);
  if (differing) return `its column ${differing[0]} says something else than its hashed text`;
  return read.value;
}

/** What is wrong with the texts of articles that the records need. */
async function lackingText(sql: postgres.ISql, records: PublicRecord[]): Promise<string | null> {
  const texts = await sql<{ sha256: string; text: string }[]>`
    select sha256, text from public.log_texts`;
  const kept = new Set(
    texts.flatMap((it) => (sha256Hex(it.text) === it.sha256 ? [it.sha256] : [])),
  );
  for (const record of records) {
    if ("report" in record && !kept.has(record.report.source.sha256)) {
      return `the text of the article of ${record.report.slug} is not the one that the log has the hash of`;
    }
  }
  return null;
}

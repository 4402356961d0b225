import { createHash } from "node:crypto";

import canonicalize from "canonicalize";
import type postgres from "postgres";

interface Row {
  seq: string;
  at: string;
  actor: string | null;
  action: string;
  entity: string;
  entity_id: string;
  payload: string;
  entry: string;
  prev_hash: string;
  hash: string;
}

/** What is wrong with the first bad entry. */
export interface AuditFault {
  seq: number;
  fault: string;
}

export interface TrailFinding {
  /** How many entries hold, from the first one on. */
  checked: number;
  fault: AuditFault | null;
  /** The hashes, in hexadecimal digits, of those entries that were asked for. */
  hashes: Map<number, string>;
}

const zero = "0".repeat(64);
const leafMark = Buffer.from([0]);

/** Checks one row against the one before it. Null when it holds. */
function checkEntry(row: Row, expectedSeq: number, previous: string): string | null {
  if (Number(row.seq) < expectedSeq) return `there is a second entry ${row.seq}`;
  if (Number(row.seq) !== expectedSeq) return `entry ${expectedSeq} is missing`;
  const hash = createHash("sha256").update(leafMark).update(row.entry, "utf8").digest("hex");
  if (hash !== row.hash) return "its text does not have the hash that was recorded";
  if (row.prev_hash !== previous) return "it does not follow the entry before it";
  return row.entry === textOf(row) ? null : differingColumn(row);
}

/** The text as the database writes it for these columns, which is faster to compare than to read. */
function textOf(row: Row): string {
  const { seq, at, prev_hash, actor, action, entity, entity_id, payload } = row;
  const text = (value: string | null) => JSON.stringify(value);
  return (
    `{"v": 1, "at": ${text(at)}, "seq": ${seq}, "prev": ${text(prev_hash)}, "actor": ${text(actor)}, ` +
    `"action": ${text(action)}, "entity": ${text(entity)}, "payload": ${payload}, "entity_id": ${text(entity_id)}}`
  );
}

function differingColumn(row: Row): string | null {
  const entry = parsed(row.entry);
  if (typeof entry !== "object" || entry === null) return "its text is not an entry";
  const hashed = new Map(Object.entries(entry));
  const told = {
    seq: Number(row.seq),
    at: row.at,
    actor: row.actor,
    action: row.action,
    entity: row.entity,
    entity_id: row.entity_id,
    prev: row.prev_hash,
  };
  for (const [name, value] of Object.entries(told)) {
    if (hashed.get(name) !== value)
      return `its column ${name} says something else than its hashed text`;
  }
  if (canonicalize(parsed(row.payload)) !== canonicalize(hashed.get("payload"))) {
    return "its column payload says something else than its hashed text";
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Walks the whole trail in order and stops at the first entry that does not hold.
 *
 * @param wanted the entries whose hashes are asked for.
 */
export async function verifyTrail(
  sql: postgres.ISql,
  wanted: ReadonlySet<number> = new Set(),
): Promise<TrailFinding> {
  let checked = 0;
  let previous = zero;
  const hashes = new Map([[0, zero]]);
  const found = (fault: string): TrailFinding => ({
    ...{ checked, hashes },
    fault: { seq: checked + 1, fault },
  });
  const rows = sql<Row[]>`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, entity,
      entity_id, payload::text as payload, entry, encode(prev_hash, 'hex') as prev_hash, encode(hash, 'hex') as hash
    from public.audit_events order by seq`.cursor(2000);
  for await (const batch of rows) {
    for (const row of batch) {
      const fault = checkEntry(row, checked + 1, previous);
      if (fault) return found(fault);
      previous = row.hash;
      checked += 1;
      if (wanted.has(checked)) hashes.set(checked, row.hash);
    }
  }
  const [head] = await sql<{ seq: string; hash: string }[]>`
    select seq, encode(hash, 'hex') as hash from app_private.audit_head`;
  if (!head || Number(head.seq) !== checked || head.hash !== previous) {
    return found("entries at the end of the trail have been taken away");
  }
  return { checked, fault: null, hashes };
}

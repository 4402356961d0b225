import { createHash } from "node:crypto";

import canonicalize from "canonicalize";
import postgres from "postgres";

interface Row {
  seq: string;
  at: string;
  actor: string | null;
  action: string;
  entity: string;
  entity_id: string;
  payload: string;
  entry: string;
  prev_hash: Buffer;
  hash: Buffer;
}

/** What is wrong with the first bad entry. */
export interface AuditFault {
  seq: number;
  fault: string;
}

const zero = Buffer.alloc(32);

/** Checks one row against the one before it. Null when it holds. */
export function checkEntry(row: Row, expectedSeq: number, previous: Buffer): string | null {
  if (Number(row.seq) !== expectedSeq) return `entry ${expectedSeq} is missing`;
  const hash = createHash("sha256")
    .update(Buffer.from([0]))
    .update(row.entry, "utf8")
    .digest();
  if (!hash.equals(row.hash)) return "its text does not have the hash that was recorded";
  if (!row.prev_hash.equals(previous)) return "it does not follow the entry before it";
  const entry: unknown = JSON.parse(row.entry);
  if (typeof entry !== "object" || entry === null) return "its text is not an entry";
  const hashed = new Map(Object.entries(entry));
  const told = {
    seq: Number(row.seq),
    at: row.at,
    actor: row.actor,
    action: row.action,
    entity: row.entity,
    entity_id: row.entity_id,
    prev: row.prev_hash.toString("hex"),
  };
  for (const [name, value] of Object.entries(told)) {
    if (hashed.get(name) !== value)
      return `its column ${name} says something else than its hashed text`;
  }
  if (canonicalize(JSON.parse(row.payload)) !== canonicalize(hashed.get("payload"))) {
    return "its column payload says something else than its hashed text";
  }
  return null;
}

/** Walks the whole trail in order and stops at the first entry that does not hold. */
export async function verifyTrail(
  databaseUrl: string,
): Promise<{ checked: number; fault: AuditFault | null }> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  let checked = 0;
  let previous: Buffer = zero;
  try {
    const rows = sql<Row[]>`
      select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, entity,
        entity_id, payload::text as payload, entry, prev_hash, hash
      from public.audit_events order by seq`.cursor(1000);
    for await (const batch of rows) {
      for (const row of batch) {
        const fault = checkEntry(row, checked + 1, previous);
        if (fault) return { checked, fault: { seq: checked + 1, fault } };
        previous = row.hash;
        checked += 1;
      }
    }
    const [head] = await sql<
      { seq: string; hash: Buffer }[]
    >`select seq, hash from app_private.audit_head`;
    if (!head || Number(head.seq) !== checked || !head.hash.equals(previous)) {
      return {
        checked,
        fault: { seq: checked + 1, fault: "entries at the end of the trail have been taken away" },
      };
    }
    return { checked, fault: null };
  } finally {
    await sql.end();
  }
}

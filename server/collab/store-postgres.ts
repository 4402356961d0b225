import { inTime } from "~/collab/in-time";
import {
  broughtToJson,
  claimIdsFromJson,
  headsFromJson,
  historyFromJson,
  lookToJson,
  outcomesFromWords,
  rowsFromJson,
  storedFromJson,
  toBase64,
} from "~/collab/store-json.server";
import type { ReviewDocumentStore } from "~/collab/store";

import { answerWithin, arrayOfBytes, arrayOfIds, directConnection } from "../supabase/direct";

/**
 * Review documents over a direct connection: the same rules of the database as over supabase-js, without the way through
 * HTTP, which is most of the time an edit takes to be saved. Edits go as arrays, which the database reads faster than
 * JSON.
 */
export function postgresReviewDocumentStore(
  databaseUrl: string,
): ReviewDocumentStore & { end(): Promise<void> } {
  const sql = directConnection(databaseUrl, "collaboration");

  return {
    async load(claimId, fromSnapshot = true) {
      const query = sql<{ answer: unknown }[]>`
        select public.read_review_document(${claimId}::uuid, ${fromSnapshot}) as answer`;
      const [row] = await inTime(query, answerWithin, "reading a review");
      return storedFromJson(row?.answer ?? null);
    },

    async rowsAfter(claimId, n) {
      const query = sql<{ answer: unknown }[]>`
        select public.review_rows_after(${claimId}::uuid, ${n}::bigint) as answer`;
      const [row] = await inTime(query, answerWithin, "reading new rows");
      return rowsFromJson(row?.answer);
    },

    async historyAfter(claimId, n) {
      const query = sql<{ answer: unknown }[]>`
        select public.review_history(${claimId}::uuid, ${n}::bigint) as answer`;
      const [row] = await inTime(query, answerWithin, "reading the history of a review");
      return historyFromJson(row?.answer);
    },

    async underWay(most) {
      const query = sql<{ answer: unknown }[]>`select public.reviews_under_way(${most}) as answer`;
      const [row] = await inTime(query, answerWithin, "asking for the reviews under way");
      return claimIdsFromJson(row?.answer);
    },

    async heads(claimIds) {
      const query = sql<{ answer: unknown }[]>`
        select public.review_heads(${arrayOfIds(claimIds)}::uuid[]) as answer`;
      const [row] = await inTime(query, answerWithin, "asking for new rows");
      return headsFromJson(row?.answer);
    },

    async setAside(claimId, n, why) {
      const query = sql`
        select public.set_review_row_aside(${claimId}::uuid, ${n}::bigint, ${why})`;
      await inTime(query, answerWithin, "setting a row aside");
    },

    async append(rows) {
      const brought = rows.some(
        ({ clientIds, mentions = [] }) => clientIds.length + mentions.length > 0,
      )
        ? sql.json(rows.map((row) => ({ ...broughtToJson(row) })))
        : null;
      const query = sql<{ answer: unknown }[]>`
        select public.append_review_rows(
          ${arrayOfIds(rows.map((row) => row.claimId))}::uuid[],
          ${arrayOfIds(rows.map((row) => row.author))}::uuid[],
          ${`{${rows.map((row) => row.edits).join(",")}}`}::int[],
          ${arrayOfBytes(rows.map((row) => row.update))}::bytea[],
          ${`{${rows.map((row) => row.isCommentsOnly ?? false).join(",")}}`}::boolean[],
          ${brought}::jsonb) as answer`;
      const [row] = await inTime(query, answerWithin, "saving edits");
      return outcomesFromWords(row?.answer, rows.length);
    },

    async snapshot(claimId, upto, state) {
      const query = sql`
        select public.save_review_snapshot(${claimId}::uuid, ${upto}::bigint, ${toBase64(state)})`;
      await inTime(query, answerWithin, "keeping a snapshot");
    },

    async noteLooks(looks) {
      const json = looks.map((look) => ({ ...lookToJson(look) }));
      const query = sql`select public.note_review_looks(${sql.json(json)})`;
      await inTime(query, answerWithin, "noting who has seen what");
    },

    async recordRefusedWrite(claimId, personId, kind) {
      const query = sql`
        select public.record_refused_write(${claimId}::uuid, ${personId}::uuid, ${kind})`;
      await inTime(query, answerWithin, "recording a refused write");
    },

    end: () => sql.end({ timeout: 5 }),
  };
}

import type { Logger } from "pino";
import type { Sql } from "postgres";

import { checkpointPlaces, type CheckpointPlace } from "~/domain/log/checkpoint-place";

import type { CallService } from "../../fetch";
import { intoDirectory } from "./directory";
import { intoGit } from "./git";
import { stampNote } from "./stamp-note";
import { toWebhook } from "./webhook";

/** Where checkpoints are copied to; null where the operator has named nothing. Of a timestamp the authority's address. */
export type CheckpointPlaces = Record<CheckpointPlace, string | null>;

export interface CopyTools {
  sql: Sql;
  log: Pick<Logger, "warn">;
  places: CheckpointPlaces;
  call: CallService;
}

/** A signed checkpoint on its way out. */
export interface SentCheckpoint {
  note: string;
  size: number;
}

/** What is kept of a copy beside that it was made. */
export type CopyKept = { stampedAt: string; token: string } | null;

interface TakenCopy {
  checkpoint_id: string;
  place: CheckpointPlace;
  tries: number;
  note: string;
  size: string;
}

/** Seconds until a copy that failed is tried again. It is never given up. */
const again = (tries: number): number => Math.min(15 * 2 ** Math.min(tries, 10), 3_600);

export const placesIn = (places: CheckpointPlaces): CheckpointPlace[] =>
  checkpointPlaces.filter((place) => places[place] !== null);

/** Brings every checkpoint that waits to the places that the operator named. Several processes may do so at once. */
export async function copyCheckpoints(tools: CopyTools, ending: AbortSignal): Promise<void> {
  const { sql, log } = tools;
  const places = placesIn(tools.places);
  if (places.length === 0) return;
  await sql`select app_private.plan_checkpoint_copies(${places}::text[])`;
  while (!ending.aborted) {
    const [taken] = await sql<TakenCopy[]>`
      select * from app_private.take_checkpoint_copy(${places}::text[])`;
    if (taken === undefined) return;
    const note = await copied(tools, taken, ending).catch((error: unknown) => {
      log.warn({ err: error, place: taken.place }, "a checkpoint was not copied; trying again");
      return { failure: wordsOf(error), after: again(taken.tries) };
    });
    await sql`select app_private.note_checkpoint_copy(
      ${taken.checkpoint_id}, ${taken.place}, ${sql.json({ ...note })})`;
  }
}

/** Rejects with what went wrong. */
function copied(
  { places, call }: CopyTools,
  { place, note, size }: TakenCopy,
  ending: AbortSignal,
): Promise<CopyKept> {
  const sent = { note, size: Number(size) };
  const where = places[place] ?? "";
  switch (place) {
    case "directory":
      return intoDirectory(where, sent);
    case "git":
      return intoGit(where, sent, ending);
    case "webhook":
      return toWebhook(where, call, sent, ending);
    case "timestamp":
      return stampNote(where, call, sent, ending);
  }
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

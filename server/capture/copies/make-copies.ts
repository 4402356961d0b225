import type { Logger } from "pino";
import type { Sql } from "postgres";

import type { CallService } from "../../fetch/service-call";
import { archiveStep, type ArchiveSettings } from "./archive";
import { stampHash, type Stamp } from "./timestamp";

export interface CopySettings {
  /** Null where the operator has set none up. */
  archive: ArchiveSettings | null;
  /** The address of a timestamping authority. */
  timestampUrl: string | null;
  call: CallService;
}

export interface TakenCopy {
  capture_id: string;
  kind: "archive" | "timestamp";
  tries: number;
  job: string | null;
  url: string;
  warc_sha256: string;
}

/** What came of a step; `after` in seconds. */
export type CopyNote =
  { state: "asked"; job: string; after: number } | { state: "kept"; url: string } | Stamp;

/** Seconds until each further try; then it is given up, and said. */
const again = [300, 3_600, 21_600, 86_400];

const kindsOf = ({ archive, timestampUrl }: CopySettings): TakenCopy["kind"][] => [
  ...(archive ? (["archive"] as const) : []),
  ...(timestampUrl === null ? [] : (["timestamp"] as const)),
];

/** Asks for the copies of captures that were kept and have none yet. */
export async function planCopies(sql: Sql, settings: CopySettings): Promise<void> {
  const kinds = kindsOf(settings);
  if (kinds.length > 0) await sql`select app_private.plan_copies(${kinds}::text[])`;
}

/** Takes every step that is due towards copies that others hold. Nothing waits for it. */
export async function makeCopies(
  sql: Sql,
  settings: CopySettings,
  log: Logger,
  ending: AbortSignal,
): Promise<number> {
  const kinds = kindsOf(settings);
  if (kinds.length === 0) return 0;
  for (let done = 0; ; done += 1) {
    const [taken] = ending.aborted
      ? []
      : await sql<TakenCopy[]>`select * from app_private.take_copy(${kinds}::text[])`;
    if (taken === undefined) return done;
    const note = await step(settings, taken, ending).catch((error: unknown): CopyNote => {
      log.warn({ err: error, capture: taken.capture_id }, "a copy elsewhere failed");
      return { state: "failed", failure: "The service could not be reached." };
    });
    const wait = note.state === "failed" ? again[taken.tries - 1] : undefined;
    const kept = wait === undefined ? note : { ...note, state: "asked", after: wait };
    await sql`select app_private.note_copy(${taken.capture_id}, ${taken.kind}, ${sql.json({ ...kept })})`;
  }
}

function step(settings: CopySettings, taken: TakenCopy, ending: AbortSignal): Promise<CopyNote> {
  if (taken.kind === "archive" && settings.archive) {
    return archiveStep(settings.archive, settings.call, taken, ending);
  }
  return stampHash(settings.timestampUrl ?? "", settings.call, taken.warc_sha256, ending);
}

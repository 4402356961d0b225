import { inspect } from "node:util";

import { PostgresConnection } from "@supabase/lite/postgres";
import postgres from "postgres";

/**
 * lite's connection, answering a refused statement as PostgREST does. lite 0.10.0 turns a failed check, a plain RAISE
 * and a serialization failure into one error 500 without their codes, and writes each error with the failing row to
 * the console.
 */
export class Connection extends PostgresConnection {
  /** Called by lite for everything that a statement throws. */
  override normalizeDbError(thrown: unknown): unknown {
    if (!(thrown instanceof postgres.PostgresError)) return thrown;
    const status = statusOf(thrown.code);
    return new DatabaseAnswer(thrown, status);
  }
}

/** The HTTP status for a code that lite does not know, by PostgREST's table; null for one that it does. */
function statusOf(code: string): number | null {
  if (["P0001", "23514", "23P01"].includes(code)) return 400;
  if (/^(08|53)/.test(code)) return 503;
  if (/^(21|22|42|PT|PGRST)|^23(502|503|505)$|^25006$/.test(code)) return null;
  return 500;
}

/** What lite makes an HTTP answer of. In the log it is one line without the row. */
class DatabaseAnswer extends Error {
  readonly code: string;
  readonly detail: string | null;
  readonly hint: string | null;

  constructor(
    private readonly refused: postgres.PostgresError,
    status: number | null,
  ) {
    const { code, message } = refused;
    const details = refused.detail ?? null;
    const hint = refused.hint ?? null;
    // The code PGRST is PostgREST's own way to say status and answer in full, which lite has too.
    super(status === null ? message : JSON.stringify({ code, message, details, hint }));
    this.code = status === null ? code : "PGRST";
    this.detail = status === null ? details : JSON.stringify({ status, headers: {} });
    this.hint = hint;
  }

  [inspect.custom](): string {
    return `The database refused: ${this.refused.code} ${this.refused.message}`;
  }
}

import type { Refusal } from "~/domain/refusal";
import type { ErrorReport } from "~/domain/report/error-report";
import type { Result } from "~/domain/result";

/** What readers tell the desk. Sent by anybody, read and settled by editors. */
export interface ErrorReportStore {
  /** The same words about the same verdict again are the same report. */
  send(slug: string, words: string, contact: string | null): Promise<Result<null, Refusal>>;
  /** What nobody has dealt with, the oldest first; at most so many. */
  open(most: number): Promise<ErrorReport[]>;
  settle(id: string, outcome: string): Promise<Result<null, Refusal>>;
}

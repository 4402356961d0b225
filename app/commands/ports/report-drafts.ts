import type { Refusal } from "~/domain/refusal";
import type { DraftContent, ReportDraft } from "~/domain/report/report-draft";
import type { Result } from "~/domain/result";

/** What editors have written for reports that are not out yet. */
export interface ReportDraftStore {
  of(articleId: string): Promise<ReportDraft | null>;
  /**
   * Saves it over version `expected`, and answers with the version that it is then; null when somebody else has saved
   * another one since, and then nothing is saved.
   */
  save(
    articleId: string,
    expected: number,
    content: DraftContent,
  ): Promise<Result<number | null, Refusal>>;
}

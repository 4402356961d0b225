import type { ArticleDraft } from "~/domain/article/article";
import type { Result } from "~/domain/result";

import type { ReadProblem } from "./problem";

/** An article as it was read, with what must be known about it before it is taken for the whole. */
export interface ReadDraft extends ArticleDraft {
  notice: string | null;
}

export type ReadResult = Result<ReadDraft, ReadProblem>;

/** Is told what was read so far, before a slower reader is asked. */
export type Halfway = (read: ReadResult) => void;

import type { Article, ArticleDraft, ArticleVersion } from "~/domain/article/article";
import type { PageMark } from "~/domain/page-mark";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ClaimState } from "~/domain/review/workflow";

export interface ArticleStore {
  /** Saving the same text of the same article again saves nothing and answers with what is there. */
  save(
    articleId: string,
    draft: ArticleDraft & { demo?: boolean },
    originalId?: string | null,
  ): Promise<Result<{ articleId: string; versionId: string }, Refusal>>;
  find(articleId: string): Promise<Article | null>;
  /** One page of those whose title or outlet holds this text, the newest first. */
  page(
    text: string,
    page: { after: PageMark | null; size: number },
  ): Promise<{ rows: ArticleSummary[]; next: PageMark | null }>;
  /** Those whose claims wait to be accepted or assigned, the newest first, at most so many; and how many there are. */
  toTriage(most: number): Promise<{ rows: ArticleToTriage[]; total: number }>;
  /** The titles of article versions, by their ids. */
  titles(versionIds: readonly string[]): Promise<Map<string, string>>;
  version(versionId: string): Promise<ArticleVersion | null>;
}

export interface ArticleToTriage {
  id: string;
  title: string;
  outlet: string | null;
  /** Claims to accept or dismiss. */
  proposed: number;
  /** Claims to assign. */
  open: number;
}

export interface ArticleSummary {
  id: string;
  title: string;
  outlet: string | null;
  publishedOn: string | null;
  createdAt: string;
  demo: boolean;
  /** How many claims stand in each state. */
  claims: Partial<Record<ClaimState, number>>;
}

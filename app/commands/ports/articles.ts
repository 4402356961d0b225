import type { Article, ArticleDraft, ArticleVersion } from "~/domain/article/article";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ClaimState } from "~/domain/review/workflow";

export interface ArticleStore {
  /** Saving the same text of the same article again saves nothing and answers with what is there. */
  save(
    articleId: string,
    draft: ArticleDraft & { demo?: boolean },
  ): Promise<Result<{ articleId: string; versionId: string }, Refusal>>;
  find(articleId: string): Promise<Article | null>;
  list(): Promise<ArticleSummary[]>;
  version(versionId: string): Promise<ArticleVersion | null>;
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

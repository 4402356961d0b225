import type { ArticleDraft } from "~/domain/article/article";
import type { Result } from "~/domain/result";

/** A draft, with what a person must know before they take it for the whole article. */
export interface FoundArticle extends ArticleDraft {
  notice: string | null;
}

export interface Intake {
  /** Fetches a public page and reads the article in it. */
  fetch(url: string): Promise<Result<FoundArticle, string>>;
  /** Reads an uploaded file. */
  read(file: {
    name: string;
    type: string;
    bytes: Uint8Array;
  }): Promise<Result<FoundArticle, string>>;
}

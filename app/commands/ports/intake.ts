import type { ArticleDraft } from "~/domain/article/article";
import type { Feed, FeedItem } from "~/domain/article/feed";
import type { ArticleOriginal, OriginalWay } from "~/domain/article/original";
import type { ProposedClaim } from "~/domain/claim/claim";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import type { TokenRefusal } from "./tokens";

/** What an article was read from, as it came. `name` and `mediaType` are the sender's words. */
export interface OriginalBytes {
  way: Exclude<OriginalWay, "text">;
  mediaType: string;
  name: string | null;
  url: string | null;
  bytes: Uint8Array;
}

/** An article that is here already. */
export interface SameArticle {
  id: string;
  title: string;
  savedAt: string;
}

export interface OriginalStore {
  /** Keeps what was read for two days, until its article is saved; answers with its id. */
  stage(original: OriginalBytes): Promise<Result<string, Refusal>>;
  of(articleId: string): Promise<ArticleOriginal | null>;
  bytes(articleId: string): Promise<Uint8Array | null>;
  /** Articles from the same address, of the same words or read from the same bytes; at most three. */
  alike(found: {
    sourceUrl: string | null;
    text: string;
    originalId: string | null;
  }): Promise<SameArticle[]>;
}

export interface FeedStore {
  list(): Promise<Feed[]>;
  /** The newest first, at most two hundred. */
  items(state: "new" | "dismissed"): Promise<FeedItem[]>;
  item(itemId: string): Promise<FeedItem | null>;
  add(url: string): Promise<Result<null, Refusal>>;
  change(
    feedId: string,
    action: "pause" | "resume" | "remove" | "look",
  ): Promise<Result<null, Refusal>>;
  decide(itemId: string, state: "new" | "dismissed"): Promise<Result<null, Refusal>>;
}

/** An article that a program sends with a token. */
export interface TokenRequest {
  token: string;
  /** Its Idempotency-Key. */
  key: string | null;
  /** SHA-256 of what it sent. */
  requestHash: string;
}

/** Intake by programs, which have no account. The rights are those of who made the token. */
export interface TokenIntake {
  /** Whether the token is good, and the article that is here already. */
  lookUp(
    request: TokenRequest,
    url: string | null,
  ): Promise<Result<{ name: string; articleId: string | null }, TokenRefusal>>;
  takeIn(
    request: TokenRequest,
    article: {
      articleId: string;
      draft: ArticleDraft;
      original: OriginalBytes;
      claims: ProposedClaim[];
    },
  ): Promise<Result<{ articleId: string; created: boolean }, TokenRefusal>>;
  /** Reads what a program sent as an article of this kind. */
  lookAgain(): void;
}

/** A draft, with what a person must know before they take it for the whole article. */
export interface FoundArticle extends ArticleDraft {
  notice: string | null;
  original: OriginalBytes;
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

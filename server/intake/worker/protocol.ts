import type { CheckSource, CheckSourceResult } from "../../checks/read-source";
import type { FeedResult, FeedSource } from "../feeds/read-feed";
import type { PageSource } from "../read-page";
import type { ReadResult } from "../read-draft";
import type { Upload } from "../read-upload";

/**
 * What the reading thread is given: a page as it was fetched, of which the article is wanted; a source, of which all words
 * are; or a file as it was uploaded.
 */
export type ReadJob =
  | ({ kind: "page" } & PageSource)
  | ({ kind: "source" } & PageSource)
  | ({ kind: "upload" } & Upload);

export type FeedJob = { kind: "feed" } & FeedSource;

/** An answer of which the published checks of another desk are wanted. */
export type CheckJob = { kind: "checks" } & CheckSource;

/** What the thread says: that it is there, what it has before it asks the second reader, and what it has in the end. */
export type ReaderNews<T = ReadResult | FeedResult | CheckSourceResult> =
  { kind: "ready" } | { kind: "halfway"; read: T } | { kind: "done"; read: T };

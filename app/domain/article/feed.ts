/** A feed that the desk watches. Times are ISO 8601 in UTC. */
export interface Feed {
  id: string;
  url: string;
  /** Null until it was read. */
  title: string | null;
  paused: boolean;
  /** When it was last read well, and when it is read next. */
  readAt: string | null;
  nextAt: string;
  /** How often in a row it could not be read, and why. */
  failures: number;
  problem: string | null;
}

/** What a feed brought. Plain text, as strangers wrote it. */
export interface FeedItem {
  id: string;
  feedTitle: string;
  url: string;
  title: string;
  summary: string;
  publishedAt: string | null;
  foundAt: string;
  state: "new" | "dismissed" | "taken_in";
}

/** A source document. What it says is in its versions. */
export interface Article {
  id: string;
  createdAt: string;
  createdBy: string;
  /** True for the case that ships with the software. */
  demo: boolean;
  latest: ArticleVersion;
}

/** One frozen text of an article. `sha256` is the hash of the UTF-8 bytes of `text`, in hex. */
export interface ArticleVersion {
  id: string;
  articleId: string;
  number: number;
  title: string;
  byline: string | null;
  outlet: string | null;
  /** Civil date of publication, YYYY-MM-DD. */
  publishedOn: string | null;
  language: string;
  sourceUrl: string | null;
  /** When the text was fetched from `sourceUrl`, ISO 8601 in UTC. */
  fetchedAt: string | null;
  text: string;
  sha256: string;
  createdAt: string;
}

/** What intake found, before a person has corrected and saved it. */
export interface ArticleDraft {
  title: string;
  byline: string | null;
  outlet: string | null;
  publishedOn: string | null;
  language: string;
  sourceUrl: string | null;
  fetchedAt: string | null;
  text: string;
}

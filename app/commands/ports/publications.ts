import type {
  EarlierRuling,
  LoggedChange,
  Publication,
  PublicationCursor,
  PublishedAddress,
  PublishedChange,
} from "~/domain/report/publication";
import type { SearchQuery } from "~/domain/report/search/search-query";
import type { PublishedCounts } from "~/domain/report/statistics/published-statistics";
import type { SearchResults } from "~/domain/report/search/search-results";
import type { PublishedText } from "~/domain/report/correction/typo";
import type { VersionHistory } from "~/domain/report/versions";

/** What is published, as lists and machines read it; open to everybody. */
export interface PublicationStore {
  /** The last changed first, at most `most`, after the cursor where there is one. */
  newest(most: number, after?: PublicationCursor): Promise<Publication[]>;
  /** The addresses of public pages, the last changed first, at most 50,000; only those first published since then. */
  addresses(since?: Date): Promise<PublishedAddress[]>;
  /** The log of corrections, the newest first, before the line with this number where one is given. */
  corrections(most: number, before?: number): Promise<LoggedChange[]>;
  /** What a reader looks for, a page of it, and what each filter would leave. */
  search(query: SearchQuery): Promise<SearchResults>;
  /** What is published, counted. */
  counts(): Promise<PublishedCounts>;
  /** The words of a claim's verdict that stand published; null when none do. */
  current(claimId: string): Promise<PublishedText | null>;
  /** Every version of the verdict at this address, as the public log has them; null when there is none. */
  versions(slug: string): Promise<VersionHistory | null>;
  /** How the desk ruled on claims that say the same, the newest first; at most five. */
  earlierRulings(claimId: string): Promise<EarlierRuling[]>;
  /** What became of these claims' verdicts, in order. */
  changes(claimIds: readonly string[]): Promise<(PublishedChange & { claimId: string })[]>;
}

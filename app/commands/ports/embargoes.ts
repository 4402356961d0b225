import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Embargo, EmbargoedReport } from "~/domain/report/embargo";
import type { Result } from "~/domain/result";

import type { PublicationRequest } from "./reports";

/** Times at which reports are to be published, for editors. */
export interface EmbargoStore {
  /** The one that waits for this article, or else the last one that there was. */
  ofArticle(articleId: string): Promise<Embargo | null>;
  /** All that wait, the next one first, with the titles of their articles. */
  waiting(): Promise<(Embargo & { title: string })[]>;
  /** Sets the time, in place of one that waits. */
  set(articleId: string, until: string, report: EmbargoedReport): Promise<Result<null, Refusal>>;
  cancel(embargoId: string): Promise<Result<null, Refusal>>;
}

/** A report whose time has come, and on whose word, as the desk knows them now. */
export interface DueEmbargo {
  id: string;
  articleId: string;
  report: EmbargoedReport;
  person: Person;
}

/** What the server does when a time has come; for nobody who is signed in. */
export interface EmbargoKeeper {
  due(): Promise<DueEmbargo[]>;
  /** Publishes with the rights of who set the time; null when it does not wait any more. Once, whoever else tries. */
  publish(
    embargoId: string,
    request: PublicationRequest,
  ): Promise<Result<{ slug: string } | null, Refusal>>;
  /** Ends one that could not be published, and tells the editors. Once. */
  fail(embargoId: string, why: string): Promise<void>;
}

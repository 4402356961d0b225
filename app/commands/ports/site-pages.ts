import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { SitePageName, SitePageVersion } from "~/domain/site/site-page";

/** What the desk says about itself on its site. */
export interface SitePageStore {
  /** What it wrote, as readers read it; a page that it wrote nothing on is not there. */
  written(): Promise<Partial<Record<SitePageName, { text: string; number: number; at: string }>>>;
  /** All versions of a page, the newest first. For people of the desk. */
  versions(name: SitePageName): Promise<SitePageVersion[]>;
  /** Saves a version after the one with this number; 0 where there is none. */
  save(name: SitePageName, expected: number, text: string): Promise<Result<null, Refusal>>;
}

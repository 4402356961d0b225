import { safeLink } from "../verdict/safe-link";

/** What sites hang on their addresses to know who follows a link; it changes nothing of what is shown. */
const marks = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)$/i;

/** A source's address in the form in which the desk fetches it and compares it with others. */
export interface SourceAddress {
  url: string;
  /** Whom the request goes to; a site is asked for one page at a time. */
  host: string;
}

/**
 * Two addresses that name the same page for anybody come out the same: without fragment, without marks of campaigns.
 * Everything else stays, for a site may mean something by it. Null for what is no web address.
 */
export function sourceAddress(raw: string): SourceAddress | null {
  const link = safeLink(raw);
  if (link === null) return null;
  const url = new URL(link);
  url.hash = "";
  const marked = [...url.searchParams.keys()].filter((name) => marks.test(name));
  // Deleting writes the whole query anew; one without marks stays letter for letter.
  for (const name of marked) url.searchParams.delete(name);
  return { url: url.href, host: url.host };
}

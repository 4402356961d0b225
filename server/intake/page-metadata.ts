import { articleLimits } from "~/domain/article/draft";
import { characterCount, cleanLine } from "~/domain/article/clean-text";

import type { ArticleData } from "./json-ld";
import { publishedDate } from "~/domain/calendar/published-date";

/** What a page says about its article. Null where it says nothing. */
export interface PageMetadata {
  title: string | null;
  byline: string | null;
  outlet: string | null;
  publishedOn: string | null;
  /** ISO 639, as the page declares it. */
  language: string | null;
}

/** Reads what the page declares. `data` is its structured data, which is trusted before meta tags. */
export function pageMetadata(document: Document, data: ArticleData): PageMetadata {
  const meta = metaOf(document);
  const outlet = first(meta("og:site_name"), data.publisher, meta("application-name"));
  const title = first(
    data.headline,
    meta("og:title"),
    meta("twitter:title"),
    onlyHeading(document),
    document.querySelector("title")?.textContent,
  );
  return {
    title: fit(title === null ? null : withoutOutlet(title, outlet), articleLimits.title),
    byline: fit(
      withoutBy(first(data.author, meta("author"), meta("article:author"))),
      articleLimits.name,
    ),
    outlet: fit(outlet, articleLimits.name),
    publishedOn:
      [
        meta("article:published_time"),
        data.published,
        meta("datepublished"),
        meta("date"),
        meta("dc.date"),
        meta("dc.date.issued"),
        meta("parsely-pub-date"),
        timeOf(document),
      ]
        .map((raw) => publishedDate(raw ?? ""))
        .find((date) => date !== null) ?? null,
    language: languageOf(document),
  };
}

/** A line cut to a number of characters, with an ellipsis where it was cut; null when nothing is left. */
export function fit(raw: string | null, limit: number): string | null {
  const line = cleanLine((raw ?? "").slice(0, 5000));
  if (line === "") return null;
  if (characterCount(line) <= limit) return line;
  return `${[...line]
    .slice(0, limit - 1)
    .join("")
    .trimEnd()}…`;
}

/** "By Ann Author" as "Ann Author"; null for an address, which some pages give in place of a name. */
export function withoutBy(raw: string | null): string | null {
  if (raw === null || /^(?:https?:)?\/\//i.test(raw)) return null;
  return raw.replace(/^\s*by[:\s]\s*/i, "");
}

function metaOf(document: Document): (name: string) => string | null {
  const found = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta[content]")) {
    const name =
      tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content")?.trim() ?? "";
    const key = name?.trim().toLowerCase() ?? "";
    if (content !== "" && !found.has(key)) found.set(key, content);
  }
  return (name) => found.get(name) ?? null;
}

function onlyHeading(document: Document): string | null {
  const headings = document.querySelectorAll("h1");
  return headings.length === 1 ? (headings[0]?.textContent ?? null) : null;
}

/** The moment of a `time` element that is surely the publication: said to be, the first of the article, or the only. */
function timeOf(document: Document): string | null {
  const all = document.querySelectorAll("time[datetime]");
  const time =
    document.querySelector("time[itemprop~=datePublished][datetime], time[pubdate][datetime]") ??
    document.querySelector(
      "article header time[datetime], article time[datetime], main time[datetime]",
    ) ??
    (all.length === 1 ? all[0] : null);
  return time?.getAttribute("datetime") ?? null;
}

function languageOf(document: Document): string | null {
  const declared = document.documentElement.getAttribute("lang") ?? "";
  const [, code] = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(declared) ?? [];
  return code?.toLowerCase() ?? null;
}

/** Titles made for search results end with the outlet, which has a field of its own. */
function withoutOutlet(title: string, outlet: string | null): string {
  const line = cleanLine(title.slice(0, 5000));
  const name = cleanLine((outlet ?? "").slice(0, 500)).toLowerCase();
  if (name === "" || !line.toLowerCase().endsWith(name)) return line;
  const head = line.slice(0, line.length - name.length).trimEnd();
  const own = /[|–—·:»-]$/.test(head) ? head.slice(0, -1).trimEnd() : "";
  return own === "" ? line : own;
}

function first(...candidates: (string | null | undefined)[]): string | null {
  return candidates.find((candidate) => (candidate ?? "").trim() !== "") ?? null;
}

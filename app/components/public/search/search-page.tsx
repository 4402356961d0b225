import { SearchX } from "lucide-react";

import { EmptyState } from "~/components/ui/empty-state";
import {
  isAsked,
  searchAddress,
  searchPageSize,
  standingLabel,
  standings,
  type SearchQuery,
} from "~/domain/report/search/search-query";
import type { Facet, SearchResults } from "~/domain/report/search/search-results";

import { FacetList, type FacetLink } from "./facet-list";
import { SearchForm } from "./search-form";
import { SearchHits } from "./search-hits";

export interface SearchPageProps {
  query: SearchQuery;
  results: SearchResults;
}

/** Search over what is published: a form, links that narrow it, and what was found. Complete without scripts. */
export function SearchPage({ query, results }: SearchPageProps) {
  const { total, hits } = results;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-6">
        <h1 className="font-serif text-3xl font-semibold">Search the verdicts</h1>
        <SearchForm query={query} />
      </header>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label="Narrow the search" className="no-print flex flex-col gap-6">
          <FacetList title="Rating" links={ratingLinks(query, results)} />
          <FacetList title="Topic" links={linksOf(query, "topic", results.topics)} />
          <FacetList
            title="Who made the claim"
            links={linksOf(query, "claimant", results.claimants)}
          />
        </nav>
        <section className="flex min-w-0 flex-col gap-4">
          <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
            <span>{said(total)}</span>
            {isAsked(query) ? (
              <a href="/search" className="inline-flex min-h-6 items-center text-accent underline">
                Show all
              </a>
            ) : null}
          </p>
          {hits.length === 0 ? (
            <Nothing query={query} results={results} />
          ) : (
            <SearchHits hits={hits} />
          )}
          <Pages query={query} total={total} />
        </section>
      </div>
    </div>
  );
}

const said = (total: number): string =>
  total === 1 ? "1 verdict" : `${total.toLocaleString("en")} verdicts`;

function Nothing({ query, results }: SearchPageProps) {
  if (results.total > 0) {
    return (
      <EmptyState icon={SearchX} title="There is no such page">
        What was found ends before it.{" "}
        <a href={searchAddress({ ...query, page: 1 })} className="underline">
          Back to the first page
        </a>
      </EmptyState>
    );
  }
  if (!isAsked(query)) {
    return (
      <EmptyState icon={SearchX} title="No verdict has been published yet">
        Verdicts can be found here as soon as an editor publishes one.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title="Nothing was found">
      {results.isUnsearchable
        ? "Nothing can be sought by this: it stands in nearly every text, or is no word. Try a name, a place or a thing."
        : "Try fewer words, another form of them, or take a filter away. Words between quotation marks are sought as they stand, and a word with a minus before it is left out."}
    </EmptyState>
  );
}

function ratingLinks(query: SearchQuery, { ratings }: SearchResults): FacetLink[] {
  const counts = new Map(ratings.map(({ value, count }) => [value, count]));
  return linksOf(
    query,
    "rating",
    standings
      .filter((value) => counts.has(value) || value === query.rating)
      .map((value) => ({ value, label: standingLabel(value), count: counts.get(value) ?? 0 })),
  );
}

/** Each value as a link; that of what is chosen takes it back. What is chosen is there also where nothing is left of it. */
function linksOf(
  query: SearchQuery,
  name: "rating" | "topic" | "claimant",
  facets: readonly Facet[],
): FacetLink[] {
  const chosen = query[name]?.toLowerCase() ?? null;
  return facets.map(({ value, label, count }) => {
    const isChosen = value.toLowerCase() === chosen;
    const href = searchAddress({ ...query, [name]: isChosen ? null : value, page: 1 });
    return { label, count, href, isChosen };
  });
}

function Pages({ query, total }: { query: SearchQuery; total: number }) {
  const { page } = query;
  const last = Math.ceil(total / searchPageSize);
  if (last < 2 || page > last) return null;
  const link = (to: number, words: string, rel: string) => (
    <a
      href={searchAddress({ ...query, page: to })}
      rel={rel}
      className="inline-flex min-h-6 items-center text-accent underline"
    >
      {words}
    </a>
  );
  return (
    <nav aria-label="Pages" className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
      {page > 1 ? link(page - 1, "Before", "prev") : null}
      <span className="text-muted">
        Page {page} of {last.toLocaleString("en")}
      </span>
      {page < last ? link(page + 1, "Next", "next") : null}
    </nav>
  );
}

import { Badge } from "~/components/ui/badge";
import { Time } from "~/components/ui/time";
import type { SearchHit } from "~/domain/report/search/search-results";

import { StandingRating } from "../verdict-notice";

/** What was found, each with its rating, or that it was retracted. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ol className="flex flex-col divide-y divide-line border-y border-line">
      {hits.map((hit) => (
        <li key={hit.slug} data-keep-together className="flex flex-col gap-1.5 py-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <StandingRating rating={hit.rating} notice={hit.notice} />
            {hit.demo ? <Badge tone="warning">Demonstration</Badge> : null}
            <Time iso={hit.publishedAt} />
          </p>
          <h2 className="font-serif text-xl font-semibold wrap-anywhere">
            <a href={`/claims/${hit.slug}`} className="hover:underline">
              {hit.shortClaim}
            </a>
          </h2>
          {hit.notice === "retracted" ? null : (
            <p className="max-w-prose wrap-anywhere">{hit.summary}</p>
          )}
          <p className="text-sm text-muted wrap-anywhere">
            {hit.claimant === null ? null : <>Claimed by {hit.claimant}. </>}In the report{" "}
            <a href={`/reports/${hit.report.slug}`} className="text-accent underline">
              {hit.report.headline}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

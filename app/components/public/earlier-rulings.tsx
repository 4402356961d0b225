import { Badge } from "~/components/ui/badge";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { EarlierRuling } from "~/domain/report/publication";

import { StandingRating } from "./verdict-notice";

/** What the desk said on claims like this one; nothing where there is none. */
export function EarlierRulings({ rulings }: { rulings: readonly EarlierRuling[] }) {
  if (rulings.length === 0) return null;
  return (
    <Section look="read" title="How we ruled before" id="before">
      <p className="max-w-prose text-muted">Our verdicts on claims that say much the same.</p>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {rulings.map((ruling) => (
          <li key={ruling.slug} data-keep-together className="flex flex-col gap-1.5 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <StandingRating
                rating={ruling.rating}
                notice={ruling.isRetracted ? "retracted" : null}
                size="small"
              />
              <Time iso={ruling.publishedAt} />
              {ruling.demo ? <Badge tone="warning">Demonstration</Badge> : null}
            </p>
            <p className="font-serif text-lg wrap-anywhere">
              <a href={`/claims/${ruling.slug}`} className="inline-flex min-h-6 hover:underline">
                {ruling.shortClaim}
              </a>
            </p>
            <p className="text-sm text-muted wrap-anywhere">
              {ruling.claimant ?? ruling.outlet ?? "An article"}, in the report{" "}
              <a href={`/reports/${ruling.report.slug}`} className="text-accent underline">
                {ruling.report.headline}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CorrectionsNotice, UpdatesNote } from "~/components/public/corrections-notice";
import { EarlierRulings } from "~/components/public/earlier-rulings";
import { EmbedOffer } from "~/components/public/embed-offer";
import { ErrorReportOffer } from "~/components/public/error-report-form";
import { Licence } from "~/components/public/licence";
import { PublishedCapturesContext } from "~/components/public/published-captures";
import { FollowOffer } from "~/components/public/follow-form";
import { StructuredData } from "~/components/public/structured-data";
import { VerdictPage } from "~/components/public/verdict-page";
import { independenceOf } from "~/domain/evidence/independence";
import { claimReview } from "~/domain/report/claim-review";
import { embedHtml, embedSize } from "~/domain/report/embed";
import { correctionsOf, updatesOf, withReplaced } from "~/domain/report/publication";
import { verdictCard } from "~/domain/report/social-card";
import { scriptSafeJson } from "~/domain/report/script-safe-json";
import { gone } from "~/web/gone";
import { cardTitle, oembedLinks } from "~/web/oembed.server";
import { pageMeta } from "~/web/page-meta";
import { cardImage } from "~/web/social-image-answer.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: data.verdict.shortClaim,
        description: data.verdict.content.verdict.summary,
        url: data.url,
        published: { at: data.verdict.firstPublishedAt, changedAt: data.verdict.publishedAt },
        image: data.image,
        alternates: [{ type: "application/json", href: `${data.url}.json` }, ...data.oembed],
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports, drift, captures, publications } = context.ports;
  const report = await reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw await gone(context.ports, "claims", params["slug"]);
  const [since, kept, changes, rulings] = await Promise.all([
    drift.sinceReport(report.slug),
    captures.published([verdict.claimId]),
    publications.changes([verdict.claimId]),
    publications.earlierRulings(verdict.claimId),
  ]);
  const told = withReplaced(changes);
  const url = `${context.publicUrl}/claims/${verdict.slug}`;
  const review = claimReview({ verdict, source: report.source, changes }, context.publicUrl);
  return {
    report,
    verdict,
    since,
    captures: kept,
    corrections: correctionsOf(told),
    updates: updatesOf(told),
    rulings,
    // What is retracted changes no more; and without jobs nothing is mailed.
    canFollow: context.hasJobs && verdict.notice?.kind !== "retracted",
    independence: independenceOf(verdict.content.evidence),
    url,
    image: cardImage(url, verdictCard(verdict, report)),
    oembed: oembedLinks(url, context.publicUrl),
    licence: context.licence ?? null,
    embed: embedHtml(verdict.slug, cardTitle(verdict), embedSize(null, null), context.publicUrl),
    markup: review && scriptSafeJson(review),
  };
}

export default function Verdict() {
  const { report, verdict, independence, markup, since, captures, corrections, embed, ...more } =
    useLoaderData<typeof loader>();
  return (
    <>
      {markup === null ? null : <StructuredData json={markup} />}
      <PublishedCapturesContext.Provider
        value={{ slugs: { [verdict.claimId]: verdict.slug }, captures }}
      >
        <VerdictPage
          verdict={verdict}
          report={report}
          independence={independence}
          since={since}
          corrections={<CorrectionsNotice corrections={corrections} slug={verdict.slug} />}
          notes={
            <>
              <UpdatesNote updates={more.updates} slug={verdict.slug} />
              <EarlierRulings rulings={more.rulings} />
            </>
          }
          after={
            <>
              <ErrorReportOffer slug={verdict.slug} />
              {more.canFollow ? <FollowOffer slug={verdict.slug} /> : null}
              <EmbedOffer html={embed} />
              <Licence licence={more.licence} outlet={report.source.outlet} />
            </>
          }
        />
      </PublishedCapturesContext.Provider>
    </>
  );
}

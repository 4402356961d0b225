import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublishedCapturesContext } from "~/components/public/published-captures";
import { VerdictPage } from "~/components/public/verdict-page";
import { independenceOf } from "~/domain/evidence/independence";
import { claimReview, scriptSafeJson } from "~/domain/report/claim-review";
import { notFound } from "~/web/guards";
import { useNonce } from "~/web/nonce";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.verdict.shortClaim} · Countersign` },
        { name: "description", content: data.verdict.content.verdict.summary },
        { tagName: "link", rel: "canonical", href: data.url },
        {
          tagName: "link",
          rel: "alternate",
          type: "application/json",
          href: `${data.url}.json`,
        },
      ]
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw notFound();
  const captures = await context.ports.captures.published([verdict.claimId]);
  const review = claimReview(verdict, report, context.publicUrl);
  return {
    report,
    verdict,
    since: await context.ports.drift.sinceReport(report.slug),
    captures,
    independence: independenceOf(verdict.content.evidence),
    url: `${context.publicUrl}/claims/${verdict.slug}`,
    markup: review && scriptSafeJson(review),
  };
}

export default function Verdict() {
  const { report, verdict, independence, markup, since, captures } = useLoaderData<typeof loader>();
  const nonce = useNonce();
  return (
    <>
      {markup === null ? null : (
        <script
          type="application/ld+json"
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: markup }}
        />
      )}
      <PublishedCapturesContext.Provider
        value={{ slugs: { [verdict.claimId]: verdict.slug }, captures }}
      >
        <VerdictPage verdict={verdict} report={report} independence={independence} since={since} />
      </PublishedCapturesContext.Provider>
    </>
  );
}

import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PreviewBar } from "~/components/desk/composer/preview-bar";
import { PublicShell } from "~/components/layout/public-shell";
import { ReportPage } from "~/components/public/report-page";
import { VerdictPage } from "~/components/public/verdict-page";
import { independenceOf } from "~/domain/evidence/independence";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { notFound, requirePerson } from "~/web/guards";
import { openPreview } from "~/web/report-preview";
import { footerLinks } from "~/web/site-pages";

/** As the pages that it is a preview of. */
export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview: ${data?.report.headline || "a report without a headline"} · Countersign` },
  { name: "robots", content: "noindex, nofollow" },
];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
});

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "report.publish");
  const articleId = params["id"] ?? "";
  const report = await openPreview(context.ports, person, articleId);
  const asked = new URL(request.url).searchParams.get("verdict");
  const verdict = report.verdicts.find(({ claimId }) => claimId === asked) ?? null;
  if (asked !== null && verdict === null) throw notFound();
  return {
    ...{ articleId, report, verdict },
    independence: verdict && independenceOf(verdict.content.evidence),
    sourcing: report.verdicts.flatMap(({ shortClaim, content: { evidence, sourcing } }) =>
      sourcing === undefined
        ? []
        : sourcingChecks(evidence, sourcing).map(({ words }) => ({ shortClaim, words })),
    ),
  };
}

export default function Preview() {
  const { articleId, report, verdict, independence, sourcing } = useLoaderData<typeof loader>();
  return (
    <PublicShell links={footerLinks}>
      <PreviewBar
        articleId={articleId}
        verdicts={report.verdicts}
        current={verdict?.claimId ?? null}
      />
      {verdict === null || independence === null ? (
        <ReportPage report={report} sourcing={sourcing} />
      ) : (
        <VerdictPage verdict={verdict} report={report} independence={independence} />
      )}
    </PublicShell>
  );
}

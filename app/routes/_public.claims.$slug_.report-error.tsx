import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { reportError, reportErrorInput } from "~/commands/report-error";
import { ErrorReportForm } from "~/components/public/error-report-form";
import { ReadingPage } from "~/components/public/reading-page";
import { Notice } from "~/components/ui/notice";
import { parseForm, refuse, textFields } from "~/web/form";
import { gone } from "~/web/gone";
import { sendForm } from "~/web/send-form";

export const meta: MetaFunction = () => [
  { title: "Report an error · Countersign" },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const report = await context.ports.reports.ofVerdict(slug);
  const verdict = report?.verdicts.find((one) => one.slug === slug);
  if (!verdict) throw await gone(context.ports, "claims", slug);
  const isSent = new URL(request.url).searchParams.has("sent");
  return { slug, shortClaim: verdict.shortClaim, isSent };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = params["slug"] ?? "";
  const values = textFields(await request.formData());
  const parsed = parseForm(reportErrorInput, values);
  if (!parsed.ok) return refuse(parsed.error, values);
  return sendForm(values, () => reportError(context.ports, slug, parsed.value), {
    to: `/claims/${encodeURIComponent(slug)}/report-error?sent`,
    again,
  });
}

const again = "; send it again in a moment. Sent twice, it counts once.";

export default function ReportError() {
  const { slug, shortClaim, isSent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <ReadingPage title="Report an error" lead={`In the verdict on: ${shortClaim}`}>
      {isSent && failure === null ? (
        <Notice kind="success" live title="Thank you. The desk has your report.">
          An editor reads it. If the verdict is wrong, its page will say so at once.{" "}
          <a href={`/claims/${slug}`} className="underline">
            Back to the verdict
          </a>
        </Notice>
      ) : (
        <ErrorReportForm slug={slug} failure={failure} />
      )}
    </ReadingPage>
  );
}

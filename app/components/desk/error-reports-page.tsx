import { Form, Link } from "@remix-run/react";
import { MessageSquareWarning } from "lucide-react";

import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { ErrorReport } from "~/domain/report/error-report";

export interface ErrorReportsPageProps {
  reports: readonly ErrorReport[];
  failure: FormFailure | null;
  busy: boolean;
}

/** What readers hold to be wrong in published verdicts, the oldest first, to be looked into. */
export function ErrorReportsPage({ reports, failure, busy }: ErrorReportsPageProps) {
  const failed = failure?.values["reportId"];
  return (
    <Page width="narrow">
      <PageHeader
        title="Errors that readers report"
        meta="Look into each. A correction begins in the claim’s room; here you say what came of the report."
      />
      {failure && !reports.some(({ id }) => id === failed) ? (
        <FailureNotice failure={failure} />
      ) : null}
      {reports.length === 0 ? (
        <EmptyState icon={MessageSquareWarning} title="No report waits">
          What readers send from the page of a verdict appears here.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {reports.map((report) => {
            const own = failed === report.id ? failure : null;
            return (
              <li
                key={report.id}
                id={report.id}
                className="scroll-mt-20 flex flex-col gap-3 px-4 py-4"
              >
                <p className="text-sm text-muted wrap-anywhere">
                  On{" "}
                  <a href={`/claims/${report.slug}`} className="text-accent underline">
                    {report.shortClaim}
                  </a>
                  , <Time iso={report.at} />
                </p>
                <p className="max-w-prose whitespace-pre-line wrap-anywhere">{report.words}</p>
                <p className="text-sm text-muted wrap-anywhere">
                  {report.contact === null
                    ? "They left no address."
                    : `Answer to: ${report.contact}`}
                </p>
                <Form method="post" className="flex max-w-prose flex-col gap-2">
                  <input type="hidden" name="reportId" value={report.id} />
                  <FailureNotice failure={own} />
                  <TextAreaField
                    label="What came of it"
                    name="outcome"
                    rows={2}
                    defaultValue={own?.values["outcome"]}
                    errors={own?.errors["outcome"]}
                  />
                  <div className="flex flex-wrap items-center gap-3">
                    <Button size="small" busy={busy}>
                      Dealt with
                    </Button>
                    <Link
                      to={`/desk/claims/${report.claimId}`}
                      className="inline-flex min-h-6 items-center text-sm text-accent underline"
                    >
                      The claim’s room
                    </Link>
                  </div>
                </Form>
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}

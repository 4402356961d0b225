import { Form } from "@remix-run/react";
import { Download } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader } from "~/components/ui/page";
import type { ImportReport } from "~/domain/claim/match/unread-lines";

export interface ChecksPageProps extends FormState {
  /** Of the import that was just made. */
  report: ImportReport | null;
}

/** Lines of a report that are shown; a feed can have thousands of reviews. */
const mostLines = 200;

/** Takes in what other desks have checked, so that claims are matched with it. */
export function ChecksPage({ report, failure, busy }: ChecksPageProps) {
  return (
    <Page width="narrow">
      <PageHeader
        title="Checks of others"
        meta="What other desks have checked, as their ClaimReview markup says. The desk’s claims are compared with it."
      />
      {report === null ? null : <Report {...report} />}
      <Form method="post" className="flex flex-col gap-4">
        <FailureNotice failure={failure} />
        <TextField
          label="Address"
          name="url"
          type="url"
          maxLength={2048}
          hint="A page with ClaimReview markup, a DataFeed, or an RSS, Atom or JSON feed of such pages; of a feed up to 50 pages are read, which can take a minute or two."
          defaultValue={failure?.values["url"] ?? ""}
          errors={failure?.errors["url"]}
        />
        <div>
          <Button variant="primary" icon={Download} busy={busy}>
            {busy ? "Reading…" : "Take in"}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function Report({ url, read, added, changed, lines }: ImportReport) {
  const isWhole = lines.length === 0 && read > 0;
  return (
    <Notice
      kind={isWhole ? "success" : "warning"}
      live
      title={
        read === 0
          ? "There is no ClaimReview there that can be taken in. Nothing was changed."
          : `Read ${read === 1 ? "1 check" : `${read} checks`}: ${added} new, ${changed} renewed, ${read - added - changed} known already.`
      }
    >
      <p className="break-all">{url}</p>
      {lines.length === 0 ? null : (
        <>
          <p className="mt-2 font-medium">What could not be read:</p>
          <ul className="list-disc pl-5">
            {lines.slice(0, mostLines).map((line, i) => (
              <li key={i} className="break-words">
                {line}
              </li>
            ))}
          </ul>
          {lines.length > mostLines ? <p>And {lines.length - mostLines} more.</p> : null}
        </>
      )}
    </Notice>
  );
}

import { Form, Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { guestLinkDays } from "~/domain/guest/guest-link";

import { ExpertLinks, type ShownGuestLink } from "./expert-links";

export interface ExpertsPageProps extends FormState {
  claim: ClaimReference & { statement: string };
  links: readonly ShownGuestLink[];
  mayAsk: boolean;
  /** The link that was just made; shown this once. */
  made: string | null;
}

/** Whom the desk asks about a claim from outside, and what they answered. */
export function ExpertsPage({ claim, links, mayAsk, made, failure, busy }: ExpertsPageProps) {
  const refused = failureOf(failure, "ask_expert");
  return (
    <Page width="narrow">
      <PageHeader
        kicker={
          <Link to={`/desk/claims/${claim.id}`} className="underline">
            Back to the review
          </Link>
        }
        title={<>Experts on: {claim.statement}</>}
        long
      />
      {refused ? null : <FailureNotice failure={failure} />}
      {made === null ? null : (
        <Notice kind="success" live title="The link is made. Send it yourself.">
          <p>
            It is shown this once. Whoever opens it sees the claim, its passage and the sources, and
            can answer once.
          </p>
          <p className="mt-1">
            <code className="font-mono text-xs break-all select-all">{made}</code>
          </p>
        </Notice>
      )}
      {mayAsk ? (
        <Section title="Ask an expert">
          <Form method="post" className="flex flex-col gap-4" key={made}>
            <FailureNotice failure={refused} />
            <ClaimFields intent="ask_expert" claim={claim} />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                label="Who is asked"
                name="expert"
                hint="Readers see it only if the expert agrees."
                maxLength={120}
                defaultValue={refused?.values["expert"] ?? ""}
                errors={refused?.errors["expert"]}
              />
              <TextField
                label="Where they work"
                name="affiliation"
                hint="Shown with the name, if at all."
                optional
                maxLength={200}
                defaultValue={refused?.values["affiliation"] ?? ""}
                errors={refused?.errors["affiliation"]}
              />
            </div>
            <TextAreaField
              label="The question"
              name="question"
              hint="Ask openly: the expert sees no verdict, and should not guess yours."
              rows={3}
              maxLength={1000}
              defaultValue={refused?.values["question"] ?? ""}
              errors={refused?.errors["question"]}
            />
            <TextField
              label="Good for days"
              name="days"
              type="number"
              className="w-32"
              min={guestLinkDays.least}
              max={guestLinkDays.most}
              defaultValue={refused?.values["days"] ?? `${guestLinkDays.usual}`}
              errors={refused?.errors["days"]}
            />
            <div>
              <Button variant="primary" busy={busy}>
                Make the link
              </Button>
            </div>
          </Form>
        </Section>
      ) : (
        <p className="text-muted">
          Experts are asked by the lead or an editor, while the claim is in review.
        </p>
      )}
      <Section title="Asked so far" aside={`${links.length}`}>
        <ExpertLinks links={links} mayRevoke={mayAsk} busy={busy} />
      </Section>
    </Page>
  );
}

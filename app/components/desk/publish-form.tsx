import { Form, Link } from "@remix-run/react";
import { Send } from "lucide-react";

import { Button, ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { ContentHash } from "~/components/verdict/content-hash";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { Article } from "~/domain/article/article";
import type { Claim } from "~/domain/claim/claim";
import type { Rating } from "~/domain/verdict/rating";

import { GateList, type Gate } from "./gate-list";
import { KeptReason } from "./kept-reason";
import { ShortClaimField } from "./short-claim-field";

export interface ApprovedVerdict {
  claim: Claim;
  rating: Rating | null;
  summary: string;
  contentHash: string;
  /** Who cleared it for publication, when somebody did. */
  cleared: { byName: string; at: string } | null;
}

export interface PublishFormProps extends FormState {
  article: Pick<Article, "id" | "latest" | "demo">;
  approved: readonly ApprovedVerdict[];
  gate: readonly Gate[];
  /** The report that is out already, to which these verdicts are added. */
  /** Whether this person may publish although a condition about people is not met, with a written reason. */
  mayExcept: boolean;
  published: { slug: string; headline: string; summary: string } | null;
}

/** The last step: the report's words, the short form of each claim, and what must hold before it goes out. */
export function PublishForm({
  article,
  approved,
  gate,
  mayExcept,
  published,
  failure,
  busy,
}: PublishFormProps) {
  const typed = failure?.values;
  const errors = failure?.errors ?? {};
  const open = gate.every(({ met }) => met);
  return (
    <Page width="narrow">
      <PageHeader
        kicker={article.latest.title}
        title={published === null ? "Publish the report" : "Add verdicts to the report"}
        meta={approved.length === 1 ? "1 approved verdict" : `${approved.length} approved verdicts`}
      />
      <Section title="Before it goes out">
        <GateList gate={gate} />
      </Section>
      {approved.length === 0 ? (
        <EmptyState
          icon={Send}
          title="No verdict is ready"
          action={<ButtonLink to={`/desk/articles/${article.id}`}>Back to the claims</ButtonLink>}
        >
          A verdict can be published when a second reviewer has signed it, or an editor has settled
          a dispute about it.
        </EmptyState>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <input type="hidden" name="intent" value="publish" />
          <FailureNotice failure={failure} />
          <Section title="The report">
            <TextField
              label="Headline"
              name="headline"
              maxLength={200}
              defaultValue={typed?.["headline"] ?? published?.headline ?? ""}
              errors={errors["headline"]}
            />
            <TextAreaField
              label="Summary"
              name="summary"
              hint={
                published === null
                  ? "What a reader should know who reads nothing else."
                  : "It is out already: make sure that it still says what is true with the new verdicts."
              }
              rows={4}
              maxLength={1000}
              defaultValue={typed?.["summary"] ?? published?.summary ?? ""}
              errors={errors["summary"]}
            />
          </Section>
          <Section title="Verdicts">
            <ol className="flex flex-col gap-4">
              {approved.map((verdict, index) => (
                <li key={verdict.claim.id}>
                  <Approved
                    verdict={verdict}
                    typed={typed?.[`shortClaim:${verdict.claim.id}`]}
                    errors={errors[`verdicts.${index}.shortClaim`]}
                  />
                </li>
              ))}
            </ol>
          </Section>
          {!open && mayExcept ? (
            <TextAreaField
              label="Why you publish all the same"
              name="exception"
              hint="An exception from the separation of duties. Readers see this in the report’s method box."
              rows={3}
              maxLength={1000}
              defaultValue={typed?.["exception"] ?? ""}
              errors={errors["exception"]}
            />
          ) : null}
          {open || mayExcept ? (
            <div className="flex flex-col gap-2">
              <div>
                <Button variant="primary" icon={Send} busy={busy}>
                  {busy ? "Publishing…" : "Publish"}
                </Button>
              </div>
              <KeptReason refused={failure} />
              <p className="text-sm text-muted">
                Readers see it at once. Afterwards it can be corrected, but not unpublished in
                silence.
              </p>
            </div>
          ) : (
            <p className="text-muted">Publishing opens when every condition above is met.</p>
          )}
        </Form>
      )}
    </Page>
  );
}

interface ApprovedProps {
  verdict: ApprovedVerdict;
  typed: string | undefined;
  errors: readonly string[] | undefined;
}

function Approved({ verdict, typed, errors }: ApprovedProps) {
  const { claim, rating, summary, contentHash, cleared } = verdict;
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <input type="hidden" name={`version:${claim.id}`} value={claim.version} />
      <div className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-2">
          {rating === null ? null : <RatingBadge rating={rating} />}
          <span className="font-medium">{claim.statement}</span>
        </p>
        <p className="text-sm">{summary}</p>
        {contentHash === "" ? null : <ContentHash hash={contentHash} />}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {cleared === null ? (
            "Not cleared."
          ) : (
            <>
              Cleared by {cleared.byName}, <Time iso={cleared.at} />
            </>
          )}
          <Link to={`/desk/approvals/${claim.id}`} className="text-accent underline">
            Read it in the approval lane
          </Link>
        </p>
      </div>
      <ShortClaimField claimId={claim.id} value={typed ?? suggestion(claim)} errors={errors} />
    </div>
  );
}

/** The statement itself where it is short enough to be one; a cut sentence would be worse than none. */
function suggestion({ statement }: Claim): string {
  return Array.from(statement).length <= 75 ? statement : "";
}

import { Form } from "@remix-run/react";
import { Eye, Send } from "lucide-react";

import { ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import type { Article } from "~/domain/article/article";
import type { GateCheck } from "~/domain/report/gate-check";
import { publishGate, type GateFacts } from "~/domain/report/publish-gate";

import { ApprovedVerdict, type Approved } from "./approved-verdict";
import type { DraftInHand } from "./draft-in-hand";
import { DraftStatus } from "./draft-status";
import { EmbargoNotice, type ShownEmbargo } from "./embargo-notice";
import { GateList } from "./gate-list";
import { PublishPart } from "./publish-part";
import { PublishedLine, type PublishedLineProps } from "./published-line";
import { UnpublishedNotice, UnpublishForm, type UnpublishedNoticeProps } from "./unpublish-form";
import { VerdictList, type ListedVerdict } from "./verdict-list";

export interface ComposerProps extends FormState {
  article: Pick<Article, "id" | "latest" | "demo">;
  approved: readonly Approved[];
  /** What the publish gate goes by; the words come from the draft. */
  facts: GateFacts;
  draft: DraftInHand;
  /** The report that is out already, to which these verdicts are added. */
  published: {
    slug: string;
    verdicts: readonly (PublishedLineProps & { claimId: string })[];
  } | null;
  /** The report that was taken from readers. */
  unpublished: UnpublishedNoticeProps["unpublished"] | null;
  /** The time that is set, or the one at which it was not published. */
  embargo: ShownEmbargo | null;
  /** Opens the preview, once what is written is saved. */
  onPreview: () => void;
}

/** The last step: the report's words, the short form of each claim, their order, and what must hold before it goes out. */
export function Composer(props: ComposerProps) {
  const { article, approved, facts, draft, published, unpublished, embargo, busy, onPreview } =
    props;
  const of = props.failure?.values["intent"];
  const failure = of === "unpublish" || of === "republish" ? null : props.failure;
  const errors = failure?.errors ?? {};
  const gate = publishGate(facts, draft);
  const preview = `/desk/articles/${article.id}/preview`;
  return (
    <Page width="narrow">
      <PageHeader
        kicker={article.latest.title}
        title={published === null ? "Publish the report" : "Add verdicts to the report"}
        meta={approved.length === 1 ? "1 approved verdict" : `${approved.length} approved verdicts`}
      />
      {unpublished ? (
        <UnpublishedNotice unpublished={unpublished} failure={props.failure} busy={busy} />
      ) : null}
      {embargo ? <EmbargoNotice embargo={embargo} busy={busy} /> : null}
      <Section title="Before it goes out">
        <GateList gate={approved.length === 0 ? gate.filter(isAboutApproval) : gate} />
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
          <input type="hidden" name="expected" value={draft.version} />
          <input type="hidden" name="order" value={draft.order.join(" ")} />
          <FailureNotice failure={failure} />
          <Section
            title="The report"
            aside={
              <ButtonLink
                to={preview}
                variant="quiet"
                size="small"
                icon={Eye}
                onClick={(event) => {
                  event.preventDefault();
                  onPreview();
                }}
              >
                Preview as readers see it
              </ButtonLink>
            }
          >
            <DraftStatus draft={draft} />
            <TextField
              label="Headline"
              name="headline"
              maxLength={200}
              value={draft.headline}
              onChange={(event) => draft.setHeadline(event.target.value)}
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
              value={draft.summary}
              onChange={(event) => draft.setSummary(event.target.value)}
              errors={errors["summary"]}
            />
          </Section>
          <Section title="Verdicts" aside="Readers find them in this order">
            <VerdictList verdicts={listed(props, errors)} onMove={draft.move} />
          </Section>
          <PublishPart
            gate={gate}
            facts={facts}
            until={embargo?.state === "waiting" ? embargo.until : null}
            failure={failure}
            busy={busy}
          />
        </Form>
      )}
      {published ? <UnpublishForm failure={props.failure} busy={busy} /> : null}
    </Page>
  );
}

/** The one thing to be said while there is nothing to publish; all others would be met by nothing. */
const isAboutApproval = ({ id }: GateCheck): boolean => id === "approved";

/** Everything that the report will hold, in its order. */
function listed(
  { approved, published, draft }: Pick<ComposerProps, "approved" | "published" | "draft">,
  errors: Readonly<Record<string, string[]>>,
): ListedVerdict[] {
  const fresh = approved.map((verdict, index): ListedVerdict => {
    const { id, statement } = verdict.claim;
    return {
      ...{ claimId: id, statement },
      content: (
        <ApprovedVerdict
          verdict={verdict}
          shortClaim={draft.shortClaims[id] ?? ""}
          onShortClaim={(text) => draft.setShortClaim(id, text)}
          errors={errors[`verdicts.${index}.shortClaim`]}
        />
      ),
    };
  });
  const out = (published?.verdicts ?? []).map(({ claimId, ...line }): ListedVerdict => ({
    ...{ claimId, statement: line.shortClaim },
    content: <PublishedLine {...line} />,
  }));
  const all = [...fresh, ...out];
  return draft.order.flatMap((id) => all.find(({ claimId }) => claimId === id) ?? []);
}

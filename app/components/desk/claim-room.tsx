import { History } from "lucide-react";
import { useRef, type ReactNode } from "react";

import { useFocusAfterStep } from "~/components/keyboard/use-kept-focus";
import { ButtonLink } from "~/components/ui/button";
import { KeptWords } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { NewsLine, type RoomNews } from "~/components/review/history/news-line";
import { Page, Section } from "~/components/ui/page";
import { Signature } from "~/components/verdict/signature";
import type { ArticleVersion } from "~/domain/article/article";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { Claim } from "~/domain/claim/claim";
import type { ClaimMatch } from "~/domain/claim/match/claim-match";
import type { GuestAnswer } from "~/domain/guest/guest-answer";
import {
  documentRight,
  mayAskForHelp,
  mayDeclareConflict,
  mayDiscussDispute,
  mayReadHistory,
  type ReviewAccess,
} from "~/domain/people/permissions";
import type { ClaimDrift } from "~/domain/article/drift/drift";
import type { Person } from "~/domain/people/person";
import type { HandOver } from "~/domain/review/hand-over";
import type { ShownHelpRequest } from "~/domain/review/help-request";
import type { ReplyRequest } from "~/domain/review/right-of-reply";
import type { CorrectionStanding } from "~/domain/report/correction/standing";
import type { SettlementWay } from "~/domain/review/dispute";
import type { DisputeWay } from "~/domain/review/review-rules";
import type {
  BlindView,
  SecondExclusion,
  SecondVerdict,
  SignOff,
} from "~/domain/review/second-verdict";
import { fallenSignature } from "~/domain/review/signature-standing";
import type { ClaimAction } from "~/domain/review/workflow";
import type { VerdictVersion } from "~/domain/verdict/content";
import type { Rating } from "~/domain/verdict/rating";

import { AuditTrail } from "./audit-trail";
import { ClaimContext } from "./claim-context";
import { ClaimHeader } from "./claim-header";
import { ClaimMatches } from "./claim-matches";
import { ExpertAnswersOffered, ExpertsLink } from "./claim-experts";
import type { DisputeTalk } from "./dispute/dispute-room";
import { DriftNotice } from "./drift/drift-notice";
import { SettledDispute } from "./dispute/settled-dispute";
import { FallenSignatureNotice } from "./fallen-signature";
import { AskForHelp, HelpBadge, OpenHelpRequest } from "./help-request";
import { HandOverNote } from "./hand-over-note";
import { NextSteps } from "./next-steps";
import { PracticeCaseStep } from "./practice-case-step";
import { ReasonStep } from "./reason-step";
import { RightOfReply } from "./right-of-reply";
import { RoomContent } from "./room-content";
import { SignedNews } from "./signed-news";
import { ClaimTopics } from "./topics/topics-line";
import { useRoomDiscussion } from "./use-room-discussion";

/** How a dispute was settled. */
export interface SettledAs {
  by: string;
  firstRating: Rating;
  secondRating: Rating;
  finalRating: Rating;
  reason: string;
  how: SettlementWay;
  /** Of a vote: the round that carried. */
  round: number | null;
  disputedVersionId: string | null;
  decidedAt: string;
}

/** What a review left behind, as far as this person may see it. */
export interface RoomRecord {
  versions: readonly VerdictVersion[];
  secondVerdicts: readonly SecondVerdict[];
  signOffs: readonly SignOff[];
  adjudications: readonly SettledAs[];
}

export interface ClaimRoomProps extends FormState {
  person: Person;
  claim: Claim;
  version: ArticleVersion;
  access: ReviewAccess;
  /** Whether the whole desk is read-only now. */
  isReadOnly: boolean;
  record: RoomRecord;
  /** The claim's audit events, the oldest first. */
  trail: readonly AuditEvent[];
  /** What the claim seems to repeat; nothing for a second reviewer who has not decided. */
  matches: readonly ClaimMatch[];
  reviewers: readonly Person[];
  excluded: readonly SecondExclusion[];
  mayExcept: boolean;
  /** The slug of the published report that holds this verdict, if there is one. */
  reportSlug: string | null;
  /** Names by person id. */
  names: Readonly<Record<string, string>>;
  /** What others did since this person last looked, with their names. */
  news: RoomNews | null;
  /** What experts from outside answered, as far as this person may read it. */
  expertAnswers: readonly GuestAnswer[];
  /** Whether people can practise on it; told to editors alone. */
  isPracticeCase: boolean;
  /** For a second reviewer who has not decided: what they may read of what was submitted. */
  blindView: BlindView | null;
  /** Whether the second reviewer reads the rationale before deciding. */
  rationaleIsRead: boolean;
  disputes: DisputeWay;
  talk: DisputeTalk;
  /** What its writers ask the desk, when that is open. */
  helpRequest: ShownHelpRequest | null;
  /** What was written for this person when the review was handed to them, until they have read it. */
  handOver: HandOver | null;
  actions: readonly ClaimAction[];
  /** How many readers asked to be told of changes of its verdict; told to editors alone. */
  followers: number;
  /** What the desk does about what is published of it. */
  corrections: CorrectionStanding;
  /** Whom the desk asked for comment; nothing for who may not read the review. */
  replies: readonly ReplyRequest[];
  mayRecordReply: boolean;
  /** What became of the claim's words in the newest version of the article; null where there is none. */
  drift: ClaimDrift | null;
  maySettleDrift: boolean;
  maySetTopics: boolean;
  /** Today's civil date, YYYY-MM-DD. */
  today: string;
  /** Called when the live review shows that this page is out of date. */
  onStale?: () => void;
}

/** Where one claim is reviewed: the claim in its context, the review, the next steps and the trail. */
export function ClaimRoom(props: ClaimRoomProps) {
  const { claim, version, record, names, trail, reportSlug, helpRequest, failure } = props;
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? null));
  const settled = record.adjudications.at(-1);
  const { discussion, openThreads, panelRef, statementRef } = useRoomDiscussion(props);
  const fallen = fallenSignature(claim.state, record, trail);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusAfterStep(props.busy, () => heading.current?.focus());
  const hasDocument = documentRight(props.access) !== null;
  return (
    <Page width="wide">
      <ClaimHeader
        statementRef={heading}
        claim={claim}
        articleTitle={version.title}
        outlet={version.outlet}
        leadName={nameOf(claim.leadId)}
        secondName={nameOf(claim.secondId)}
        today={props.today}
        actions={
          <>
            {helpRequest === null ? null : <HelpBadge />}
            <span ref={statementRef} />
          </>
        }
      />
      <ClaimTopics
        claimId={claim.id}
        maySet={props.maySetTopics}
        failure={failure}
        busy={props.busy}
      />
      {props.handOver === null ? null : (
        <HandOverNote
          claim={claim}
          handOver={props.handOver}
          byName={nameOf(props.handOver.by) ?? "A colleague"}
          failure={failure}
          busy={props.busy}
        />
      )}
      {helpRequest === null ? null : (
        <OpenHelpRequest
          key={helpRequest.id}
          claim={claim}
          request={helpRequest}
          failure={failure}
          busy={props.busy}
        />
      )}
      <DriftNotice
        claim={claim}
        drift={props.drift}
        own={version.number}
        language={version.language}
        maySettle={props.maySettleDrift}
        failure={failure}
        busy={props.busy}
      />
      <SignedNews
        key={claim.id}
        signOffs={record.signOffs}
        personId={props.person.id}
        nameOf={nameOf}
      />
      {fallen === null ? null : (
        <div id="signature" className="scroll-mt-20">
          <FallenSignatureNotice
            claimId={claim.id}
            fallen={fallen}
            mayCompare={mayReadHistory(props.access)}
            nameOf={(id) => nameOf(id) ?? "a colleague"}
          />
        </div>
      )}
      {failure !== null && !isShown(props) ? <KeptWords failure={failure} /> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <Section title="In the article">
            <ClaimContext version={version} claim={claim} />
          </Section>
          <Section
            title="Review"
            aside={
              mayReadHistory(props.access) ? (
                <ButtonLink
                  to={`/desk/claims/${claim.id}/history`}
                  variant="quiet"
                  size="small"
                  icon={History}
                >
                  History
                </ButtonLink>
              ) : null
            }
          >
            <NewsLine key={claim.id} claimId={claim.id} news={props.news} />
            <ExpertAnswersOffered {...props}>
              <RoomContent
                {...props}
                discussion={discussion}
                leadName={nameOf(claim.leadId)}
                secondName={nameOf(claim.secondId)}
              />
            </ExpertAnswersOffered>
          </Section>
        </div>
        <aside
          aria-label="Steps and record"
          className="-mx-1 flex flex-col gap-8 px-1 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:pb-6"
        >
          <Section title="Next steps" className="order-first">
            <NextSteps {...props} openThreads={openThreads} />
            {mayAskForHelp(props.access) && helpRequest === null ? (
              <AskForHelp claim={claim} failure={failure} busy={props.busy} />
            ) : null}
            <ExpertsLink {...props} />
            <PracticeCaseStep {...props} />
            {mayDeclareConflict(props.person, claim) ? (
              <ReasonStep step="recuse" claim={claim} failure={failure} busy={props.busy} />
            ) : (
              <p className="text-sm text-muted">
                You declared a conflict of interest on this claim.
              </p>
            )}
            {reportSlug === null ? null : (
              <ButtonLink to={`/reports/${reportSlug}`} reloadDocument>
                Read the published report
              </ButtonLink>
            )}
          </Section>
          {hasDocument ? (
            <Section title="Discussion" id="discussion">
              <div ref={panelRef} className="scroll-mt-20" />
            </Section>
          ) : null}
          {hasDocument ? (
            <Section title="Right of reply">
              <RightOfReply
                claim={claim}
                replies={props.replies}
                mayRecord={props.mayRecordReply}
                today={props.today}
                failure={failure}
                busy={props.busy}
              />
            </Section>
          ) : null}
          {settled ? (
            <Section title="How the dispute was settled">
              <SettledDispute
                settled={settled}
                talk={props.talk}
                nameOf={(id) => nameOf(id) ?? "A colleague"}
              />
            </Section>
          ) : null}
          {record.signOffs.length > 0 ? (
            <Section title="Signatures">
              <List>
                {record.signOffs.map(({ id, by, ...signature }) => (
                  <li key={id}>
                    <Signature by={nameOf(by) ?? "A reviewer"} {...signature} />
                  </li>
                ))}
              </List>
            </Section>
          ) : null}
          {props.matches.length > 0 ? (
            <Section title="Checked before?">
              <ClaimMatches
                matches={props.matches}
                comparing={false}
                nameOf={nameOf}
                failure={failure}
                busy={props.busy}
              />
            </Section>
          ) : null}
          <Section title="What happened">
            <AuditTrail events={trail} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function List({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col gap-3">{children}</ul>;
}

/** Whether the refused form still stands in the room and shows the failure itself. */
function isShown(props: ClaimRoomProps): boolean {
  const { failure, actions, claim, access, helpRequest, person, handOver } = props;
  const { intent, claimId, requestId } = failure?.values ?? {};
  if (intent === "set_topics") return props.maySetTopics;
  if (intent === "recuse") return mayDeclareConflict(person, claim);
  if (intent === "see_hand_over") return handOver !== null;
  if (intent === "ask_help") return mayAskForHelp(access) && helpRequest === null;
  if (intent === "answer_help") return helpRequest?.id === requestId;
  if (intent === "choose_kind" || intent === "ask_retraction") {
    return claim.publishedAt !== null && claim.state !== "retracted";
  }
  if (intent === "decide_match") return true;
  if (intent === "ask_reply" || intent === "answer_reply") return documentRight(access) !== null;
  if (intent === "remark") return claimId === claim.id && mayDiscussDispute(person, claim);
  return claimId === claim.id && actions.some((action) => action === intent);
}

import { Link } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { Clock } from "lucide-react";

import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import type { RoomDiscussion } from "~/components/review/discussion/room-discussion";
import { Skeleton } from "~/components/ui/skeleton";
import { useHydrated } from "~/components/ui/use-hydrated";

import { may, mayDiscussDispute } from "~/domain/people/permissions";
import { decidedPair, givenToOne } from "~/domain/review/dispute";
import { unfinishedCorrection } from "~/domain/review/unfinished-correction";
import type { VerdictVersion } from "~/domain/verdict/content";

import { BlindReview } from "./blind-review";
import type { ClaimRoomProps } from "./claim-room";
import { MendedTypos } from "./corrections/mend-form";
import { DisputeRoom } from "./dispute/dispute-room";
import { FrozenVerdict } from "./frozen-verdict";
import { ReadOnlyLine } from "./read-only-line";
import { SecondDecision } from "./second-decision";

const ReviewEditor = lazy(() => import("~/components/review/review-editor"));
const DiscussionOnly = lazy(() => import("~/components/review/discussion/discussion-only"));

export interface RoomContentProps extends FormState, ClaimRoomProps {
  discussion: RoomDiscussion;
  leadName: string | null;
  secondName: string | null;
}

/** The middle of the room: the live review, the blind view, the revealed verdicts, or the frozen one. */
export function RoomContent(props: RoomContentProps) {
  const { claim, access, record, failure, busy, leadName } = props;
  const latest = record.versions.at(-1);
  if (access === "none") return <NotOpen state={claim.state} />;
  if (access === "blind") {
    return props.blindView !== null ? (
      <BlindReview
        claim={claim}
        view={props.blindView}
        leadName={leadName}
        failure={failure}
        busy={busy}
      />
    ) : (
      <EmptyState icon={Clock} title="Your turn comes after the lead’s">
        You decide second, and blind: what {leadName ?? "the lead"} writes is kept from you until
        you have given your own verdict. When it is submitted, this claim stands in your queue.
      </EmptyState>
    );
  }
  // A review that is under way, also to somebody who may only read it while the desk is closed.
  if (claim.state === "in_review" || latest === undefined) return <LiveReview {...props} />;
  return (
    <>
      <ReadOnlyLine state={claim.state} />
      <UnfinishedCorrection {...props} />
      <FrozenDiscussion {...props} />
      <Frozen {...props} latest={latest} />
    </>
  );
}

/** What was submitted: both verdicts while they are compared, or the newest version. */
function Frozen(props: RoomContentProps & { latest: VerdictVersion }) {
  const { claim, record, actions, failure, busy, person, leadName, secondName, latest } = props;
  const pair = decidedPair(record.versions, record.secondVerdicts);
  if (pair && (claim.state === "second_review" || claim.state === "disputed")) {
    const both = {
      claim,
      version: pair.version,
      second: pair.second,
      leadName: leadName ?? "The lead",
      secondName: secondName ?? "The second reviewer",
      failure,
      busy,
    };
    const isSecond = claim.secondId === person.id;
    return claim.state === "disputed" ? (
      <DisputeRoom
        {...both}
        actions={actions}
        part={claim.leadId === person.id ? "lead" : isSecond ? "second" : null}
        personId={person.id}
        disputes={props.disputes}
        talk={props.talk}
        mayRemark={mayDiscussDispute(person, claim)}
        givenToOne={givenToOne(props.trail)}
        mayInvite={may(person, "people.manage")}
        nameOf={(id) => props.names[id] ?? "A colleague"}
      />
    ) : (
      <SecondDecision {...both} conceded={pair.conceded} maySign={actions.includes("sign_off")} />
    );
  }
  return <FrozenVerdict version={latest} />;
}

/** That a correction ended with the retraction of its verdict, and where what was written of it is read. */
function UnfinishedCorrection({ claim, trail }: RoomContentProps) {
  const unfinished = unfinishedCorrection(claim.state, trail);
  if (unfinished === null) return null;
  return (
    <Notice kind="info" title="The correction was not published">
      {unfinished === "written"
        ? "The verdict was retracted while its correction was being written. Below is what was submitted last; what was written after that is kept in the "
        : "The verdict was retracted before its correction was published. Below is what was submitted of the correction; how it was written is kept in the "}
      <Link to={`/desk/claims/${claim.id}/history`} className="text-accent underline">
        history
      </Link>
      .
    </Notice>
  );
}

function NotOpen({ state }: { state: ClaimRoomProps["claim"]["state"] }) {
  return (
    <EmptyState icon={Clock} title="The room is not open">
      {notOpenWords(state)}
    </EmptyState>
  );
}

function notOpenWords(state: ClaimRoomProps["claim"]["state"]): string {
  switch (state) {
    case "open":
      return "It opens when an editor assigns the claim to a lead and a second reviewer.";
    case "dismissed":
      return "This claim was dismissed. It can be taken back and then assigned.";
    case "second_review":
      return "It is in second review, and read by its lead and the editors alone. If you wrote in it without a connection, your words are kept on this device and offered when you may read it again.";
    default:
      return "First an editor accepts the claim, then assigns it.";
  }
}

function FrozenDiscussion({ person, discussion, onStale }: RoomContentProps) {
  return useHydrated() ? (
    <Suspense fallback={null}>
      <DiscussionOnly person={person} room={discussion} {...(onStale && { onStale })} />
    </Suspense>
  ) : null;
}

function LiveReview(props: RoomContentProps) {
  const { person, today, discussion, isReadOnly, onStale, corrections } = props;
  const hydrated = useHydrated();
  const opening = <Skeleton lines={6} label="Opening the review" />;
  return (
    <>
      <MendedTypos mends={corrections.mends} />
      <noscript>
        <Notice kind="warning" title="Writing together needs JavaScript">
          Everything else here works without it.
        </Notice>
      </noscript>
      {hydrated ? (
        <Suspense fallback={opening}>
          <ReviewEditor
            room={discussion}
            person={person}
            today={today}
            {...(isReadOnly && { readOnlyWhy: "the desk is read-only." })}
            {...(onStale && { onStale })}
          />
        </Suspense>
      ) : (
        opening
      )}
    </>
  );
}

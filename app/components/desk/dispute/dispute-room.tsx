import { Link } from "@remix-run/react";

import type { FormState } from "~/components/ui/form-failure";
import type { ClaimReference } from "~/components/ui/hidden-fields";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { DisputeProgress, DisputeRemark, DisputeVote } from "~/domain/review/dispute";
import {
  isShortOfVoters,
  shortOfVotersWords,
  votesInRound,
  votesThatCarry,
  wayOutOfShortVote,
} from "~/domain/review/dispute";
import type { DisputeWay } from "~/domain/review/review-rules";
import type { SecondVerdict } from "~/domain/review/second-verdict";
import type { ClaimAction } from "~/domain/review/workflow";
import type { VerdictVersion } from "~/domain/verdict/content";

import { FrozenVerdict } from "../frozen-verdict";
import { BothVerdicts } from "../verdict-side";
import { AdjudicateForm } from "./adjudicate-form";
import { ConcedeForm } from "./concede-form";
import { Remarks } from "./remarks";
import { SourceComparison } from "./source-comparison";
import { VoteForm } from "./vote-form";
import { VoteList } from "./vote-list";

/** What is said and voted about a dispute, as far as this person may see it. */
export interface DisputeTalk {
  votes: readonly DisputeVote[];
  remarks: readonly DisputeRemark[];
  /** Null when there is no open dispute. */
  progress: DisputeProgress | null;
  /** The id that the next remark of this page gets. */
  nextRemarkId: string;
}

export interface DisputeRoomProps extends FormState {
  claim: ClaimReference;
  version: VerdictVersion;
  second: SecondVerdict;
  leadName: string;
  secondName: string;
  /** What this person may do now. */
  actions: readonly ClaimAction[];
  /** Which of the two this person is, if one of them. */
  part: "lead" | "second" | null;
  personId: string;
  disputes: DisputeWay;
  talk: DisputeTalk;
  mayRemark: boolean;
  /** By whom and why the dispute was given to one editor, if it was. */
  givenToOne: { byName: string; reason: string; at: string } | null;
  /** Whether this person invites people to the desk. */
  mayInvite: boolean;
  nameOf: (id: string) => string;
}

/** Two verdicts that differ, side by side: what they rest on, what is said about them, and how it can end. */
export function DisputeRoom(props: DisputeRoomProps) {
  const { claim, version, second, leadName, secondName, actions, part, disputes, talk } = props;
  const { failure, busy, nameOf } = props;
  const { verdict, evidence } = version.content;
  const state = { claim, failure, busy };
  const may = (action: ClaimAction) => actions.includes(action);
  const votes = talk.votes.filter(({ versionId }) => versionId === version.id);
  const remarks = talk.remarks.filter(({ versionId }) => versionId === version.id);
  return (
    <div className="flex flex-col gap-6">
      <Notice kind="warning" title="The two ratings differ">
        {whatNext(props)}
      </Notice>
      <ShortVote {...props} />
      <BothVerdicts
        first={{
          name: leadName,
          at: version.submittedAt,
          rating: verdict.rating,
          words: verdict.summary,
        }}
        second={{
          name: secondName,
          at: second.decidedAt,
          rating: second.rating,
          words: second.reason,
          confidence: second.confidence,
          blind: second.blind,
        }}
      />
      <Section title="What they rest on">
        <SourceComparison
          evidence={evidence}
          second={second}
          leadName={leadName}
          secondName={secondName}
        />
      </Section>
      <Section title="Discussion of the dispute" id="dispute">
        <Remarks
          {...state}
          remarks={remarks}
          nextId={talk.nextRemarkId}
          personId={props.personId}
          maySpeak={props.mayRemark}
          nameOf={nameOf}
        />
      </Section>
      {votes.length > 0 ? (
        <Section title="Votes">
          <VoteList votes={votes} nameOf={nameOf} />
        </Section>
      ) : null}
      {may("concede") && part !== null ? (
        <Section title="Settle it between the two of you">
          <ConcedeForm
            {...state}
            contentHash={version.contentHash}
            part={part}
            rating={part === "lead" ? second.rating : verdict.rating}
            otherName={part === "lead" ? secondName : leadName}
          />
        </Section>
      ) : null}
      {may("adjudicate") ? (
        <Section title="Your decision">
          <AdjudicateForm {...state} />
        </Section>
      ) : null}
      {may("vote") && talk.progress !== null && disputes === "vote" ? (
        <Section title="Your vote" aside={`Round ${talk.progress.round}`}>
          <VoteForm {...state} number={version.number} round={talk.progress.round} />
        </Section>
      ) : null}
      <Section title="The submitted verdict">
        <FrozenVerdict version={version} />
      </Section>
    </div>
  );
}

/** That too few editors are free to vote, with the way out; or that an admin took it. */
function ShortVote({ disputes, talk, actions, givenToOne, mayInvite }: DisputeRoomProps) {
  if (givenToOne !== null) {
    return (
      <Notice kind="info" title="One editor settles this dispute">
        {givenToOne.byName} gave it to one editor, because too few were free to vote (
        <Time iso={givenToOne.at} />
        ): <q>{givenToOne.reason}</q>
      </Notice>
    );
  }
  const voters = talk.progress?.voters;
  if (disputes !== "vote" || voters === undefined || !isShortOfVoters(voters)) return null;
  return (
    <Notice kind="warning" title="Too few editors are free to vote">
      {shortOfVotersWords(voters)}{" "}
      {actions.includes("settle_by_one")
        ? "You can give this dispute to one editor, under “Next steps”, with a written reason."
        : wayOutOfShortVote}{" "}
      {mayInvite ? (
        <Link to="/desk/people" className="text-accent underline">
          Invite another editor
        </Link>
      ) : null}
    </Notice>
  );
}

/** What this person can do about it, and whom it waits for otherwise. */
function whatNext({ actions, part, disputes, talk }: DisputeRoomProps): string {
  const byVote = disputes === "vote";
  const cast = talk.progress?.cast ?? 0;
  const standing = byVote
    ? ` ${cast} of ${votesInRound} votes of round ${talk.progress?.round ?? 1} are cast.`
    : "";
  if (part !== null && actions.includes("concede")) {
    return `You two can settle it: say below what you see differently, and if one convinces the other, that one moves to the other’s rating. Otherwise ${byVote ? "three editors who took no part vote" : "an editor who took no part decides"}.${standing}`;
  }
  if (actions.includes("adjudicate")) {
    return "You took no part in this review, so you can settle it. Both verdicts and your reason are kept.";
  }
  if (byVote && actions.includes("vote")) {
    return `You took no part in this review, so you can vote. ${votesThatCarry} equal votes of ${votesInRound} carry. You see the others’ votes when you have cast yours.${standing}`;
  }
  if (byVote && talk.progress?.voted) {
    return `You have voted. ${votesThatCarry} equal votes of ${votesInRound} carry.${standing}`;
  }
  return byVote
    ? `Three editors who took no part vote.${standing}`
    : "An editor who took no part in this review decides. There is nothing for you to do until then.";
}

import { civilDateWords } from "../calendar/date-words";
import type { GateCheck, GateId } from "./gate-check";
import {
  isWholeShortClaim,
  ratingWordIn,
  shortClaimAdvice,
  shortClaimLength,
  shortClaimLimit,
} from "./short-claim";

/** What is known of a verdict that is to be published. */
export interface GateVerdict {
  claimId: string;
  statement: string;
  /** The publisher led it or decided second. */
  isOwn: boolean;
  /** The publisher declared a conflict of interest on it. */
  hasConflict: boolean;
  /** A signature on exactly what stands there holds. */
  isSigned: boolean;
  /** What it lacks of its sources, in words. */
  unmetSources: readonly string[];
  isCleared: boolean;
  /** Who was asked for comment and has nothing recorded yet. */
  openReplies: readonly { asked: string; dueOn: string }[];
  /** Threads of the discussion that nobody settled. */
  openThreads: number;
  /** Cited sources of which no capture could be made. */
  failedCaptures: number;
}

/** What the gate goes by, for one person and one article. */
export interface GateFacts {
  verdicts: readonly GateVerdict[];
  /** The publisher signed a verdict of the report, this one or an earlier one. */
  publisherSigned: boolean;
  /** The desk publishes only what an editor has cleared. */
  mustBeCleared: boolean;
  /** The publisher may go past what can be overridden, with a reason. */
  mayOverride: boolean;
  /** Civil date in UTC. */
  today: string;
}

/** What an editor writes for a report. Short claims by the ids of their claims. */
export interface ReportWords {
  headline: string;
  summary: string;
  shortClaims: Readonly<Record<string, string>>;
}

type Unmet = readonly Pick<GateVerdict, "claimId" | "statement">[];

/**
 * What must hold before these verdicts can be published by this person, in the order in which it is told. Pages show this
 * list and the server goes by it; what must hold whoever asks is in the database as well.
 */
export function publishGate(
  facts: GateFacts,
  { headline, summary, shortClaims }: ReportWords,
): GateCheck[] {
  const { verdicts, today } = facts;
  const short = (verdict: GateVerdict) => shortClaims[verdict.claimId] ?? "";
  const whichOf = (is: (verdict: GateVerdict) => boolean): Unmet => verdicts.filter(is);
  const waiting = (verdict: GateVerdict) =>
    verdict.openReplies.filter(({ dueOn }) => dueOn >= today);
  const over = (verdict: GateVerdict) => verdict.openReplies.filter(({ dueOn }) => dueOn < today);
  const rated = verdicts.filter((verdict) => ratingWordIn(short(verdict)) !== null);
  return [
    {
      ...{ id: "approved", weight: "required", links: [], claimIds: [] },
      met: verdicts.length > 0 && verdicts.every(({ isSigned }) => isSigned),
      label: "At least one verdict is approved, and every one is signed",
      remedy: "Have a claim reviewed, decided a second time and signed.",
    },
    ofVerdicts(
      "conflict",
      "required",
      whichOf(({ hasConflict }) => hasConflict),
      {
        label: "You declared no conflict of interest on these claims",
        remedy: () => "Ask another editor to publish.",
      },
    ),
    ofVerdicts(
      "own_work",
      "overridable",
      whichOf(({ isOwn }) => isOwn),
      {
        label: "You did not check these claims yourself",
        remedy: () => "Ask another editor to publish.",
      },
    ),
    {
      ...{ id: "signed_none", weight: "overridable", links: [], claimIds: [] },
      met: !facts.publisherSigned,
      label: "You signed none of the report’s verdicts",
      remedy: "Ask another editor to publish; whoever settled a dispute has signed.",
    },
    ofVerdicts(
      "sources",
      "required",
      whichOf(({ unmetSources }) => unmetSources.length > 0),
      {
        label:
          "Every verdict has two independent sources or a reason for one, and a look for the other side",
        remedy: (count) =>
          `${count === 1 ? "1 verdict lacks" : `${count} verdicts lack`} some of it. The approval lane says which; reopen the review and add it.`,
        to: inLane,
      },
    ),
    ...(facts.mustBeCleared
      ? [
          ofVerdicts(
            "cleared",
            "required",
            whichOf(({ isCleared }) => !isCleared),
            {
              label: "An editor has cleared every verdict",
              remedy: (count) =>
                `${count === 1 ? "1 verdict is" : `${count} verdicts are`} not cleared. Clear them in the approval lane.`,
              to: inLane,
            },
          ),
        ]
      : []),
    written("headline", "The report has a headline", headline, 200),
    written("summary", "The report has a summary", summary, 1000),
    ofVerdicts(
      "short_claims",
      "required",
      whichOf((verdict) => !isWholeShortClaim(short(verdict))),
      {
        label: `Every claim has a short form of at most ${shortClaimLimit} characters`,
        remedy: (count) =>
          `Write it for ${count === 1 ? "1 claim" : `${count} claims`}: the claim as a statement, whole, never cut.`,
        to: inForm,
      },
    ),
    ofVerdicts("short_claims_rated", "overridable", rated, {
      label: "No short claim says whether it is true",
      remedy: () =>
        `${rated.map((verdict) => `“${ratingWordIn(short(verdict)) ?? ""}”`).join(", ")} reads as the verdict. Write what was claimed; the rating stands beside it.`,
      to: inForm,
    }),
    ofVerdicts(
      "replies",
      "overridable",
      whichOf((verdict) => waiting(verdict).length > 0),
      {
        label: "Nobody who was asked for comment still has time to answer",
        remedy: () =>
          `${verdicts
            .flatMap(waiting)
            .map(
              ({ asked, dueOn }) =>
                `${asked} can answer until the end of ${civilDateWords(dueOn)} (UTC)`,
            )
            .join("; ")}. Wait, or record the answer that came.`,
        to: inRoom,
      },
    ),
    ofVerdicts(
      "discussion",
      "overridable",
      whichOf(({ openThreads }) => openThreads > 0),
      {
        label: "No thread of a discussion is open",
        remedy: () => "Resolve what is open, or reopen the review where it asks for a change.",
        to: inRoom,
      },
    ),
    ofVerdicts(
      "short_claims_long",
      "advice",
      whichOf(
        (verdict) =>
          isWholeShortClaim(short(verdict)) && shortClaimLength(short(verdict)) > shortClaimAdvice,
      ),
      {
        label: `Short claims have at most ${shortClaimAdvice} characters`,
        remedy: (count) =>
          `${count === 1 ? "1 is" : `${count} are`} longer; search engines may cut them.`,
        to: inForm,
      },
    ),
    ofVerdicts(
      "replies_unrecorded",
      "advice",
      whichOf((verdict) => over(verdict).length > 0),
      {
        label: "What came of each request for comment is recorded",
        remedy: () =>
          `Nothing is recorded of ${verdicts
            .flatMap(over)
            .map(({ asked }) => asked)
            .join("; ")}, though the time is over. Readers are told so.`,
        to: inRoom,
      },
    ),
    ofVerdicts(
      "captures",
      "advice",
      whichOf(({ failedCaptures }) => failedCaptures > 0),
      {
        label: "No capture of a cited source failed",
        remedy: () => "Have it captured again, or put a file beside the source.",
        to: inRoom,
      },
    ),
  ];
}

interface Words {
  label: string;
  remedy: (count: number) => string;
  /** Where this claim's part of it is put right. */
  to?: (claimId: string) => string;
}

const inLane = (claimId: string) => `/desk/approvals/${claimId}`;
const inRoom = (claimId: string) => `/desk/claims/${claimId}`;
const inForm = (claimId: string) => `#verdict-${claimId}`;

function ofVerdicts(
  id: GateId,
  weight: GateCheck["weight"],
  unmet: Unmet,
  { label, remedy, to }: Words,
): GateCheck {
  const met = unmet.length === 0;
  return {
    ...{ id, weight, met, label },
    remedy: met ? "" : remedy(unmet.length),
    links: to ? unmet.map(({ claimId, statement }) => ({ to: to(claimId), label: statement })) : [],
    claimIds: unmet.map(({ claimId }) => claimId),
  };
}

function written(id: "headline" | "summary", label: string, text: string, most: number): GateCheck {
  const length = Array.from(text.trim()).length;
  const met = length >= 3 && length <= most;
  return {
    ...{ id, weight: "required", met, label, claimIds: [], links: [] },
    remedy: met ? "" : length < 3 ? `Write the ${id}.` : `Shorten the ${id} to ${most} characters.`,
  };
}

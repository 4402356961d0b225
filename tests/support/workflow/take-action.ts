import { adjudicate } from "~/commands/adjudicate";
import { assignClaim } from "~/commands/assign-claim";
import { clearVerdict, withdrawClearance } from "~/commands/clear-verdict";
import { concede } from "~/commands/concede";
import { correctVerdict } from "~/commands/correct-verdict";
import { editStatement } from "~/commands/edit-statement";
import { handOver } from "~/commands/hand-over";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { mergeClaims } from "~/commands/merge-claims";
import { mendTypo } from "~/commands/mend-typo";
import type { ActionPayload } from "~/commands/ports";
import { publishReport } from "~/commands/publish-report";
import { returnReview } from "~/commands/return-review";
import { settleByOne } from "~/commands/settle-by-one";
import { signOff } from "~/commands/sign-off";
import { splitClaim } from "~/commands/split-claim";
import { submitReview } from "~/commands/submit-review";
import { triageClaim } from "~/commands/triage-claim";
import { voteOnDispute } from "~/commands/vote-on-dispute";
import type { Claim } from "~/domain/claim/claim";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ClaimAction } from "~/domain/review/workflow";
import { canonicalText, verdictContent } from "~/domain/verdict/canonical";

import type { Actor } from "../desk";
import { completeDraft } from "../drafts";

/** Everything that any action asks for, so that a refusal is never about something left out. */
export interface Particulars {
  reason: string;
  leadId: string;
  secondId: string;
  /** Another claim of the article that is proposed. */
  otherClaimId: string;
  articleSha256: string;
  /** The hash of the newest version, if there is one, and its number. */
  contentHash: string;
  number: number;
}

/** A slip in the summary of a complete draft, and what it is mended to. */
const slip = { wrong: "bear it out", right: "bears it out" };
const { summary } = completeDraft();

/** Takes an action as the page would: through its command. */
export function takeByCommand(
  { ports, person }: Actor,
  claim: Claim,
  action: ClaimAction,
  given: Particulars,
): Promise<Result<unknown, Refusal>> {
  const { reason, leadId, secondId } = given;
  const at = { claimId: claim.id, version: claim.version };
  switch (action) {
    case "accept":
    case "restore":
      return triageClaim(ports, person, { ...at, action, reason });
    case "dismiss":
      return triageClaim(ports, person, { ...at, action, reason, kind: "other" });
    case "edit_statement":
      return editStatement(ports, person, {
        ...{ ...at, reason },
        statement: "The bridge was voted down.",
      });
    case "split":
      return splitClaim(ports, person, {
        ...{ ...at, reason },
        statements: ["One half.", "Another half."],
      });
    case "merge":
      return mergeClaims(ports, person, { ...at, reason, withClaimId: given.otherClaimId });
    case "assign":
      return assignClaim(ports, person, {
        ...{ ...at, reason },
        ...{ leadId, secondId, dueOn: null, priority: "normal" },
      });
    case "submit":
      return submitReview(ports, person, { ...at, reason });
    case "return":
    case "reopen":
      return returnReview(ports, person, { ...at, action, reason });
    case "correct":
    case "uphold":
    case "retract":
      return correctVerdict(ports, person, { ...at, action, reason });
    case "mend":
      return mendTypo(ports, person, { ...at, ...slip, reason });
    case "decide":
      return giveSecondVerdict(ports, person, { ...at, rating: "mostly_true", reason });
    case "sign_off":
      return signOff(ports, person, { ...at, reason, contentHash: given.contentHash });
    case "hand_over":
    case "hand_over_second":
      return handOver(ports, person, { ...at, action, toId: secondId, reason });
    case "adjudicate":
      return adjudicate(ports, person, { ...at, rating: "mostly_true", reason });
    case "concede":
      return concede(ports, person, { ...at, contentHash: given.contentHash, reason });
    case "vote":
      return voteOnDispute(ports, person, {
        ...at,
        ...{ rating: "mostly_true", reason, number: given.number, round: 1, mayPublish: false },
      });
    case "settle_by_one":
      return settleByOne(ports, person, { ...at, reason });
    case "publish":
      return publishReport(ports, person, {
        articleId: claim.articleId,
        headline: "The bridge vote",
        summary: "What the council decided.",
        reason,
        verdicts: [{ ...at, shortClaim: "The bridge was rejected" }],
      });
    case "clear":
      return clearVerdict(ports, person, { ...at, reason, contentHash: given.contentHash });
    case "withdraw_clearance":
      return withdrawClearance(ports, person, { ...at, reason });
  }
}

/** What somebody calls who comes past the app: one of the database's own functions. */
export function apiCall(claim: Claim, action: ClaimAction, given: Particulars) {
  if (action === "publish") {
    return {
      p_article: claim.articleId,
      p_report: {
        ...{ slug: `the-bridge-vote-${claim.articleId.slice(0, 8)}`, headline: "The bridge vote" },
        summary: "What the council decided.",
        reason: given.reason,
        verdicts: [
          {
            ...{ claimId: claim.id, version: claim.version, slug: `the-bridge-${claim.id}` },
            shortClaim: "The bridge was rejected",
          },
        ],
      },
    };
  }
  if (action === "mend") {
    const draft = completeDraft({ summary: summary.replace(slip.wrong, slip.right) });
    return {
      ...{ p_claim: claim.id, p_expected: claim.version, p_reason: given.reason },
      p_content: canonicalText(verdictContent(claim, given.articleSha256, draft)),
      ...{ p_short_claim: "The bridge was rejected", p_wrong: slip.wrong, p_right: slip.right },
    };
  }
  if (action === "hand_over" || action === "hand_over_second") {
    return {
      p_claim: claim.id,
      p_part: action === "hand_over" ? "lead" : "second",
      p_expected: claim.version,
      p_to: given.secondId,
      p_note: given.reason,
    };
  }
  return {
    p_claim: claim.id,
    p_action: action,
    p_expected: claim.version,
    p_reason: given.reason,
    p_payload: payloadOf(claim, action, given),
  };
}

function payloadOf(claim: Claim, action: ClaimAction, given: Particulars): ActionPayload {
  const { leadId, secondId, contentHash, number } = given;
  switch (action) {
    case "dismiss":
      return { kind: "other" };
    case "edit_statement":
      return { statement: "The bridge was voted down." };
    case "split":
      return { parts: [claim, claim] };
    case "merge":
      return { withClaimId: given.otherClaimId };
    case "assign":
      return { leadId, secondId, dueOn: null, priority: "normal" };
    case "submit":
      return {
        content: canonicalText(verdictContent(claim, given.articleSha256, completeDraft())),
        documentHead: 0,
      };
    case "decide":
    case "adjudicate":
      return { rating: "mostly_true" };
    case "vote":
      return { rating: "mostly_true", number, round: 1 };
    case "concede":
    case "sign_off":
    case "clear":
      return { contentHash };
    default:
      return {};
  }
}

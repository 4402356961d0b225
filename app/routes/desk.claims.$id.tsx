import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

import { adjudicate, adjudicateInput } from "~/commands/adjudicate";
import { answerHelp, answerHelpInput } from "~/commands/answer-help";
import { askForHelp, askForHelpInput } from "~/commands/ask-for-help";
import { assignClaim, assignClaimInput } from "~/commands/assign-claim";
import { concede, concedeInput } from "~/commands/concede";
import { correctVerdict, correctVerdictInput } from "~/commands/correct-verdict";
import { declareConflict, declareConflictInput } from "~/commands/declare-conflict";
import { decideMatch, decideMatchInput } from "~/commands/decide-match";
import { giveSecondVerdict, secondVerdictInput } from "~/commands/give-second-verdict";
import { handOver, handOverInput, seeHandOver, seeHandOverInput } from "~/commands/hand-over";
import {
  recordReplyAnswer,
  recordReplyRequest,
  replyAnswerInput,
  replyRequestInput,
} from "~/commands/record-reply";
import { remarkInput, remarkOnDispute } from "~/commands/remark-on-dispute";
import { returnReview, returnReviewInput } from "~/commands/return-review";
import { signOff, signOffInput } from "~/commands/sign-off";
import { submitReview, submitReviewInput } from "~/commands/submit-review";
import { triageClaim, triageInput } from "~/commands/triage-claim";
import { voteInput, voteOnDispute } from "~/commands/vote-on-dispute";
import { ClaimRoom } from "~/components/desk/claim-room";
import { readNews } from "~/collab/history/news";
import type { Claim } from "~/domain/claim/claim";
import { matchesToShow } from "~/domain/claim/match/claim-match";
import {
  documentRight,
  may,
  mayAnswerHelp,
  mayReadExpertAnswers,
  mayReadHistory,
  mayRecordReply,
  offeredActions,
} from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { isSettled } from "~/domain/practice/practice";
import { standingClearance, uncleared, type Approval } from "~/domain/review/clearance";
import { isAddressee } from "~/domain/review/hand-over";
import { isOpen } from "~/domain/review/help-request";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import { openClaim } from "~/web/claim-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { notFound } from "~/web/guards";
import { useSeenNotifications } from "~/web/use-seen-notifications";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.claim.statement.slice(0, 60) ?? "Claim"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { person, claim, revealed, decided, access, isReadOnly } = await openClaim(args);
  const {
    articles,
    claims,
    matches,
    notifications,
    looks,
    help,
    reviews,
    people,
    audit,
    documents,
    replies: replyStore,
    reports,
    guests,
    practice,
    desk,
    disputes,
  } = args.context.ports;
  const rules = await desk.reviewRules();
  const mayRead = documentRight(access) !== null;
  const progress = mayRead && claim.state === "disputed" ? await disputes.progress(claim.id) : null;
  const approval = await approvalOf(args, claim);
  const facts = { approval, disputes: rules.disputes };
  const actions = offeredActions(person, claim, decided, facts).filter(
    // One vote in each round.
    (action) => action !== "vote" || progress?.voted === false,
  );
  const newsOf = async () => {
    const seen = await looks.of(claim.id);
    const rowsAfter = (n: number) => documents.history(claim.id, n);
    return seen && readNews(seen, person.id, Date.now(), rowsAfter);
  };
  const [
    version,
    record,
    trail,
    reviewers,
    reportSlug,
    found,
    newestUnread,
    news,
    questions,
    excluded,
    expertAnswers,
    steps,
    practiceCases,
    replies,
    votes,
    remarks,
    blindView,
    handedOver,
  ] = await Promise.all([
    articles.version(claim.articleVersionId),
    reviews.record(claim.id),
    audit.of("claim", claim.id),
    people.reviewers(),
    reports.slugOfArticle(claim.articleId),
    // How a claim like it was rated would sway who is to judge for themselves.
    access === "blind" ? [] : matches.ofClaims([claim.id]),
    notifications.newestUnreadOf(claim.id),
    mayReadHistory(access) ? newsOf() : null,
    mayAnswerHelp(access) ? help.ofClaim(claim.id) : [],
    actions.includes("assign") || actions.includes("hand_over_second")
      ? claims.excludedAsSecond(claim.id)
      : [],
    mayReadExpertAnswers(access) ? guests.answers(claim.id) : [],
    // Steps with experts stand in the trail of the review, which no public trail has.
    audit.of("review", claim.id),
    isSettled(claim.state) && may(person, "practice.oversee") ? practice.kept() : [],
    mayRead ? replyStore.ofClaim(claim.id) : [],
    mayRead ? disputes.votes(claim.id) : [],
    mayRead ? disputes.remarks(claim.id) : [],
    access === "blind" && claim.state === "second_review" ? reviews.blindView(claim.id) : null,
    claims.unreadHandOver(claim.id, person.id),
  ]);
  if (!version) throw notFound();
  const names = await people.names(
    [
      claim.leadId,
      claim.secondId,
      ...record.versions.map(({ submittedBy }) => submittedBy),
      ...record.secondVerdicts.map(({ by }) => by),
      ...record.signOffs.map(({ by }) => by),
      ...record.adjudications.map(({ by }) => by),
      ...found.map(({ decidedBy }) => decidedBy),
      ...(news?.by ?? []),
      ...questions.map(({ askedBy }) => askedBy),
      ...votes.map(({ by }) => by),
      ...remarks.map(({ by }) => by),
      handedOver?.by ?? null,
    ].filter((id) => id !== null),
  );
  const openRequest = questions.find(isOpen) ?? null;
  return {
    person,
    claim,
    version,
    access,
    revealed,
    record,
    trail: [...trail, ...steps].toSorted((a, b) => a.seq - b.seq),
    expertAnswers,
    isPracticeCase: practiceCases.some((one) => one.claimId === claim.id && one.isClosed),
    matches: matchesToShow(found),
    reviewers,
    reportSlug: claim.publishedAt === null ? null : reportSlug,
    names: Object.fromEntries(names),
    news: news && { ...news, by: news.by.map((id) => names.get(id) ?? "a former colleague") },
    // While nothing can be written nothing can be noted as read either.
    newestUnread: isReadOnly ? null : newestUnread,
    helpRequest: openRequest && {
      ...openRequest,
      askedByName: names.get(openRequest.askedBy) ?? "A colleague",
      answeredByName: null,
    },
    handOver: handedOver && isAddressee(person, claim, handedOver) ? handedOver : null,
    isReadOnly,
    blindView,
    rationaleIsRead: rules.secondSees === "rationale",
    disputes: rules.disputes,
    talk: { votes, remarks, progress, nextRemarkId: crypto.randomUUID() },
    today: new Date().toISOString().slice(0, 10),
    actions,
    excluded,
    replies,
    mayRecordReply: !isReadOnly && mayRecordReply(person, claim, access),
    mayExcept: may(person, "duties.except"),
  };
}

/** Whether an approved claim is cleared, and who signed it. */
async function approvalOf({ context }: LoaderFunctionArgs, claim: Claim): Promise<Approval> {
  if (claim.state !== "approved") return uncleared;
  const { approvals, reviews } = context.ports;
  const [record, clearances] = await Promise.all([
    reviews.record(claim.id),
    approvals.clearances([claim.id]),
  ]);
  return {
    isCleared: standingClearance(clearances, record.versions.at(-1)?.id) !== null,
    signedBy: record.signOffs.filter(({ voidedAt }) => voidedAt === null).map(({ by }) => by),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", ({ person, values }) => take(args, person, values));

async function take(
  { context, params }: ActionFunctionArgs,
  person: Person,
  values: Record<string, string>,
) {
  const { ports } = context;
  const { intent } = values;

  async function run<T>(
    parsed: Result<T, Refusal>,
    command: (input: T) => Promise<Result<unknown, Refusal>>,
  ) {
    const result = parsed.ok ? await command(parsed.value) : parsed;
    if (!result.ok) return refuse(result.error, values);
    return redirect(`/desk/claims/${params["id"]}`);
  }

  switch (intent) {
    case "submit":
      return run(parseForm(submitReviewInput, values), (input) =>
        submitReview(ports, person, input),
      );
    case "return":
    case "reopen":
      return run(parseForm(returnReviewInput, { ...values, action: intent }), (input) =>
        returnReview(ports, person, input),
      );
    case "hand_over":
    case "hand_over_second":
      return run(parseForm(handOverInput, { ...values, action: intent }), (input) =>
        handOver(ports, person, input),
      );
    case "see_hand_over":
      return run(parseForm(seeHandOverInput, values), (input) => seeHandOver(ports, input));
    case "correct":
    case "uphold":
    case "retract":
      return run(parseForm(correctVerdictInput, { ...values, action: intent }), (input) =>
        correctVerdict(ports, person, input),
      );
    case "decide":
      return run(parseForm(secondVerdictInput, values), (input) =>
        giveSecondVerdict(ports, person, input),
      );
    case "sign_off":
      return run(parseForm(signOffInput, values), (input) => signOff(ports, person, input));
    case "adjudicate":
      return run(parseForm(adjudicateInput, values), (input) => adjudicate(ports, person, input));
    case "concede":
      return run(parseForm(concedeInput, values), (input) => concede(ports, person, input));
    case "vote":
      return run(parseForm(voteInput, values), (input) => voteOnDispute(ports, person, input));
    case "remark":
      return run(parseForm(remarkInput, values), (input) => remarkOnDispute(ports, person, input));
    case "assign":
      return run(parseForm(assignClaimInput, values), (input) => assignClaim(ports, person, input));
    case "recuse":
      return run(parseForm(declareConflictInput, values), (input) =>
        declareConflict(ports, person, input),
      );
    case "ask_help":
      return run(parseForm(askForHelpInput, values), (input) => askForHelp(ports, person, input));
    case "answer_help":
      return run(parseForm(answerHelpInput, values), (input) => answerHelp(ports, person, input));
    case "ask_reply":
      return run(parseForm(replyRequestInput, values), (input) =>
        recordReplyRequest(ports, person, input),
      );
    case "answer_reply":
      return run(parseForm(replyAnswerInput, values), (input) =>
        recordReplyAnswer(ports, person, input),
      );
    case "decide_match":
      return run(parseForm(decideMatchInput, values), (input) => decideMatch(ports, person, input));
    case "accept":
    case "dismiss":
    case "restore":
      return run(parseForm(triageInput, { ...values, action: intent }), (input) =>
        triageClaim(ports, person, input),
      );
    default:
      throw new Response("Bad request", { status: 400 });
  }
}

/**
 * Loads the page again when the server can be reached. Asked first, because a load that fails would put an error page
 * in place of the editor and of everything that is being typed. While a step is on its way the page waits for it: its
 * answer loads everything anyway, and would be broken off.
 */
function useLookAgain(): () => void {
  const { revalidate } = useRevalidator();
  const idle = useNavigation().state === "idle";
  const isIdle = useRef(idle);
  const missed = useRef(false);
  const look = useCallback(() => {
    fetch("/session")
      .then(async ({ status }) => {
        if (status !== 204 && status !== 401) return;
        if (isIdle.current) await revalidate();
        else missed.current = true;
      })
      // Not reachable: the session asks again. Interrupted: by a load that is newer than this one.
      .catch(() => undefined);
  }, [revalidate]);
  useEffect(() => {
    isIdle.current = idle;
    if (!idle || !missed.current) return;
    missed.current = false;
    look();
  }, [idle, look]);
  return look;
}

export default function Room() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const lookAgain = useLookAgain();
  useSeenNotifications(loaded.claim.id, loaded.newestUnread);
  return <ClaimRoom {...loaded} failure={failure ?? null} busy={busy} onStale={lookAgain} />;
}

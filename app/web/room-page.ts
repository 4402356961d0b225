import type { LoaderFunctionArgs } from "@remix-run/node";

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
  maySetTopics,
  offeredActions,
} from "~/domain/people/permissions";
import { isSettled } from "~/domain/practice/practice";
import { noCorrections } from "~/domain/report/correction/standing";
import { standingClearance, uncleared, type Approval } from "~/domain/review/clearance";
import { isAddressee } from "~/domain/review/hand-over";
import { isOpen } from "~/domain/review/help-request";

import { openClaim } from "./claim-page";
import { notFound } from "./guards";
import { readSources } from "./source-standings";

/** A claim's room as this person may see it, with the steps that are theirs now. */
export async function openRoom(args: LoaderFunctionArgs) {
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
    drift,
    topics,
    corrections: correctionStore,
    followers: followerStore,
  } = args.context.ports;
  const rules = await desk.reviewRules();
  const mayRead = documentRight(access) !== null;
  const progress = mayRead && claim.state === "disputed" ? await disputes.progress(claim.id) : null;
  const approval = await approvalOf(args, claim);
  const way = progress?.way ?? rules.disputes;
  const facts = { approval, disputes: way, voters: progress?.voters ?? null };
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
    drifted,
    knownTopics,
    heldTopics,
    corrections,
    followers,
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
    drift.ofClaim(claim.id),
    topics.list(),
    topics.ofArticle(claim.articleId),
    claim.publishedAt === null ? noCorrections : correctionStore.standing(claim.id),
    claim.publishedAt !== null && may(person, "follower.count") ? followerStore.count(claim.id) : 0,
  ]);
  const submitted = record.versions.at(-1);
  // While it is written the page asks for itself.
  const sources =
    mayRead && submitted && claim.state !== "in_review"
      ? await readSources(args.context.ports, claim.id, submitted.content.evidence)
      : null;
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
      ...corrections.retractions.map(({ byId }) => byId),
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
    disputes: way,
    talk: { votes, remarks, progress, nextRemarkId: crypto.randomUUID() },
    today: new Date().toISOString().slice(0, 10),
    actions,
    followers,
    // A second reviewer who has yet to decide is told nothing of what others think of it.
    corrections: access === "blind" ? noCorrections : corrections,
    excluded,
    replies,
    sources,
    mayRecordReply: !isReadOnly && mayRecordReply(person, claim, access),
    mayExcept: may(person, "duties.except"),
    drift: drifted,
    topics: { known: knownTopics, held: heldTopics },
    maySetTopics: maySetTopics(person, claim),
    maySettleDrift: !isReadOnly && may(person, "drift.settle"),
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
  const standing = standingClearance(clearances, record.versions.at(-1)?.id);
  return {
    isCleared: standing !== null,
    clearedBy: standing?.by ?? null,
    signedBy: record.signOffs.filter(({ voidedAt }) => voidedAt === null).map(({ by }) => by),
  };
}

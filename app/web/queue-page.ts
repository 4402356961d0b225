import type { LoaderFunctionArgs } from "@remix-run/node";

import type { Ports } from "~/commands/ports";
import { readMentions } from "~/commands/read-mentions";
import { readOffers } from "~/commands/read-offers";
import { oneMoreWarning } from "~/domain/assignment/work-in-hand";
import type { Claim } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { underReview } from "~/domain/review/signature-standing";
import {
  inOrderOfWork,
  mostDrifts,
  mostForAllEditors,
  mostForOne,
  mostToTriage,
  workItem,
} from "~/domain/review/work-item";

import { requirePerson } from "./guards";

/** How many errors that readers report the queue shows; the rest stands on their own page. */
const mostErrors = 10;

/** All that waits for the person who asks, each list cut to what a page can show. */
export async function openQueue({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  const { ports } = context;
  const { claims, articles, help } = ports;
  const mayPublish = may(person, "report.publish");
  const [assigned, waiting, abandoned, triage, mentions, offers, questions, drifts, errors] =
    await Promise.all([
      claims.assignedTo(person.id, mostForOne),
      mayPublish
        ? claims.inStates(["disputed", "approved", "being_corrected"], mostForAllEditors)
        : [],
      mayPublish ? claims.withoutSomebody(mostForAllEditors) : [],
      mayPublish ? articles.toTriage(mostToTriage) : { rows: [], total: 0 },
      readMentions(ports, person),
      readOffers(ports, person),
      help.open(),
      may(person, "drift.settle") ? ports.drift.published(mostDrifts) : [],
      may(person, "error_report.settle") ? ports.errorReports.open(mostErrors) : [],
    ]);
  const all = [
    ...new Map([...assigned, ...waiting, ...abandoned].map((claim) => [claim.id, claim])).values(),
  ];
  const [items, fallen, titles, work, asking, names] = await Promise.all([
    whatToDo(ports, person, all),
    ports.reviews.voidAmong(all.filter(({ state }) => underReview.has(state)).map(({ id }) => id)),
    articles.titles(all.map(({ articleVersionId }) => articleVersionId)),
    offers.length === 0 ? null : ports.work.inHand(),
    questions.length === 0 ? [] : claims.these(questions.map(({ claimId }) => claimId)),
    ports.people.names(
      [
        ...all.flatMap(({ leadId, secondId }) => [leadId, secondId]),
        ...mentions.map(({ by }) => by),
        ...offers.map(({ claim }) => claim.leadId),
        ...questions.map(({ askedBy }) => askedBy),
      ].filter((id) => id !== null),
    ),
  ]);
  const mine = work?.people.find(({ id }) => id === person.id);
  return {
    person,
    items: inOrderOfWork(items).map((item) => ({
      ...item,
      hasVoidSignature: fallen.has(item.claim.id),
      articleTitle: titles.get(item.claim.articleVersionId) ?? "",
      leadName: names.get(item.claim.leadId ?? "") ?? null,
      secondName: names.get(item.claim.secondId ?? "") ?? null,
    })),
    mentions: mentions.map(({ kind, claim: { id, statement }, commentId, by, at }) => ({
      kind,
      claim: { id, statement },
      commentId,
      byName: names.get(by) ?? "A colleague",
      at,
    })),
    overLimit: work && mine ? oneMoreWarning(mine, work) : null,
    offers: offers.map(({ claim: { id, statement, version, leadId }, idleSince }) => ({
      claim: { id, statement, version },
      leadName: names.get(leadId ?? "") ?? null,
      idleSince,
    })),
    help: questions.flatMap(({ id, claimId, question, askedBy, askedAt }) => {
      const claim = asking.find((one) => one.id === claimId);
      if (!claim) return [];
      const byName = names.get(askedBy) ?? "A colleague";
      return [
        { id, claim: { id: claimId, statement: claim.statement }, question, byName, askedAt },
      ];
    }),
    cut: {
      own: assigned.length === mostForOne,
      editors: waiting.length === mostForAllEditors || abandoned.length === mostForAllEditors,
    },
    /** Articles whose proposed or open claims wait for an editor. */
    triage,
    drifts,
    errors,
    today: new Date().toISOString().slice(0, 10),
  };
}

/** What each of these claims asks of this person, those that ask nothing left out. */
async function whatToDo(ports: Ports, person: Person, all: readonly Claim[]) {
  const ids = (wanted: (claim: Claim) => boolean) => all.filter(wanted).map(({ id }) => id);
  const [revealed, approvals, rules] = await Promise.all([
    ports.reviews.revealedAmong(
      ids(({ state, secondId }) => state === "second_review" && secondId === person.id),
      person.id,
    ),
    may(person, "approval.read")
      ? ports.approvals.these(ids(({ state }) => state === "approved"))
      : [],
    ports.desk.reviewRules(),
  ]);
  const disputed = rules.disputes === "vote" ? ids(({ state }) => state === "disputed") : [];
  const disputes = await ports.disputeStandings.of(disputed);
  const inLane = new Map(
    approvals.map(({ claimId, cleared, signedBy }) => [
      claimId,
      { isCleared: cleared !== null, signedBy },
    ]),
  );
  return all
    .map((claim) =>
      workItem(
        person,
        claim,
        revealed.has(claim.id),
        inLane.get(claim.id) ?? null,
        disputes.get(claim.id) ?? null,
      ),
    )
    .filter((item) => item !== null);
}

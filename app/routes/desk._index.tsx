import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { readMentions } from "~/commands/read-mentions";
import { readOffers } from "~/commands/read-offers";
import { takeOffer, takeOfferInput } from "~/commands/take-offer";
import { Queue } from "~/components/desk/queue";
import { oneMoreWarning } from "~/domain/assignment/work-in-hand";
import { may } from "~/domain/people/permissions";
import { inOrderOfWork, mostForAllEditors, workItem } from "~/domain/review/work-item";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";
import { PeopleInRoomsProvider } from "~/web/people-in-rooms-provider";

export const meta: MetaFunction = () => [{ title: "My queue · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  const { approvals, claims, reviews, articles, people, help, desk } = context.ports;
  const mayPublish = may(person, "report.publish");
  const [assigned, waiting, abandoned, allArticles, mentions, offers, questions, lane, rules] =
    await Promise.all([
      claims.assignedTo(person.id),
      mayPublish
        ? claims.inStates(["disputed", "approved", "being_corrected"], mostForAllEditors)
        : [],
      mayPublish ? claims.withoutSomebody() : [],
      articles.list(),
      readMentions(context.ports, person),
      readOffers(context.ports, person),
      help.open(),
      may(person, "approval.read") ? approvals.lane() : [],
      desk.reviewRules(),
    ]);
  const work = offers.length === 0 ? null : await context.ports.work.inHand();
  const mine = work?.people.find(({ id }) => id === person.id);
  const all = [
    ...new Map([...assigned, ...waiting, ...abandoned].map((claim) => [claim.id, claim])).values(),
  ];
  const disputed = rules.disputes === "vote" ? all.filter(({ state }) => state === "disputed") : [];
  const disputes = await context.ports.disputeStandings.of(disputed.map(({ id }) => id));
  const items = await Promise.all(
    all.map(async (claim) => {
      const revealed =
        claim.state === "second_review" && claim.secondId === person.id
          ? await reviews.revealed(claim.id, person.id)
          : false;
      const inLane = lane.find(({ claimId }) => claimId === claim.id);
      const approval = inLane
        ? { isCleared: inLane.cleared !== null, signedBy: inLane.signedBy }
        : null;
      return workItem(person, claim, revealed, approval, disputes.get(claim.id) ?? null);
    }),
  );
  const asking =
    questions.length === 0 ? [] : await claims.these(questions.map(({ claimId }) => claimId));
  const names = await people.names(
    [
      ...all.flatMap(({ leadId, secondId }) => [leadId, secondId]),
      ...mentions.map(({ by }) => by),
      ...offers.map(({ claim }) => claim.leadId),
      ...questions.map(({ askedBy }) => askedBy),
    ].filter((id) => id !== null),
  );
  return {
    person,
    items: inOrderOfWork(items.filter((item) => item !== null)).map((item) => ({
      ...item,
      articleTitle: allArticles.find(({ id }) => id === item.claim.articleId)?.title ?? "",
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
    isCut: waiting.length === mostForAllEditors,
    /** Articles whose proposed or open claims wait for an editor. */
    triage: mayPublish
      ? allArticles.filter(({ claims: count }) => count.proposed || count.open)
      : [],
    today: new Date().toISOString().slice(0, 10),
  };
}

/** Takes over a claim that is offered. Everything else is done on the claims' own pages. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    if (values["intent"] !== "take_offer") throw new Response("Bad request", { status: 400 });
    const parsed = parseForm(takeOfferInput, values);
    if (!parsed.ok) return refuse(parsed.error, values);
    const result = await takeOffer(args.context.ports, person, parsed.value);
    return result.ok
      ? redirect(`/desk/claims/${parsed.value.claimId}`)
      : refuse(result.error, values);
  });

export default function DeskIndex() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().formAction !== undefined;
  return (
    <PeopleInRoomsProvider claimIds={loaded.items.map(({ claim }) => claim.id)}>
      <Queue {...loaded} failure={failure} busy={busy} />
    </PeopleInRoomsProvider>
  );
}

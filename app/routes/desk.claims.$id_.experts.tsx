import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { askExpert, askExpertInput } from "~/commands/ask-expert";
import { revokeGuestLink, revokeGuestLinkInput } from "~/commands/revoke-guest-link";
import { takeUpAnswer, takeUpAnswerInput } from "~/commands/take-up-answer";
import { ExpertsPage } from "~/components/guest/experts-page";
import { guestLinkStatus } from "~/domain/guest/guest-link";
import { mayAskExperts, maySeeExperts } from "~/domain/people/permissions";
import { openClaim } from "~/web/claim-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Experts: ${data?.claim.statement.slice(0, 50) ?? "Claim"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { person, claim, access } = await openClaim(args);
  if (!maySeeExperts(person, claim, access)) throw new Response("Forbidden", { status: 403 });
  const { guests, people } = args.context.ports;
  const [links, answers] = await Promise.all([guests.links(claim.id), guests.answers(claim.id)]);
  const names = await people.names([
    ...links.map(({ createdBy }) => createdBy),
    ...answers.flatMap(({ takenUpBy }) => takenUpBy ?? []),
  ]);
  const { id, version, statement } = claim;
  const isInReview = claim.state === "in_review";
  return {
    claim: { id, version, statement },
    mayAsk: mayAskExperts(person, claim, access),
    links: links.toReversed().map((link) => {
      const answer = answers.find(({ linkId }) => linkId === link.id) ?? null;
      const where = { isAnswered: answer !== null, isInReview, now: new Date() };
      return {
        ...link,
        answer,
        status: guestLinkStatus(link, where),
        createdByName: names.get(link.createdBy) ?? "A former colleague",
        takenUpByName: names.get(answer?.takenUpBy ?? "") ?? null,
      };
    }),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    const { ports, publicUrl } = args.context;
    switch (values["intent"]) {
      case "ask_expert": {
        const parsed = parseForm(askExpertInput, values);
        const made = parsed.ok ? await askExpert(ports, person, parsed.value) : parsed;
        // Never a redirect: an address would be kept in the browser's history, and the secret with it.
        return made.ok ? { link: `${publicUrl}/guest/${made.value}` } : refuse(made.error, values);
      }
      case "revoke_link": {
        const parsed = parseForm(revokeGuestLinkInput, values);
        const done = parsed.ok ? await revokeGuestLink(ports, person, parsed.value) : parsed;
        if (!done.ok) return refuse(done.error, values);
        return redirect(`/desk/claims/${args.params["id"]}/experts`);
      }
      case "take_up": {
        const parsed = parseForm(takeUpAnswerInput, values);
        const done = parsed.ok ? await takeUpAnswer(ports, person, parsed.value) : parsed;
        return done.ok ? { link: null } : refuse(done.error, values);
      }
      default:
        throw new Response("Bad request", { status: 400 });
    }
  });

export default function Experts() {
  const answer = useActionData<typeof action>();
  return (
    <ExpertsPage
      {...useLoaderData<typeof loader>()}
      made={answer && "link" in answer ? answer.link : null}
      failure={answer && "message" in answer ? answer : null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

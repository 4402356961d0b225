import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { takeOffer, takeOfferInput } from "~/commands/take-offer";
import { Queue } from "~/components/desk/queue";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { PeopleInRoomsProvider } from "~/web/people-in-rooms-provider";
import { openQueue } from "~/web/queue-page";

export const meta: MetaFunction = () => [{ title: "My queue · Countersign" }];

export const loader = (args: LoaderFunctionArgs) => openQueue(args);

/** Takes over a claim that is offered. Everything else is done on the claims' own pages. */
export { refreshWhenStale as shouldRevalidate } from "~/web/refresh-when-stale";

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

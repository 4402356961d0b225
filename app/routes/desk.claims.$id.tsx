import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { ClaimRoom } from "~/components/desk/claim-room";
import { TopicsHere } from "~/components/desk/topics/topics-here";
import { atOneVersion } from "~/web/at-one-version";
import { ShowCaptures } from "~/web/captures-provider";
import { deskAction } from "~/web/desk-action";
import { refuse } from "~/web/form";
import { openRoom } from "~/web/room-page";
import { roomSteps } from "~/web/room-steps";
import { chosenTopics, setTopicsOf } from "~/web/topics-form";
import { useLookAgain } from "~/web/use-look-again";
import { useSeenNotifications } from "~/web/use-seen-notifications";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.claim.statement.slice(0, 60) ?? "Claim"} · Countersign` },
];

export const loader = (args: LoaderFunctionArgs) =>
  atOneVersion(() => openRoom(args), args.context.ports.claims.versionOf);

export { refreshWhenStale as shouldRevalidate } from "~/web/refresh-when-stale";

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, form, values }) => {
    const intent = values["intent"] ?? "";
    if (intent === "set_topics") {
      const set = await setTopicsOf(args.context.ports, person, form);
      return set.ok
        ? redirect(`/desk/claims/${args.params["id"]}`)
        : refuse(set.error, { ...values, chosen: chosenTopics(form) });
    }
    const take = Object.hasOwn(roomSteps, intent) ? roomSteps[intent] : undefined;
    if (!take) throw new Response("Bad request", { status: 400 });
    const result = await take(args.context.ports, person, values);
    return result.ok ? redirect(`/desk/claims/${args.params["id"]}`) : refuse(result.error, values);
  });

export default function Room() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const lookAgain = useLookAgain();
  useSeenNotifications(loaded.claim.id, loaded.newestUnread);
  return (
    <ShowCaptures claimId={loaded.claim.id} access={loaded.access} initial={loaded.sources}>
      <TopicsHere.Provider value={loaded.topics}>
        <ClaimRoom {...loaded} failure={failure ?? null} busy={busy} onStale={lookAgain} />
      </TopicsHere.Provider>
    </ShowCaptures>
  );
}

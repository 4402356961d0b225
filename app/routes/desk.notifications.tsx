import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { readNotifications } from "~/commands/read-notifications";
import { NotificationList } from "~/components/desk/notification-list";
import { deskAction } from "~/web/desk-action";
import { isId, requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Notifications · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.enter");
  const before = new URL(request.url).searchParams.get("before") ?? "";
  return readNotifications(context.ports, numberIn(before));
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ values }) => {
    const { notifications } = args.context.ports;
    const { intent = "", id = "", to = "", upTo = "" } = values;
    const newest = numberIn(upTo);
    if (intent === "see_all" && newest !== null) await notifications.seeUpTo(newest);
    else if (intent === "see" && isId(id)) await notifications.see(id);
    else throw new Response("Bad request", { status: 400 });
    return redirect(to.startsWith("/desk/claims/") ? to : "/desk/notifications");
  });

const numberIn = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);

export default function Notifications() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().formAction !== undefined;
  return <NotificationList {...page} failure={failure} busy={busy} />;
}

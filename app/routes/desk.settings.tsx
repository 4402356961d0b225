import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { channelsInput, setChannels } from "~/commands/set-channels";
import { ChannelSettingsForm } from "~/components/desk/channel-settings";
import { channelSettings, notificationKinds } from "~/domain/notification/rules";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Settings · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.enter");
  const { notifications, reminders } = context.ports;
  const [set, schedule] = await Promise.all([notifications.channels(), reminders.schedule()]);
  return {
    settings: channelSettings(set),
    schedule,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ values }) => {
    const chosen = Object.fromEntries(notificationKinds.map((kind) => [kind, values[kind]]));
    const parsed = parseForm(channelsInput, chosen);
    const result = parsed.ok ? await setChannels(args.context.ports, parsed.value) : parsed;
    return result.ok ? redirect("/desk/settings?saved") : refuse(result.error, values);
  });

export default function Settings() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().formAction !== undefined;
  return <ChannelSettingsForm {...loaded} failure={failure} busy={busy} />;
}

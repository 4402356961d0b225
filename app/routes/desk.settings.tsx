import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import type { Ports } from "~/commands/ports";
import { channelsInput, setChannels } from "~/commands/set-channels";
import { remindersInput, setReminders } from "~/commands/set-reminders";
import { setSingleKeys, singleKeysInput } from "~/commands/set-single-keys";
import { ChannelSettingsForm } from "~/components/desk/channel-settings";
import { OwnWork } from "~/components/desk/own-work";
import { ReminderSettings } from "~/components/desk/reminder-settings";
import { SingleKeySettings } from "~/components/desk/single-key-settings";
import { SettingsPage } from "~/components/desk/settings-page";
import { channelSettings, notificationKinds } from "~/domain/notification/rules";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Settings · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  const { keyboard, notifications, reminders, work } = context.ports;
  const [set, schedule, inHand, singleKeys] = await Promise.all([
    notifications.channels(),
    reminders.schedule(),
    work.inHand(),
    keyboard.singleKeys(),
  ]);
  return {
    settings: channelSettings(set),
    schedule,
    singleKeys,
    limit: inHand.limit,
    mine: inHand.people.find(({ id }) => id === person.id) ?? null,
    maySetLimits: may(person, "work.limit"),
    maySetReminders: may(person, "reminders.set"),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    const result = await save(args.context.ports, person, values);
    return result.ok ? redirect("/desk/settings?saved") : refuse(result.error, values);
  });

async function save(ports: Ports, person: Person, values: Record<string, string>) {
  if (values["intent"] === "reminders") {
    const parsed = parseForm(remindersInput, values);
    return parsed.ok ? setReminders(ports, person, parsed.value) : parsed;
  }
  if (values["intent"] === "single_keys") {
    const parsed = parseForm(singleKeysInput, values);
    return parsed.ok ? setSingleKeys(ports, parsed.value) : parsed;
  }
  const chosen = Object.fromEntries(notificationKinds.map((kind) => [kind, values[kind]]));
  const parsed = parseForm(channelsInput, chosen);
  return parsed.ok ? setChannels(ports, parsed.value) : parsed;
}

export default function Settings() {
  const { isSaved, maySetReminders, mine, limit, maySetLimits, singleKeys, ...loaded } =
    useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const form = { failure, busy: useNavigation().formAction !== undefined };
  return (
    <SettingsPage failure={failure} isSaved={isSaved}>
      <ChannelSettingsForm {...loaded} {...form} />
      <SingleKeySettings on={singleKeys} {...form} />
      {mine === null ? null : <OwnWork mine={mine} work={{ limit }} maySet={maySetLimits} />}
      {maySetReminders ? <ReminderSettings schedule={loaded.schedule} {...form} /> : null}
    </SettingsPage>
  );
}

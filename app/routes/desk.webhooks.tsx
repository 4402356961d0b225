import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { manageWebhooks, manageWebhooksInput } from "~/commands/manage-webhooks";
import { WebhooksPage } from "~/components/admin/webhooks-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

/** How many messages of each address the page shows. */
const most = 20;

export const meta: MetaFunction = () => [{ title: "Webhooks · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "webhook.manage");
  const { webhooks, audit } = context.ports;
  const [list, trail] = await Promise.all([webhooks.list(), audit.of("desk", "webhooks")]);
  return {
    webhooks: await Promise.all(
      list.map(async (webhook) => ({
        webhook,
        deliveries: await webhooks.deliveries(webhook.id, most),
      })),
    ),
    trail,
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "webhook.manage", async ({ person, form, values }) => {
    const events = form.getAll("events");
    const parsed = parseForm(manageWebhooksInput, { ...values, events });
    const done = parsed.ok
      ? await manageWebhooks(args.context.ports, person, parsed.value)
      : parsed;
    if (!done.ok) return refuse(done.error, { ...values, events: events.join(",") });
    // Never a redirect with the secret: an address would be kept in the browser's history.
    return done.value === null ? redirect("/desk/webhooks") : { secret: done.value };
  });

export default function Webhooks() {
  const answer = useActionData<typeof action>();
  return (
    <WebhooksPage
      {...useLoaderData<typeof loader>()}
      secret={answer && "secret" in answer ? answer.secret : null}
      failure={answer && "message" in answer ? answer : null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

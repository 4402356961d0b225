import { randomUUID } from "node:crypto";

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { manageFeeds, manageFeedsInput } from "~/commands/manage-feeds";
import { InboxPage } from "~/components/desk/inbox-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Inbox · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "feed.manage");
  const { feeds } = context.ports;
  const [items, dismissed, watched] = await Promise.all([
    feeds.items("new"),
    feeds.items("dismissed"),
    feeds.list(),
  ]);
  // Made with the form, so that a form that is sent twice saves one article.
  return { items: items.map((item) => ({ item, articleId: randomUUID() })), dismissed, watched };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "feed.manage", async ({ person, values }) => {
    const parsed = parseForm(manageFeedsInput, values);
    const done = parsed.ok ? await manageFeeds(args.context.ports, person, parsed.value) : parsed;
    return done.ok ? redirect("/desk/inbox") : refuse(done.error, values);
  });

export default function Inbox() {
  return (
    <InboxPage
      {...useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { manageTopics, manageTopicsInput } from "~/commands/manage-topics";
import { TopicsPage } from "~/components/admin/topics-page";
import { may } from "~/domain/people/permissions";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Topics · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  const { topics, audit } = context.ports;
  const [list, trail] = await Promise.all([topics.list(), audit.of("desk", "topics")]);
  return { topics: list, trail, mayManage: may(person, "topic.manage") };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "topic.manage", async ({ person, values }) => {
    const parsed = parseForm(manageTopicsInput, values);
    const done = parsed.ok ? await manageTopics(args.context.ports, person, parsed.value) : parsed;
    return done.ok ? redirect("/desk/topics") : refuse(done.error, values);
  });

export default function Topics() {
  return (
    <TopicsPage
      {...useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().formAction !== undefined}
    />
  );
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { setWorkLimit, setWorkLimitInput } from "~/commands/set-work-limit";
import { WorkPage } from "~/components/admin/work-page";
import { findPeople } from "~/domain/people/find-people";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";
import { askedOf } from "~/web/people-list";

export const meta: MetaFunction = () => [{ title: "Work in hand · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "work.limit");
  const { limit, people } = await context.ports.work.inHand();
  return { limit, slice: findPeople(people, askedOf(request.url)) };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "work.limit", async ({ person, values }) => {
    const parsed = parseForm(setWorkLimitInput, values);
    const done = parsed.ok ? await setWorkLimit(args.context.ports, person, parsed.value) : parsed;
    return done.ok
      ? redirect(`/desk/work${new URL(args.request.url).search}`)
      : refuse(done.error, values);
  });

export default function Work() {
  return (
    <WorkPage
      {...useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().formAction !== undefined}
    />
  );
}

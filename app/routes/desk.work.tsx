import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { setWorkLimit, setWorkLimitInput } from "~/commands/set-work-limit";
import { WorkPage } from "~/components/admin/work-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Work in hand · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "work.limit");
  return context.ports.work.inHand();
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "work.limit", async ({ person, values }) => {
    const parsed = parseForm(setWorkLimitInput, values);
    const done = parsed.ok ? await setWorkLimit(args.context.ports, person, parsed.value) : parsed;
    return done.ok ? redirect("/desk/work") : refuse(done.error, values);
  });

export default function Work() {
  return (
    <WorkPage
      work={useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().formAction !== undefined}
    />
  );
}

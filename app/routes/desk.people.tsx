import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import {
  invitePerson,
  invitePersonInput,
  managePeople,
  managePeopleInput,
} from "~/commands/manage-people";
import { PeoplePage } from "~/components/admin/people-page";
import { findPeople } from "~/domain/people/find-people";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";
import { askedOf } from "~/web/people-list";

export const meta: MetaFunction = () => [{ title: "People · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "people.manage");
  const { staff } = context.ports;
  const [people, invites] = await Promise.all([staff.list(), staff.invites()]);
  return { slice: findPeople(people, askedOf(request.url)), invites };
}

export const action = ({ context, ...args }: ActionFunctionArgs) =>
  deskAction({ context, ...args }, "people.manage", async ({ person, values }) => {
    const { ports, publicUrl } = context;
    if (values["intent"] === "invite") {
      const parsed = parseForm(invitePersonInput, values);
      const made = parsed.ok ? await invitePerson(ports, person, parsed.value) : parsed;
      // Never a redirect: an address would be kept in the browser's history, and the secret with it.
      return made.ok ? { link: `${publicUrl}/invite/${made.value}` } : refuse(made.error, values);
    }
    const parsed = parseForm(managePeopleInput, values);
    const done = parsed.ok ? await managePeople(ports, person, parsed.value) : parsed;
    return done.ok
      ? redirect(`/desk/people${new URL(args.request.url).search}`)
      : refuse(done.error, values);
  });

export default function People() {
  const answer = useActionData<typeof action>();
  return (
    <PeoplePage
      {...useLoaderData<typeof loader>()}
      link={answer && "link" in answer ? answer.link : null}
      failure={answer && "message" in answer ? answer : null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

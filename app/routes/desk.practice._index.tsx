import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { keepPracticeCases, keepPracticeCasesInput } from "~/commands/keep-practice-cases";
import { PracticePage } from "~/components/practice/practice-page";
import { may } from "~/domain/people/permissions";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Practice · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "practice.take");
  const { practice } = context.ports;
  const oversees = may(person, "practice.oversee");
  const [offers, record, people, kept] = await Promise.all([
    practice.offers(),
    practice.record(),
    oversees ? practice.people() : [],
    oversees ? practice.kept() : [],
  ]);
  return { offers, record, overseen: oversees ? { people, kept } : null };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "practice.oversee", async ({ person, values }) => {
    const parsed = parseForm(keepPracticeCasesInput, values);
    const { ports } = args.context;
    const done = parsed.ok ? await keepPracticeCases(ports, person, parsed.value) : parsed;
    return done.ok ? redirect("/desk/practice") : refuse(done.error, values);
  });

export default function Practice() {
  return (
    <PracticePage
      {...useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

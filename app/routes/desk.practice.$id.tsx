import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { passageIn } from "~/commands/open-guest-page";
import { practise, practiseInput } from "~/commands/practise";
import { PracticeCasePage } from "~/components/practice/practice-case-page";
import { PracticeOutcomePage } from "~/components/practice/practice-outcome-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, notFound, requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "A practice case · Countersign" }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "practice.take");
  const id = params["id"] ?? "";
  if (!isId(id)) throw notFound();
  const { practice, articles } = context.ports;
  const wantsAgain = new URL(request.url).searchParams.has("again");
  const [offered, outcome] = await Promise.all([
    practice.find(id),
    // Not even on the way to the page that asks once more: its source must not tell the verdict.
    wantsAgain ? null : practice.outcome(id),
  ]);
  if (outcome !== null) {
    return { kind: "outcome", caseId: id, outcome, isOffered: offered !== null } as const;
  }
  const version = offered && (await articles.version(offered.articleVersionId));
  if (!version) throw notFound();
  const { statement, evidence, attempts } = offered;
  return {
    kind: "case",
    practice: { id, statement, evidence, attempts },
    passage: passageIn(version.text, offered),
    language: version.language,
  } as const;
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "practice.take", async ({ person, values }) => {
    const parsed = parseForm(practiseInput, { ...values, caseId: args.params["id"] });
    const done = parsed.ok ? await practise(args.context.ports, person, parsed.value) : parsed;
    return done.ok ? redirect(`/desk/practice/${args.params["id"]}`) : refuse(done.error, values);
  });

export default function Case() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().state !== "idle";
  return loaded.kind === "outcome" ? (
    <PracticeOutcomePage {...loaded} />
  ) : (
    <PracticeCasePage key={loaded.practice.attempts} {...loaded} failure={failure} busy={busy} />
  );
}

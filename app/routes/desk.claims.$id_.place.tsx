import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { chooseDriftPlace, chooseDriftPlaceInput } from "~/commands/choose-drift-place";
import { PlacePage } from "~/components/desk/drift/place-page";
import { awaitsPlace } from "~/domain/article/drift/drift";
import { findPassage } from "~/domain/article/drift/find-passage";
import { may } from "~/domain/people/permissions";
import { openClaim } from "~/web/claim-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Place: ${data?.claim.statement.slice(0, 50) ?? "Claim"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { person, claim } = await openClaim(args);
  if (!may(person, "drift.settle")) throw new Response("Forbidden", { status: 403 });
  const { articles, drift } = args.context.ports;
  const [article, found] = await Promise.all([
    articles.find(claim.articleId),
    drift.ofClaim(claim.id),
  ]);
  const texts =
    found && awaitsPlace(found)
      ? await drift.texts(claim.articleId, found.number, found.number)
      : null;
  const version =
    found && texts ? { number: found.number, text: texts.after, driftId: found.id } : null;
  return {
    claim: { id: claim.id, statement: claim.statement, words: claim.anchor.exact },
    language: article?.latest.language ?? "und",
    version,
    asked: version && askedFor(new URL(args.request.url).searchParams, version.text),
  };
}

function askedFor(query: URLSearchParams, text: string) {
  const words = query.get("words");
  if (words === null) return null;
  const near = /^\d{1,7}$/.test(query.get("near") ?? "") ? Number(query.get("near")) : null;
  const found = findPassage(text, words, near);
  return {
    words,
    found: found.ok ? found.value : null,
    problem: found.ok ? null : found.error,
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "drift.settle", async ({ person, values }) => {
    const parsed = parseForm(chooseDriftPlaceInput, values);
    const chosen = parsed.ok
      ? await chooseDriftPlace(args.context.ports, person, parsed.value)
      : parsed;
    return chosen.ok ? redirect(`/desk/claims/${args.params["id"]}`) : refuse(chosen.error, values);
  });

export default function Place() {
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().formMethod === "POST";
  const loaded = useLoaderData<typeof loader>();
  return <PlacePage {...loaded} failure={failure} busy={busy} />;
}

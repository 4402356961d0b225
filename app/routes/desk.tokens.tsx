import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { manageTokens, manageTokensInput } from "~/commands/manage-tokens";
import { TokensPage } from "~/components/desk/tokens-page";
import { scopesFor, tokenStatus } from "~/domain/people/api-token";
import { roleAtLeast } from "~/domain/people/person";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Tokens · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "token.manage");
  const { tokens, people } = context.ports;
  const list = await tokens.list();
  const names = await people.names(list.map(({ createdBy }) => createdBy));
  const now = new Date().toISOString();
  return {
    tokens: list.map((token) => ({
      token,
      maker: names.get(token.createdBy) ?? "Somebody",
      status: tokenStatus(token, now),
      mayRevoke: token.createdBy === person.id || roleAtLeast(person.role, "admin"),
    })),
    scopes: scopesFor(person),
    address: `${context.publicUrl}/api`,
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "token.manage", async ({ person, form, values }) => {
    const scopes = form.getAll("scopes");
    const parsed = parseForm(manageTokensInput, { ...values, scopes });
    const done = parsed.ok ? await manageTokens(args.context.ports, person, parsed.value) : parsed;
    if (!done.ok) return refuse(done.error, { ...values, scopes: scopes.join(",") });
    // Never a redirect with the secret: an address would be kept in the browser's history.
    return done.value === null ? redirect("/desk/tokens") : { secret: done.value };
  });

export default function Tokens() {
  const answer = useActionData<typeof action>();
  return (
    <TokensPage
      {...useLoaderData<typeof loader>()}
      secret={answer && "secret" in answer ? answer.secret : null}
      failure={answer && "message" in answer ? answer : null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

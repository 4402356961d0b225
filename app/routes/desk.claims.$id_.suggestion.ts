import type { ActionFunctionArgs } from "@remix-run/node";

import { suggestStatement, suggestStatementInput } from "~/commands/suggest-statement";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

/** Asks the language model about a claim; answers in JSON, with the reason in words when there is no suggestion. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const answer = await deskAction(args, "claim.suggest", async ({ person, values }) => {
    const parsed = parseForm(suggestStatementInput, { ...values, claimId: params["id"] });
    const result = parsed.ok ? await suggestStatement(context.ports, person, parsed.value) : parsed;
    return result.ok ? Response.json(result.value) : refuse(result.error, values);
  });
  return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? {});
}

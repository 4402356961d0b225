import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useNavigation } from "@remix-run/react";

import { importChecks, importChecksInput } from "~/commands/import-checks";
import { ChecksPage } from "~/components/desk/checks-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Checks of others · Countersign" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "checks.import");
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "checks.import", async ({ person, values }) => {
    const parsed = parseForm(importChecksInput, values);
    const done = parsed.ok ? await importChecks(args.context.ports, person, parsed.value) : parsed;
    return done.ok ? { report: done.value } : refuse(done.error, values);
  });

export default function Checks() {
  const answer = useActionData<typeof action>();
  return (
    <ChecksPage
      report={answer && "report" in answer ? answer.report : null}
      failure={answer && "message" in answer ? answer : null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

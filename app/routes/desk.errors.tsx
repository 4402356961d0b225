import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { settleErrorReport, settleErrorReportInput } from "~/commands/settle-error-report";
import { ErrorReportsPage } from "~/components/desk/error-reports-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

/** How many reports the page shows; the next ones follow when these are dealt with. */
const most = 100;

export const meta: MetaFunction = () => [{ title: "Errors reported · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "error_report.settle");
  return { reports: await context.ports.errorReports.open(most) };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "error_report.settle", async ({ person, values }) => {
    const parsed = parseForm(settleErrorReportInput, values);
    const done = parsed.ok
      ? await settleErrorReport(args.context.ports, person, parsed.value)
      : parsed;
    return done.ok ? redirect("/desk/errors") : refuse(done.error, values);
  });

export default function ErrorReports() {
  const { reports } = useLoaderData<typeof loader>();
  return (
    <ErrorReportsPage
      reports={reports}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().state !== "idle"}
    />
  );
}

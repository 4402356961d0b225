import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { DeskShell } from "~/components/layout/desk-shell";
import { AssignmentAdviceProvider } from "~/web/assignment-advice-provider";
import { requirePerson } from "~/web/guards";

export function loader({ context, request }: LoaderFunctionArgs) {
  return { person: requirePerson(context, request, "desk.enter") };
}

/** What the desk shows is gone from the browser with the session. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export default function Desk() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <DeskShell person={person}>
      <AssignmentAdviceProvider>
        <Outlet />
      </AssignmentAdviceProvider>
    </DeskShell>
  );
}

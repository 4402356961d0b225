import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { DeskShell } from "~/components/layout/desk-shell";
import { requirePerson } from "~/web/guards";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  return { person, readOnly: await context.ports.desk.readOnly() };
}

/** What the desk shows is gone from the browser with the session. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export default function Desk() {
  const { person, readOnly } = useLoaderData<typeof loader>();
  return (
    <DeskShell person={person} readOnly={readOnly}>
      <Outlet />
    </DeskShell>
  );
}

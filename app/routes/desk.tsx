import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { DeskShell } from "~/components/layout/desk-shell";
import { requirePerson } from "~/web/guards";

export function loader({ context, request }: LoaderFunctionArgs) {
  return { person: requirePerson(context, request, "desk.enter") };
}

export default function Desk() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <DeskShell person={person}>
      <Outlet />
    </DeskShell>
  );
}

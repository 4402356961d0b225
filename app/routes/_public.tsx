import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { PublicShell } from "~/components/layout/public-shell";
import { isReadOnly } from "~/web/is-read-only";

export const handle = { scripts: false };

/** Part of the page: a copy of it is asked for anew each time, so that none outlives the state of the desk. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { readOnly: await isReadOnly(context.ports) };
}

export default function Public() {
  const { readOnly } = useLoaderData<typeof loader>();
  return (
    <PublicShell readOnly={readOnly}>
      <Outlet />
    </PublicShell>
  );
}

import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { Keyboard } from "~/components/keyboard/keyboard";
import { DeskJobsContext } from "~/components/ui/desk-jobs";
import { DeskShell } from "~/components/layout/desk-shell";
import { AssignmentAdviceProvider } from "~/web/assignment-advice-provider";
import { requirePerson } from "~/web/guards";
import { useLinksWhileBusy } from "~/web/use-links-while-busy";
import { useSingleKeys } from "~/web/use-single-keys";
import { useUnread } from "~/web/use-unread";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  return { person, hasJobs: context.hasJobs, ...(await context.ports.desk.frame()) };
}

/** With it phones can share pages with the desk. */
export const links: LinksFunction = () => [
  { rel: "manifest", href: "/manifest.webmanifest", crossOrigin: "use-credentials" },
];

/** What the desk shows is gone from the browser with the session. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export default function Desk() {
  const loaded = useLoaderData<typeof loader>();
  useLinksWhileBusy();
  const unread = useUnread(loaded.unread, loaded.readOnly !== null);
  const singleKeys = useSingleKeys(loaded.singleKeys);
  return (
    <Keyboard person={loaded.person} singleKeys={singleKeys}>
      <DeskShell person={loaded.person} unread={unread} readOnly={loaded.readOnly}>
        <DeskJobsContext.Provider value={loaded.hasJobs}>
          <AssignmentAdviceProvider>
            <Outlet />
          </AssignmentAdviceProvider>
        </DeskJobsContext.Provider>
      </DeskShell>
    </Keyboard>
  );
}

import "~/web/zod-without-eval";

import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";

import { ErrorPage } from "~/components/layout/error-page";
import stylesheet from "~/styles/app.css?url";
import type { loader as deskLoader } from "~/routes/desk";
import type { loader as publicLoader } from "~/routes/_public";
import { unpublishedIn } from "~/web/unpublished-answer";
import { useNonce } from "~/web/nonce";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Countersign" }];

/** Public pages are complete without JavaScript and say so: `export const handle = { scripts: false }`. */
function usesScripts(handle: unknown): boolean {
  return !(typeof handle === "object" && handle !== null && "scripts" in handle && !handle.scripts);
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const scripts = useMatches().every(({ handle }) => usesScripts(handle));
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body className="bg-surface text-ink">
        {children}
        {scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // What the page around knew before it failed; asked for nothing more where something is wrong already.
  const around = useRouteLoaderData<typeof publicLoader>("routes/_public");
  const desk = useRouteLoaderData<typeof deskLoader>("routes/desk");
  const readOnly = (around?.readOnly ?? false) || (desk?.readOnly ?? null) !== null;
  const unpublished = isRouteErrorResponse(error) ? unpublishedIn(error.data) : null;
  return <ErrorPage status={status} readOnly={readOnly} unpublished={unpublished} />;
}

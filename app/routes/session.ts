import type { LoaderFunctionArgs } from "@remix-run/node";

/** Refreshes the session cookie for a page that has been open for long; 401 when the session has ended. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(null, {
    status: context.outage ? 503 : context.person === null ? 401 : 204,
    headers: { "Cache-Control": "no-store" },
  });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import type { Ports } from "~/commands/ports";
import type { Person } from "~/domain/people/person";

/** The site that requests of tests go to. */
export const testSite = "http://desk.test";

/** What a route is called with, for a request of this person, or of nobody. */
export function routeArguments(
  request: Request,
  ports: Ports,
  { params = {}, person = null }: { params?: Record<string, string>; person?: Person | null } = {},
): LoaderFunctionArgs & ActionFunctionArgs {
  const unused = () => Promise.reject(new Error("Not part of this test"));
  return {
    params,
    request,
    context: {
      ...{ cspNonce: "", publicUrl: testSite, person },
      ...{ outage: false, hasJobs: true },
      ports,
      session: { signIn: unused, signOut: unused },
    },
  };
}

import { redirect, type AppLoadContext } from "@remix-run/node";

import { may, type DeskPermission } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

/**
 * The signed-in person, if they may. Sends a stranger to sign in and back again; answers 403 to somebody who is known
 * but may not.
 */
export function requirePerson(
  context: AppLoadContext,
  request: Request,
  permission: DeskPermission,
): Person {
  const { person, outage } = context;
  if (outage) throw new Response("Unavailable", { status: 503 });
  if (person === null) {
    const { pathname, search } = new URL(request.url);
    const here = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : "/desk";
    throw redirect(`/login?to=${encodeURIComponent(here)}`);
  }
  if (!may(person, permission)) throw new Response("Forbidden", { status: 403 });
  return person;
}

export function notFound(): Response {
  return new Response("Not found", { status: 404 });
}

/** Whether this part of an address can be the id of something stored. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";

import { conditional } from "../conditional.server";
import { problemAnswer } from "../problem-answer";

/** Seconds for which caches may answer without asking. */
const maxAge = 60;

/** Anybody’s page may read what is public; nothing that is sent along is looked at. */
const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
};

/** What an address answers: a value, or that there is nothing. */
interface Found {
  body: unknown;
  /** Where the list goes on. */
  next?: string | null;
}

/**
 * A loader of the public read API: the query is checked, the answer is JSON with an ETag, and everything that goes wrong is
 * a problem after RFC 9457. `read` answers with null where there is nothing of that name.
 */
export function readRoute<Q>(
  querySchema: z.ZodType<Q>,
  read: (query: Q, args: LoaderFunctionArgs) => Promise<Found | null>,
) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    const { request } = args;
    if (request.method === "OPTIONS") return preflight();
    const query = querySchema.safeParse(parametersOf(request));
    if (!query.success) return badQuery(query.error);
    try {
      const found = await read(query.data, args);
      if (found === null) {
        return problemAnswer(404, "Not found", "Nothing of this name is published.", openToAll);
      }
      const { body, next = null } = found;
      return conditional(request, {
        body: JSON.stringify(body),
        type: "application/json; charset=utf-8",
        maxAge,
        headers: { ...openToAll, ...(next !== null && { Link: `<${next}>; rel="next"` }) },
      });
    } catch (error) {
      console.error(error);
      return problemAnswer(
        503,
        "Unavailable",
        "The desk’s storage did not answer in time. Ask again.",
        { ...openToAll, "Retry-After": "10" },
      );
    }
  };
}

/** The answer to every method that would change something. */
export const readsOnly = ({ request }: ActionFunctionArgs): Response =>
  problemAnswer(
    405,
    "Method not allowed",
    `This address is read; ${request.method} does nothing.`,
    {
      ...openToAll,
      Allow: "GET, HEAD, OPTIONS",
    },
  );

/** A name given twice has no one meaning, and is refused as what it is: a list. */
export function parametersOf(request: Request): Record<string, unknown> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [value, ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? value : [value, ...more]];
    }),
  );
}

/** What is wrong with a query, by the names of its parameters. */
export function badQuery(error: z.ZodError): Response {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const names =
      issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "query")];
    const message =
      issue.code === "unrecognized_keys" ? "There is no such parameter here." : issue.message;
    for (const name of names) errors[name] = [...(errors[name] ?? []), message];
  }
  const detail = Object.entries(errors)
    .map(([name, messages]) => `${name}: ${messages.join(" ")}`)
    .join(" ");
  return problemAnswer(400, "Bad request", detail, openToAll, { errors });
}

/** A page of a list and the address of the one after it. */
export function pageAnswer<T>(
  request: Request,
  publicUrl: string,
  found: readonly T[],
  most: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = found.slice(0, most);
  const last = items.at(-1);
  if (last === undefined || found.length <= most) return { items, next: null };
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("cursor", cursorOf(last));
  return { items, next: `${publicUrl}${pathname}?${searchParams}` };
}

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
      "Access-Control-Max-Age": "86400",
    },
  });

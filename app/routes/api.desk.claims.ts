import type { LoaderFunctionArgs } from "@remix-run/node";

import { describeRefusal } from "~/domain/refusal";
import { filterFromQuery } from "~/domain/claim/list/claim-filter";
import { markFromText, markToText } from "~/domain/page-mark";
import { withEtag } from "~/web/conditional.server";
import { deskClaimsQuery, limitOf } from "~/web/api/queries";
import { badQuery, parametersOf, readsOnly } from "~/web/api/read-route";
import { bearerToken, refusedToken } from "~/web/api/token-answer";
import { problemAnswer } from "~/web/problem-answer";

/** All claims of the desk as its page lists them, for a program with a token: no ratings, whatever their state. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const token = bearerToken(request);
  if (token === null) return refusedToken(null);
  const query = deskClaimsQuery.safeParse(parametersOf(request));
  if (!query.success) return badQuery(query.error);
  const { ports, publicUrl } = context;
  const url = new URL(request.url);
  const filter = filterFromQuery(url.searchParams);
  const after = markFromText(query.data.cursor ?? null, filter.sort);
  if (query.data.cursor !== undefined && after === null) {
    return problemAnswer(400, "Bad request", "cursor: This is no place in the list in this order.");
  }
  const today = new Date().toISOString().slice(0, 10);
  try {
    const part = { after, size: limitOf(query.data) };
    const found = await ports.deskByToken.claims(token, filter, today, part);
    if (!found.ok) {
      const { error } = found;
      if (error.kind === "forbidden" || error.kind === "out_of_scope") return refusedToken(error);
      return problemAnswer(422, "Not answered", describeRefusal(error));
    }
    const { rows, next: mark } = found.value;
    if (mark !== null) url.searchParams.set("cursor", markToText(mark));
    const next = mark === null ? null : `${publicUrl}${url.pathname}?${url.searchParams}`;
    const items = rows.map(({ version: _, ...claim }) => ({
      ...claim,
      url: `${publicUrl}/desk/claims/${claim.id}`,
    }));
    const headers = new Headers({
      "Content-Type": "application/json; charset=utf-8",
      // For who asked, and asked for each time: what the desk has in hand is nobody else’s.
      "Cache-Control": "private, no-cache",
      Vary: "Authorization",
      ...(next !== null && { Link: `<${next}>; rel="next"` }),
    });
    return withEtag(request, JSON.stringify({ items, next }), headers);
  } catch (error) {
    console.error(error);
    return problemAnswer(
      503,
      "Unavailable",
      "The desk’s storage did not answer in time. Ask again.",
      {
        "Retry-After": "10",
      },
    );
  }
}

export const action = readsOnly;

import type { LoaderFunctionArgs } from "@remix-run/node";

import { filterFromQuery } from "~/domain/claim/list/claim-filter";
import { may } from "~/domain/people/permissions";

/** What happened to claims since `?since=N`, for a list that asks every few seconds. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { person, outage, ports } = context;
  const headers = { "Cache-Control": "no-store" };
  if (outage) return new Response(null, { status: 503, headers });
  if (person === null || !may(person, "desk.enter")) {
    return new Response(null, { status: 401, headers });
  }
  const query = new URL(request.url).searchParams;
  const since = Number(query.get("since"));
  if (!Number.isSafeInteger(since) || since < 0)
    return new Response(null, { status: 400, headers });
  const today = new Date().toISOString().slice(0, 10);
  const news = await ports.claimList.news(filterFromQuery(query), today, since);
  return Response.json(news, { headers });
}

import { writeCursor, readCursor } from "~/domain/report/feed-cursor";
import { ratings } from "~/domain/verdict/rating";
import { claimsQuery, limitOf, sinceOf } from "~/web/api/queries";
import { pageAnswer, readRoute, readsOnly } from "~/web/api/read-route";
import { claimOf } from "~/web/api/resources";

/** Published claims, the last changed first. */
export const loader = readRoute(claimsQuery, async (query, { request, context }) => {
  const { ports, publicUrl } = context;
  const most = limitOf(query);
  const asked = query.rating?.split(",");
  const found = await ports.readApi.claims(
    {
      ...(asked && { ratings: ratings.filter((rating) => asked.includes(rating)) }),
      ...(query.topic !== undefined && { topic: query.topic }),
      ...(query.claimant !== undefined && { claimant: query.claimant }),
      ...sinceOf(query),
    },
    most + 1,
    (query.cursor === undefined ? null : readCursor(query.cursor)) ?? undefined,
  );
  const { items, next } = pageAnswer(request, publicUrl, found, most, writeCursor);
  return { body: { items: items.map((claim) => claimOf(claim, publicUrl)), next }, next };
});

export const action = readsOnly;

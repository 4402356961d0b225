import { writeCursor, readCursor } from "~/domain/report/feed-cursor";
import { limitOf, reportsQuery, sinceOf } from "~/web/api/queries";
import { pageAnswer, readRoute, readsOnly } from "~/web/api/read-route";
import { reportOf } from "~/web/api/resources";

/** Published reports, the last changed first. */
export const loader = readRoute(reportsQuery, async (query, { request, context }) => {
  const { ports, publicUrl } = context;
  const most = limitOf(query);
  const found = await ports.readApi.reports(
    sinceOf(query),
    most + 1,
    (query.cursor === undefined ? null : readCursor(query.cursor)) ?? undefined,
  );
  const { items, next } = pageAnswer(request, publicUrl, found, most, writeCursor);
  return { body: { items: items.map((report) => reportOf(report, publicUrl)), next }, next };
});

export const action = readsOnly;

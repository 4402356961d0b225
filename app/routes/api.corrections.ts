import { correctionsQuery, limitOf } from "~/web/api/queries";
import { pageAnswer, readRoute, readsOnly } from "~/web/api/read-route";
import { correctionOf } from "~/web/api/resources";

/** The log of corrections, the newest first. */
export const loader = readRoute(correctionsQuery, async (query, { request, context }) => {
  const { ports, publicUrl } = context;
  const most = limitOf(query);
  const before = query.cursor === undefined ? undefined : Number(query.cursor);
  const found = await ports.publications.corrections(most + 1, before);
  const { items, next } = pageAnswer(request, publicUrl, found, most, ({ id }) => String(id));
  return { body: { items: items.map((line) => correctionOf(line, publicUrl)), next }, next };
});

export const action = readsOnly;

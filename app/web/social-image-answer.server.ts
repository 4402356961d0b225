import { cardAlt, type SocialCard } from "~/domain/report/social-card";

import { etagOf, isKnown } from "./conditional.server";
import { drawCard } from "./social-image.server";

/** Counts up when cards are drawn in another way, so that nobody keeps an old one. */
const design = 1;
/** Pictures kept of those drawn lately; each takes some tens of kilobytes, and some tens of milliseconds to draw. */
const mostKept = 50;
const kept = new Map<string, Promise<Uint8Array>>();

/** The picture of a card, with an ETag over what it says; 304 without drawing for whoever has it. */
export async function socialImage(request: Request, card: SocialCard): Promise<Response> {
  const etag = etagOf(JSON.stringify([design, card]));
  const headers = new Headers({
    ...{ ETag: etag, "Cache-Control": "public, max-age=300, must-revalidate" },
  });
  if (isKnown(request, headers)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", "image/png");
  headers.set("Content-Disposition", "inline");
  return new Response(new Uint8Array(await drawn(etag, card)), { headers });
}

function drawn(etag: string, card: SocialCard): Promise<Uint8Array> {
  const before = kept.get(etag);
  if (before) return before;
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  const drawing = drawCard(card);
  kept.set(etag, drawing);
  // What could not be drawn is drawn anew when it is asked for again.
  drawing.catch(() => kept.delete(etag));
  return drawing;
}

/** The picture of a page, for its head. */
export const cardImage = (url: string, card: SocialCard) => ({
  ...{ url: `${url}.png`, alt: cardAlt(card) },
});

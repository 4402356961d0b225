import type { Request, RequestHandler, Response } from "express";

import type { PagePlace } from "~/data/public-stamp.server";
import { isKnown } from "~/web/conditional.server";

import { PageMemory, type KeptPage } from "./page-memory";
import { isForReaders, placeOf } from "./readers-addresses";

export { isForReaders } from "./readers-addresses";
export type { KeptPage } from "./page-memory";

export interface ReadersPages {
  stampOf: (place: PagePlace) => Promise<string>;
  /** The site's address for this request, which pages have in them. */
  siteOf: (req: Request) => string;
  memory?: PageMemory;
}

/** Enough for some hundred pages. A page is drawn anew after a minute whatever its stamp says. */
const limits = { most: 32_000_000, keepFor: 60_000 };

/**
 * Answers readers from memory, or with 304, as long as nothing changed that their page rests on: one small question to the
 * database in place of reading and drawing it. Pages are drawn once for all who ask at the same moment.
 */
export function readersPages({ stampOf, siteOf, memory }: ReadersPages): RequestHandler {
  const pages = memory ?? new PageMemory(limits);
  const drawing = new Map<string, Promise<void>>();
  return async (req, res, next) => {
    const isRead = req.method === "GET" || req.method === "HEAD";
    // With a question mark there is no end of addresses; what is asked there is drawn each time.
    if (!isRead || !isForReaders(req.path) || req.originalUrl.includes("?")) return next();
    const stamp = await stampOf(placeOf(req.path)).catch(() => null);
    // Where storage does not answer, the page says so itself.
    if (stamp === null) return next();
    const address = `${siteOf(req)}${req.path}`;
    const asked = `${stamp} ${address}`;
    await drawing.get(asked);
    const page = pages.find(address, stamp);
    if (page) {
      answer(req, res, page);
      return;
    }
    const drawn = untilAnswered(res).then(() => void drawing.delete(asked));
    drawing.set(asked, drawn);
    keepers.set(res, (kept) => pages.keep(address, stamp, kept));
    next();
  };
}

function answer(req: Request, res: Response, { body, packed, headers }: KeptPage): void {
  const asked = new Headers();
  const known = req.get("if-none-match");
  if (known !== undefined) asked.set("If-None-Match", known);
  const isThere = isKnown(
    new globalThis.Request("http://reader/", { headers: asked }),
    new Headers(headers),
  );
  res.set(headers);
  if (isThere) {
    res.removeHeader("Content-Type");
    res.status(304).end();
    return;
  }
  res.vary("Accept-Encoding");
  if (packed && req.acceptsEncodings("gzip")) res.set("Content-Encoding", "gzip").send(packed);
  else res.send(body);
}

/** Not until it is sent: nobody waits for somebody else's slow line. */
function untilAnswered(res: Response): Promise<void> {
  return new Promise((resolve) => {
    const writeHead = res.writeHead.bind(res);
    res.writeHead = ((...args: Parameters<typeof writeHead>) => {
      resolve();
      return writeHead(...args);
    }) as typeof writeHead;
    res.once("close", resolve);
  });
}

const keepers = new WeakMap<Response, (page: KeptPage) => void>();

/** Keeps what was drawn for this request, where that may be kept. */
export function keepPage(res: Response, page: KeptPage): void {
  keepers.get(res)?.(page);
}

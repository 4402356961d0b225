import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";

/** Read as the router reads it: escapes undone, in any case. */
function decoded(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Pages that a secret in their address opens, for people without an account. */
const isGuestPage = (url: string): boolean => /^\/+(?:guest|follow)\//i.test(decoded(url));

/** The address without the secret in it: whoever reads the log must not be able to take up an invitation or a question. */
export function withoutSecret(url: string): string {
  const [, kind, ending] = /^\/+(invite|guest|follow)\/+[^/.]+(.*)/is.exec(decoded(url)) ?? [];
  return kind === undefined ? url : `/${kind.toLowerCase()}/…${ending}`;
}

interface LoggedAnswer {
  headers: Record<string, unknown>;
}

/** What the log has of a request and its answer: no secret, also not where the answer leads. */
export const logged = {
  req: <T extends { url: string }>(req: T): T => ({ ...req, url: withoutSecret(req.url) }),
  res: <T extends LoggedAnswer>(res: T): T => {
    const { location } = res.headers;
    if (typeof location !== "string") return res;
    return { ...res, headers: { ...res.headers, location: withoutSecret(location) } };
  },
};

/** No search engine keeps a link, and no other site is told it. The origin stays: forms are checked by it. */
export const guestHeaders: RequestHandler = (req, res, next) => {
  if (isGuestPage(req.url)) {
    res.set({ "X-Robots-Tag": "noindex, nofollow, noarchive", "Referrer-Policy": "strict-origin" });
  }
  next();
};

const minute = 60_000;

/** A secret cannot be guessed, and nobody needs to try. Each page reads a live document. */
export const limitGuests: RequestHandler = rateLimit({
  windowMs: minute,
  limit: 60,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => !isGuestPage(req.url),
  message: "Too many requests from this address. Wait a minute; go back to find what you wrote.",
});

export const limitUnknownGuests: RequestHandler = rateLimit({
  windowMs: 10 * minute,
  limit: 20,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => !isGuestPage(req.url),
  skipSuccessfulRequests: true,
  requestWasSuccessful: (_req, res) => res.statusCode !== 404,
  message: "Too many links that are not known from this address. Wait ten minutes.",
});

import type { NextFunction, Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";

import { originOf } from "./same-origin";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Large enough for a pasted text far over the limit to reach its form's own, clearer answer. */
const maxBodyBytes = 16 * 1024 * 1024;

/** Route matching takes time that grows with the square of the path's length; none of ours comes near this. */
export const limitPath: RequestHandler = (req, res, next) => {
  if (req.path.length > 512) res.sendStatus(414);
  else next();
};

/** Remix compares Origin with this header before Host, and only a proxy of ours could set it honestly. */
export const dropForwardedHost: RequestHandler = (req, _res, next) => {
  delete req.headers["x-forwarded-host"];
  next();
};

/** Refuses what another site makes a browser send. A client that is no browser sends neither header. */
export function refuseForeignOrigin(publicUrl: string | null): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    if (safeMethods.has(req.method)) return next();
    const origin = originOf(req, publicUrl);
    const site = req.headers["sec-fetch-site"];
    if (origin === "foreign" || (origin === "missing" && site !== undefined && site !== "none")) {
      res
        .status(403)
        .type("text")
        .send("This request came from another site. Nothing was changed.");
      return;
    }
    next();
  };
}

export const limitBody: RequestHandler = (req, res, next) => {
  if (safeMethods.has(req.method)) return next();
  const length = req.headers["content-length"];
  if (length === undefined && req.headers["transfer-encoding"] !== undefined) {
    res.status(411).type("text").send("Say how long the request is.");
  } else if (Number(length ?? 0) > maxBodyBytes) {
    res
      .status(413)
      .type("text")
      .send("That is over 16 MB. Nothing was saved; send a smaller file or text.");
  } else {
    next();
  }
};

const minute = 60_000;

/** Read as the router reads it: escapes undone, in any case, with or without a slash at the end. */
function asksToSignIn(path: string): boolean {
  try {
    return /^\/+login(\.data)?\/*(\.data)?$/i.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

/** Counts failed sign-ins only, so that a desk behind one address can sign in as often as it likes. */
export const limitSignIns: RequestHandler = rateLimit({
  windowMs: 5 * minute,
  limit: 20,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => req.method !== "POST" || !asksToSignIn(req.path),
  skipSuccessfulRequests: true,
  message: "Too many failed sign-ins from this address. Wait five minutes and try again.",
});

export const limitWrites: RequestHandler = rateLimit({
  windowMs: minute,
  limit: 1000,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => safeMethods.has(req.method),
  message: "Too many requests. Wait a minute; nothing of this request was saved.",
});

import { createHash } from "node:crypto";

import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";

const minute = 60_000;
/** Requests in a minute: of one token, since a page may be fetched and read for each; and of one address. */
const perToken = 60;
const perAddress = 300;

/** Read as the router reads it: escapes undone, in any case. */
function isForPrograms(req: Request): boolean {
  try {
    return /^\/+api(?:\/|$)/i.test(decodeURIComponent(req.path));
  } catch {
    return true;
  }
}

const limited = (limit: number, counts: string) => ({
  windowMs: minute,
  limit,
  standardHeaders: "draft-8" as const,
  legacyHeaders: false,
  handler: ((_req, res) => {
    res
      .status(429)
      .type("application/problem+json")
      .set("Access-Control-Allow-Origin", "*")
      .send({
        type: "about:blank",
        title: "Too many requests",
        status: 429,
        detail: `${counts} is good for ${limit} requests a minute. Nothing was saved; wait, then send it again.`,
      });
  }) satisfies RequestHandler,
});

/** Whatever an address sends to the interface, so that making up tokens gives nobody more. */
const limitAddresses: RequestHandler = rateLimit({
  ...limited(perAddress, "An address"),
  skip: (req) => !isForPrograms(req),
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ""),
});

const limitTokens: RequestHandler = rateLimit({
  ...limited(perToken, "A token"),
  skip: (req) => !isForPrograms(req) || req.headers.authorization === undefined,
  keyGenerator: (req) =>
    createHash("sha256")
      .update(req.headers.authorization ?? "")
      .digest("base64"),
});

export const limitPrograms: readonly RequestHandler[] = [limitAddresses, limitTokens];

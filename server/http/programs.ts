import { createHash } from "node:crypto";

import type { RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";

const minute = 60_000;

/** Each token, and whoever has none by address: a page may be fetched and read for every request. */
export const limitPrograms: RequestHandler = rateLimit({
  windowMs: minute,
  limit: 60,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => !/^\/+api\//i.test(req.path),
  keyGenerator(req) {
    const token = req.headers.authorization;
    return token === undefined
      ? ipKeyGenerator(req.ip ?? "")
      : createHash("sha256").update(token).digest("base64");
  },
  handler(_req, res) {
    res.status(429).type("application/problem+json").send({
      type: "about:blank",
      title: "Too many requests",
      status: 429,
      detail:
        "A token is good for 60 requests a minute. Nothing was saved; wait, then send it again.",
    });
  },
});

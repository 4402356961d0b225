import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";

const minute = 60_000;

const ask = /^\/+claims\/[^/]+\/(?:report-error|follow)(?:\.data)?\/*$/i;

/** Read as the router reads it: escapes undone, in any case, with or without a slash at the end. */
function asksTheDesk(path: string): boolean {
  try {
    return ask.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

/** Readers who report an error or ask to be told of changes: often enough for a household, too seldom for a machine. */
export const limitErrorReports: RequestHandler = rateLimit({
  windowMs: 10 * minute,
  limit: 10,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => req.method !== "POST" || !asksTheDesk(req.path),
  message:
    "Too many requests from this address. Go back to find what you wrote, and send it in ten minutes.",
});

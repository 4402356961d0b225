import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";

const minute = 60_000;

/** Read as the router reads it: escapes undone, in any case, with or without a slash at the end. */
function reportsError(path: string): boolean {
  try {
    return /^\/+claims\/[^/]+\/report-error(?:\.data)?\/*$/i.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

/** Readers who report an error: often enough for a household, too seldom for a machine. */
export const limitErrorReports: RequestHandler = rateLimit({
  windowMs: 10 * minute,
  limit: 10,
  standardHeaders: "draft-8",
  legacyHeaders: false,
  skip: (req) => req.method !== "POST" || !reportsError(req.path),
  message:
    "Too many reports from this address. Go back to find what you wrote, and send it in ten minutes.",
});

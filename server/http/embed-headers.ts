import type { RequestHandler } from "express";

/**
 * Exactly a card's address and nothing that a router could read as another one: no dot, no escape. A page that shows or
 * changes more must never be framed.
 */
const isCard = (path: string): boolean => /^\/embed\/[a-z0-9-]{3,120}$/.test(path);

/** Styles and icons. A frame with `sandbox` counts as another site, and could not have them otherwise. */
const isAsset = (path: string): boolean => /^\/(?:assets\/[\w.-]+|icon\.svg)$/.test(path);

/** A card may stand in a frame of any site. It runs nothing, sends nothing and asks for nothing but its own styles. */
export function embedHeaders(development: boolean): RequestHandler {
  const policy = [
    "default-src 'none'",
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
  return (req, res, next) => {
    if (isAsset(req.path)) res.set("Cross-Origin-Resource-Policy", "cross-origin");
    if (isCard(req.path) && (req.method === "GET" || req.method === "HEAD")) {
      res.removeHeader("X-Frame-Options");
      res.set({
        "Content-Security-Policy": policy,
        "Cross-Origin-Resource-Policy": "cross-origin",
      });
    }
    next();
  };
}

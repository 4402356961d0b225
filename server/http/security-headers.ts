import { randomBytes } from "node:crypto";

import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** Makes the nonce that this page's own scripts carry; kept in `res.locals`. */
export const makeNonce: RequestHandler = (_req, res, next) => {
  res.locals["cspNonce"] = randomBytes(16).toString("base64");
  next();
};

export function nonceOf(res: Response): string {
  return String(res.locals["cspNonce"]);
}

/** @param development Vite injects styles and its client's inline script while developing. */
export function securityHeaders(development: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'strict-dynamic'", (_req, res) => `'nonce-${nonceOf(res as Response)}'`],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrcAttr: development ? ["'unsafe-inline'"] : ["'none'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: [
          "'self'",
          // Older browsers do not count a WebSocket of the same host as 'self'.
          (req) => `ws://${(req as Request).headers.host ?? ""}`,
          (req) => `wss://${(req as Request).headers.host ?? ""}`,
        ],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    // Set by whatever ends TLS; on plain http it would be ignored anyway.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

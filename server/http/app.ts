import { constants } from "node:zlib";

import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type Express } from "express";
import { pinoHttp } from "pino-http";

import { metricsHandler } from "../metrics";
import type { Newsroom } from "../newsroom";
import { loadContext, siteOf } from "./load-context";
import {
  dropForwardedHost,
  limitBody,
  limitPath,
  limitSignIns,
  limitWrites,
  refuseForeignOrigin,
} from "./guards";
import { embedHeaders } from "./embed-headers";
import { limitPrograms } from "./programs";
import { guestHeaders, limitGuests, limitUnknownGuests, logged } from "./guest-pages";
import { limitErrorReports } from "./reader-limits";
import { readersPages } from "./readers";
import { makeNonce, securityHeaders } from "./security-headers";

/** Everything that speaks HTTP, around the Remix pages. */
export function createApp(newsroom: Newsroom, development: boolean): Express {
  const app = express();
  app.disable("x-powered-by");
  // The address of the person is what rate limits count; one proxy in front may tell it.
  app.set("trust proxy", newsroom.config.publicUrl === null ? false : 1);
  app.use(
    limitPath,
    dropForwardedHost,
    // One step more than the default, which makes scripts and pages a twentieth smaller.
    compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }),
    makeNonce,
    securityHeaders(development),
    embedHeaders(development),
    guestHeaders,
  );

  if (!development) {
    app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
    app.use(express.static("build/client", { maxAge: "1h", index: false }));
  }

  app.get("/healthz", async (_req, res) => {
    const health = await newsroom.health();
    res
      .status(health.status === "ok" ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json(health);
  });

  const { metrics, collab, config } = newsroom;
  app.get("/metrics", metricsHandler(metrics, collab, config.metricsToken));

  if (!development) app.use(pinoHttp({ logger: newsroom.log, serializers: logged }));
  app.use(refuseForeignOrigin(newsroom.config.publicUrl), limitBody, limitSignIns, limitWrites);
  app.use(...limitPrograms);
  app.use(limitGuests, limitUnknownGuests, limitErrorReports);

  // While developing, pages change without anything in the database changing.
  if (!development) {
    app.use(readersPages({ stampOf: newsroom.stampOf, siteOf: (req) => siteOf(newsroom, req) }));
  }

  const remix = createRequestHandler({
    build: () => import("virtual:remix/server-build"),
    getLoadContext: (req, res) => loadContext(newsroom, req, res),
  });
  app.all("*", (req, res, next) => {
    remix(req, res, next).catch(next);
  });
  return app;
}

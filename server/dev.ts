import { createServer } from "node:http";

import express from "express";
import { createServer as createVite } from "vite";

import { readConfig } from "./config";

type Modules = {
  newsroom: typeof import("./newsroom");
  demo: typeof import("./demo");
  app: typeof import("./http/app");
  listen: typeof import("./listen");
  signals: typeof import("./signals");
};

try {
  const config = readConfig(process.env);
  const shell = express();
  const server = createServer(shell);
  const vite = await createVite({
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  // Vite ends the process on SIGTERM without waiting for anybody, and the database would be left running.
  process.removeAllListeners("SIGTERM");
  // Through Vite, so that the rooms and stores here are the same instances that the pages see.
  const load = <K extends keyof Modules>(path: string) =>
    vite.ssrLoadModule(path) as Promise<Modules[K]>;

  const { openNewsroom } = await load<"newsroom">("/server/newsroom.ts");
  const newsroom = await openNewsroom(
    { ...config, logLevel: quieter(config.logLevel) },
    process.env,
  );
  const { stopOnSignals } = await load<"signals">("/server/signals.ts");
  stopOnSignals(server, newsroom);

  let current: { module: Modules["app"]; app: express.Express } | undefined;
  shell.use(vite.middlewares);
  shell.use(async (req, res, next) => {
    try {
      const module = await load<"app">("/server/http/app.ts");
      if (current?.module !== module) current = { module, app: module.createApp(newsroom, true) };
      current.app(req, res, next);
    } catch (error) {
      if (error instanceof Error) vite.ssrFixStacktrace(error);
      next(error);
    }
  });
  server.on("upgrade", (req, socket, head) => {
    if (req.headers["sec-websocket-protocol"]?.startsWith("vite-")) return;
    if (!newsroom.collab.handleUpgrade(req, socket, head)) socket.destroy();
  });

  const { openDemo, announce } = await load<"demo">("/server/demo/index.ts");
  const demo = await openDemo(newsroom);
  const { listen } = await load<"listen">("/server/listen.ts");
  announce(await listen(server, config, newsroom), demo);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function quieter<T extends string>(level: T): T | "warn" {
  return level === "info" ? "warn" : level;
}

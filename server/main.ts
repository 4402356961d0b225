import { createServer } from "node:http";

import { readConfig } from "./config";
import { announce, openDemo } from "./demo";
import { createApp } from "./http/app";
import { listen } from "./listen";
import { openNewsroom } from "./newsroom";
import { stopOnSignals } from "./signals";

try {
  const config = readConfig(process.env);
  const newsroom = await openNewsroom(config, process.env);
  const server = createServer(createApp(newsroom, false));
  server.on("upgrade", (req, socket, head) => {
    if (!newsroom.collab.handleUpgrade(req, socket, head)) {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    }
  });
  stopOnSignals(server, newsroom);
  const demo = await openDemo(newsroom);
  const url = await listen(server, config, newsroom);
  announce(url, demo);
  await newsroom.warmUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

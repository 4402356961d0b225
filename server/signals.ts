import type { Server } from "node:http";

import type { Newsroom } from "./newsroom";

/** On SIGINT or SIGTERM: takes no more requests, commits what is open, stops the database, ends. */
export function stopOnSignals(server: Server, newsroom: Newsroom): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    newsroom.log.info(`${signal}: stopping`);
    server.close();
    try {
      await newsroom.stop();
      server.closeAllConnections();
      process.exit(0);
    } catch (error) {
      newsroom.log.error(error, "The newsroom did not stop cleanly");
      process.exit(1);
    }
  };
  process.on("SIGINT", (signal) => void stop(signal));
  process.on("SIGTERM", (signal) => void stop(signal));
}

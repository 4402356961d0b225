import type { Server } from "node:http";

import type { Config } from "./config";
import type { Newsroom } from "./newsroom";

/** Starts to listen and answers with the one URL to open. When the port is taken, stops all that was started. */
export async function listen(server: Server, config: Config, newsroom: Newsroom): Promise<string> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(config.port, config.host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    await newsroom.stop();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new Error(
        `Port ${config.port} is taken by another program. Stop it, or start with another: PORT=${config.port + 1}`,
        { cause: error },
      );
    }
    throw error;
  }
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const host = ["0.0.0.0", "::", "127.0.0.1"].includes(config.host) ? "localhost" : config.host;
  return config.publicUrl ?? `http://${host}:${port}`;
}

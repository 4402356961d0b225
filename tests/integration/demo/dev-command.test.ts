import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test } from "vitest";

import { freePort } from "../../../server/free-port";
import { newDataDir, removeDataDir } from "../../support/newsroom";

/** What is answered there; 0 while nothing answers. */
const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => 0,
  );

// Everything is made for it: the database, the demonstration, and what pages are bundled from.
test(
  "npm run dev comes up on an empty directory and serves readers and the desk",
  { timeout: 300_000 },
  async () => {
    const dataDir = newDataDir();
    const port = await freePort();
    const child = spawn("npm", ["run", "dev"], {
      env: {
        ...{ PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "development" },
        ...{ PORT: String(port), DATA_DIR: dataDir },
      },
      stdio: ["ignore", "pipe", "pipe"],
      // Of its own group, so that all of it can be ended.
      detached: true,
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (part: Buffer) => said.push(part.toString()));
    }
    const exited = once(child, "exit");
    try {
      const site = `http://localhost:${port}`;
      await expect
        .poll(
          async () => {
            if (child.exitCode !== null) throw new Error(`It ended. It said:\n${said.join("")}`);
            return statusOf(`${site}/healthz`);
          },
          { timeout: 240_000 },
        )
        .toBe(200);
      expect(await statusOf(`${site}/`)).toBe(200);
      expect(await statusOf(`${site}/login`)).toBe(200);
    } finally {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await exited;
      removeDataDir(dataDir);
    }
  },
);

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

/** All modules that a browser loads for this one, as they are served unbundled. */
async function loadedWith(site: string, entry: string): Promise<Set<string>> {
  const loaded = new Set([entry]);
  for (const address of loaded) {
    if (!address.startsWith("/app/")) continue;
    const code = await fetch(`${site}${address}`).then((response) => response.text());
    for (const [, from] of code.matchAll(/(?:from |import |import\()"(\/[^"]+)"/g)) {
      if (from !== undefined) loaded.add(from);
    }
  }
  return loaded;
}

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
      // What runs on the server does not run in browsers, and nothing takes it out where nothing is bundled.
      for (const entry of ["/app/entry.client.tsx", "/app/root.tsx", "/app/routes/login.tsx"]) {
        const loaded = await loadedWith(site, entry);
        expect(loaded.size).toBeGreaterThan(3);
        expect([...loaded].filter((from) => /remix-run_node|\.server\./.test(from))).toEqual([]);
      }
    } finally {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await exited;
      removeDataDir(dataDir);
    }
  },
);

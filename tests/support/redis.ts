import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createConnection } from "node:net";

const places = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"];

function installedRedis(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

/** Where a Redis server is, installed when it can be; null when there is none to be had, which is said aloud. */
export function ensureRedis(): string | null {
  if (!installedRedis() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const run = (...args: string[]) =>
      spawnSync("apt-get", args, { stdio: "inherit" }).status === 0;
    if (run("update")) run("install", "-y", "--no-install-recommends", "redis-server");
  }
  const found = installedRedis();
  if (!found) console.log("SKIPPED: there is no redis-server, and none could be installed");
  return found;
}

/** A Redis without anything on disk. Resolves when it answers. */
export async function startRedis(binary: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    binary,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    { stdio: "ignore" },
  );
  for (;;) {
    const socket = createConnection(port, "127.0.0.1");
    const isUp = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) return child;
    if (child.exitCode !== null) throw new Error("redis-server ended at once");
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

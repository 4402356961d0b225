import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

/** Why the folder could not take or give an object, as Supabase's Storage words it. */
const answer = (status: number, error: string, message: string): Response =>
  Response.json({ statusCode: String(status), error, message }, { status });

const address = /^\/storage\/v1\/(bucket|object)(?:\/([a-z-]{1,40})\/(.{1,300}))?$/s;

/**
 * Supabase's Storage interface over a folder, as much of it as the desk uses: objects that are written once and read
 * whole, for who holds the service key. lite has storage too, but as an experiment that is switched on by the environment
 * of the process before it is loaded, and that has no adapter for a disk.
 *
 * Names of files are hashes, so that no name of an object can lead out of the folder. An object is there wholly, on the
 * disk and not only in its cache, or not at all. Answers null for what is no question about storage.
 */
export function objectFolder(folder: string, serviceKey: string) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response | null> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.startsWith("/storage/v1/")) return null;
    const request = new Request(input, init);
    if (request.headers.get("apikey") !== serviceKey) {
      return answer(403, "Unauthorized", "Objects are read and written by the server alone.");
    }
    const [, kind, bucket, name] = address.exec(decodeURIComponent(pathname)) ?? [];
    if (kind === "bucket" && request.method === "POST") return Response.json({ name: "ok" });
    if (kind !== "object" || bucket === undefined || name === undefined) {
      return answer(404, "not_found", "There is no such address.");
    }
    const file = path.join(folder, bucket, createHash("sha256").update(name).digest("hex"));
    try {
      if (request.method === "GET") return await read(file);
      if (request.method === "POST") return await write(file, bucket, name, request);
      return answer(405, "not_allowed", "Objects are written once and read.");
    } catch (error) {
      return failure(error);
    }
  };
}

async function read(file: string): Promise<Response> {
  const bytes = await fs.readFile(file);
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "application/octet-stream" },
  });
}

async function write(file: string, bucket: string, name: string, request: Request) {
  const bytes = new Uint8Array(await request.arrayBuffer());
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    const handle = await fs.open(half, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a renaming, a link never takes the place of an object that is there.
    await fs.link(half, file);
  } finally {
    await fs.rm(half, { force: true });
  }
  return Response.json({ Id: path.basename(file), Key: `${bucket}/${name}` });
}

function failure(error: unknown): Response {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return answer(404, "not_found", "Object not found");
  if (code === "EEXIST") return answer(409, "Duplicate", "The resource already exists");
  if (code === "ENOSPC" || code === "EDQUOT") {
    return answer(507, "disk_full", "There is no space left on the disk.");
  }
  return answer(503, "unavailable", `The folder of objects failed: ${String(code)}`);
}

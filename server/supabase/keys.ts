import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { generateApiKey } from "@supabase/lite";
import { z } from "zod";

const schema = z.object({
  publishable: z.string().startsWith("sb_publishable_"),
  secret: z.string().startsWith("sb_secret_"),
  jwt: z.string().min(43),
  postgres: z.string().min(24),
});

/** The secrets of one embedded database. */
export type Keys = z.infer<typeof schema>;

/**
 * Reads `keys.json`, or makes it (readable by this account only) when there is no database yet that would need the
 * old one. Throws when it is damaged, or gone while the database is still there.
 */
export async function loadKeys(dataDir: string, hasCluster: boolean): Promise<Keys> {
  const file = path.join(dataDir, "keys.json");
  const text = readIfThere(file);
  if (text !== null) {
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw new Error(
      `${file} is damaged. Without it the database beside it cannot be opened: put it back from a backup. To start ` +
        `over with an empty database, remove ${dataDir}.`,
    );
  }
  if (hasCluster) {
    throw new Error(
      `${file} is gone, and the database beside it cannot be opened without it. Nothing was changed: put the file ` +
        `back from a backup. To start over with an empty database, remove ${dataDir}.`,
    );
  }
  const keys: Keys = {
    publishable: (await generateApiKey("publishable")).key,
    secret: (await generateApiKey("secret")).key,
    jwt: randomBytes(48).toString("base64url"),
    postgres: randomBytes(24).toString("base64url"),
  };
  writeDurably(file, `${JSON.stringify(keys, null, 2)}\n`);
  return keys;
}

/** Whole or not at all, also after a power cut: the database's password is in it. */
function writeDurably(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  fs.rmSync(draft, { force: true });
  const handle = fs.openSync(draft, "wx", 0o600);
  try {
    fs.writeSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(draft, file);
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

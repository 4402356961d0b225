import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** Where the key is kept unless the settings give it. */
export const keyFile = (dataDir: string): string => path.join(dataDir, "signing-key.pem");

/**
 * The seeds of Ed25519 keys, each 32 bytes, from private keys in PEM (PKCS #8) or from base64 with commas or blanks between.
 * Null when there is none, or one is something else.
 */
export function readSeeds(text: string): Uint8Array[] | null {
  const pems = text
    .replaceAll("\\n", "\n")
    .match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g);
  const seeds = pems
    ? pems.map(seedOfPem)
    : text
        .split(/[\s,]+/)
        .filter((part) => part !== "")
        .map((part) => Buffer.from(part, "base64"));
  const all = seeds.flatMap((seed) => (seed?.length === 32 ? [new Uint8Array(seed)] : []));
  return all.length > 0 && all.length === seeds.length ? all : null;
}

function seedOfPem(pem: string): Buffer | null {
  try {
    const key = createPrivateKey(pem);
    const { d } = key.export({ format: "jwk" });
    return key.asymmetricKeyType === "ed25519" && d ? Buffer.from(d, "base64url") : null;
  } catch {
    return null;
  }
}

/** The keys in the file; null when there is no file. Throws when there is something else in it. */
export function readKeyFile(dataDir: string): Uint8Array[] | null {
  const file = keyFile(dataDir);
  if (!fs.existsSync(file)) return null;
  const seeds = readSeeds(fs.readFileSync(file, "utf8"));
  if (seeds !== null) return seeds;
  throw new Error(`${file} holds no Ed25519 key. Put it back from a backup.`);
}

/** Makes a key, readable by this account only, unless another process has made one meanwhile; answers with what is there. */
export function makeKeyFile(dataDir: string): Uint8Array[] {
  const { privateKey } = generateKeyPairSync("ed25519");
  const file = keyFile(dataDir);
  const draft = `${file}.${process.pid}`;
  fs.mkdirSync(dataDir, { recursive: true });
  fs.rmSync(draft, { force: true });
  const handle = fs.openSync(draft, "wx", 0o600);
  try {
    fs.writeSync(handle, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  try {
    // Unlike a rename, never in place of a key that is there.
    fs.linkSync(draft, file);
  } catch (error) {
    if (!fs.existsSync(file)) throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const seeds = readKeyFile(dataDir);
  if (seeds === null) throw new Error(`${file} was made and is gone.`);
  return seeds;
}

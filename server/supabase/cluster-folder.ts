import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { canEnter, reachableFolder, type Account } from "./account";

/** Makes the data directory. For root it is left open to pass through, not to list: what is secret in it has its own mode. */
export function makeDataDir(dataDir: string, account: Account | null): void {
  if (fs.existsSync(dataDir)) return;
  fs.mkdirSync(dataDir, { recursive: true });
  fs.chmodSync(dataDir, account ? 0o711 : 0o700);
}

/** Where `<dataDir>/cluster` is or leads, if it was made. */
export function existingClusterFolder(dataDir: string): string | null {
  const link = path.join(dataDir, "cluster");
  const stats = fs.lstatSync(link, { throwIfNoEntry: false });
  if (!stats) return null;
  if (!stats.isSymbolicLink()) return link;
  const target = path.resolve(dataDir, fs.readlinkSync(link));
  if (fs.existsSync(target)) return target;
  throw new Error(
    `${link} leads to ${target}, where the database should be, but nothing is there. Put it back from a backup. To ` +
      `start over with an empty database, remove ${dataDir}.`,
  );
}

/**
 * Makes the folder of the database cluster and its log: `<dataDir>/cluster`. When PostgreSQL must run as an account
 * that cannot reach the data directory, that is a link to a folder which it can reach.
 */
export function makeClusterFolder(
  dataDir: string,
  account: Account | null,
  log: (line: string) => void,
): string {
  const link = path.join(dataDir, "cluster");
  if (!account) {
    fs.mkdirSync(link, { mode: 0o700 });
    return link;
  }
  const inside = canEnter(account, dataDir);
  const folder = inside
    ? link
    : path.join(reachableFolder(account), `data-${randomBytes(6).toString("hex")}`);
  fs.mkdirSync(folder, { mode: 0o700 });
  fs.chownSync(folder, account.uid, account.gid);
  if (!inside) {
    fs.symlinkSync(folder, link);
    log(
      `The database stands in ${folder}, because PostgreSQL runs as ${account.name} here and cannot reach ${dataDir}.`,
    );
  }
  return folder;
}

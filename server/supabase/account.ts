import fs from "node:fs";
import path from "node:path";

/** The account PostgreSQL runs as when that is not our own. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root. For root: the account to use instead. Otherwise null: our own. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const entries = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [name, , uid, gid] = entries.find(([entry]) => entry === wanted) ?? [];
    if (name && Number(uid) > 0 && Number(gid) > 0) {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and this system has neither an account `postgres` nor `nobody` to run it as. " +
      "Start Countersign as an ordinary user, or set SUPABASE_URL and its keys.",
  );
}

const read = 4;
const enter = 1;

/** Whether the account may pass through every folder down to and including this one. */
export function canEnter(account: Account, folder: string): boolean {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    if (!permits(account, fs.statSync(at), enter)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Whether the account may read this file, were its folders open. */
export function canRead(account: Account, file: string): boolean {
  return permits(account, fs.statSync(file), read);
}

function permits(account: Account, stats: fs.Stats, right: number): boolean {
  const place = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> place) & right) === right;
}

/**
 * A folder outside the data directory that the account can reach, for the case that it cannot reach the data
 * directory (a clone under /root). Only folders that nobody but root can write to count, so that no other account can
 * slip anything in.
 */
export function reachableFolder(account: Account): string {
  const refused: string[] = [];
  for (const parent of ["/var/lib", "/opt", "/srv", "/var/tmp"]) {
    const folder = path.join(parent, "countersign");
    try {
      if (fs.mkdirSync(folder, { recursive: true })) fs.chmodSync(folder, 0o755);
      const stats = fs.lstatSync(folder);
      if (!stats.isDirectory() || stats.uid !== 0 || (stats.mode & 0o022) !== 0) {
        refused.push(`${folder} is not a folder of root alone`);
      } else if (!canEnter(account, folder)) {
        refused.push(`${folder} is closed to ${account.name}`);
      } else return folder;
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `PostgreSQL runs as ${account.name} here, because it refuses to run as root, and found no folder to use: ` +
      `${refused.join("; ")}. Start Countersign as an ordinary user, or set DATA_DIR to a folder that ` +
      `${account.name} can reach.`,
  );
}

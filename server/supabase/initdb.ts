import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { ProgramFailed, run } from "./run";

const majorVersion = "17";

/**
 * Makes the cluster's files under `folder/data`, unless they are there. Built beside it and moved into place, so that
 * a half-made cluster never counts. Throws when the files are of another major version.
 */
export async function initialise(
  folder: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
): Promise<string> {
  const data = path.join(folder, "data");
  if (fs.existsSync(data)) {
    const version = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
    if (version === majorVersion) return data;
    throw new Error(
      `The database in ${data} was made by PostgreSQL ${version}; this version of Countersign brings ${majorVersion}. ` +
        "Nothing was changed. Start the version that made it, export from there, and import here.",
    );
  }
  for (const entry of fs.readdirSync(folder)) {
    if (entry.startsWith("draft-")) fs.rmSync(path.join(folder, entry), { recursive: true });
  }
  const draft = path.join(folder, `draft-${randomBytes(6).toString("hex")}`);
  const passwordFile = `${draft}-password`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  if (account) fs.chownSync(passwordFile, account.uid, account.gid);
  try {
    await inBestLocale((ctype) =>
      run(
        binaries.initdb,
        [
          ...["-D", draft, "-U", "postgres", `--pwfile=${passwordFile}`, "-A", "scram-sha-256"],
          ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
          ...["--locale=C", `--lc-ctype=${ctype}`, "--data-checksums"],
        ],
        account,
      ),
    );
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(draft, data);
  return data;
}

/** Trigram search asks the C library what a letter is, so a UTF-8 locale is wanted; which one exists depends on the system. */
async function inBestLocale(attempt: (ctype: string) => Promise<void>): Promise<void> {
  for (const ctype of ["C.UTF-8", "en_US.UTF-8"]) {
    try {
      return await attempt(ctype);
    } catch (error) {
      const unknown = error instanceof ProgramFailed && /invalid locale/i.test(error.complaint);
      if (!unknown) throw error;
    }
  }
  return attempt("C");
}

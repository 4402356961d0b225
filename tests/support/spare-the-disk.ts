import fs from "node:fs";
import path from "node:path";

/**
 * Has the database of a test, which is stopped, leave its files to the system: they need to outlive processes that are
 * killed, not the machine. On a busy disk a flush takes longer than anybody here waits for an answer.
 */
export function spareTheDisk(dataDir: string): void {
  fs.appendFileSync(
    path.join(dataDir, "cluster", "postgresql.conf"),
    "\nfsync = off\nfull_page_writes = off\n",
  );
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(import.meta.dirname, "verifier/verify.py");
const tools: [string, string[]][] = [
  ["python3", ["--version"]],
  ["openssl", ["version"]],
];

const missing = (): string[] =>
  tools.flatMap(([name, args]) => (spawnSync(name, args).status === 0 ? [] : [name]));

/** Installs what the verifier runs with where it is missing and may be installed, as is done for the browser. */
export function ensureForeignVerifier(): void {
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update"]);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing()]);
  }
  const lacking = missing();
  if (lacking.length > 0) {
    throw new Error(
      `Bundles are also checked by a program that is not ours. Install ${lacking.join(" and ")}.`,
    );
  }
}

/** What the verifier, which shares no code with ours, says of a bundle. */
export function foreignVerdict(bundle: string, keys: string): { holds: boolean; said: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "verifier-"));
  try {
    const [bundleFile, keyFile] = ["bundle.json", "keys"].map((name) => path.join(folder, name));
    if (!bundleFile || !keyFile) throw new Error("never");
    writeFileSync(bundleFile, bundle);
    writeFileSync(keyFile, keys);
    const { status, stdout, stderr } = spawnSync("python3", [script, bundleFile, keyFile]);
    return { holds: status === 0, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawnSync } from "node:child_process";

/** Runs the command line as a person would, with `input` on standard input. */
export function cli(args: string[], input = "") {
  return spawnSync(process.execPath, ["server/cli/start.mjs", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import type { CopyKept, SentCheckpoint } from "./copy-checkpoints";
import { intoDirectory } from "./directory";

const run = promisify(execFile);

/** Milliseconds for one step; a remote that hangs holds up nothing but its own copies. */
const withinMs = 60_000;

/** No question to anybody, no program that the address could name, and a name of its own on what is committed. */
const fixed = [
  ...[
    "-c",
    "protocol.ext.allow=never",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "commit.gpgSign=false",
  ],
  ...["-c", "user.name=Countersign", "-c", "user.email=countersign@localhost"],
];
/** No more than it takes: what else is set for this process is no business of git's. */
const environment = (): NodeJS.ProcessEnv => ({
  ...{ PATH: process.env["PATH"], HOME: process.env["HOME"] },
  ...{ SSH_AUTH_SOCK: process.env["SSH_AUTH_SOCK"], NODE_ENV: "production" },
  GIT_TERMINAL_PROMPT: "0",
  GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=20",
  LC_ALL: "C",
});

const branch = "refs/heads/main";

/**
 * Commits the checkpoint on top of what the remote has and pushes it, without force: what is there already stays. In a
 * working copy that is made for it, so that nothing is left by a process that ends in the middle.
 */
export async function intoGit(
  remote: string,
  sent: SentCheckpoint,
  signal: AbortSignal,
): Promise<CopyKept> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "countersign-checkpoint-"));
  try {
    await push(folder, remote, sent, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return null;
}

async function push(
  folder: string,
  remote: string,
  sent: SentCheckpoint,
  signal: AbortSignal,
): Promise<void> {
  const git = (...args: string[]): Promise<string> => inFolder(folder, args, signal);
  await git("init", "--quiet", "--initial-branch=main");
  const heads = await git("ls-remote", "--heads", "--", remote, branch);
  if (heads.trim() !== "") {
    await git("fetch", "--quiet", "--no-tags", "--depth=1", "--", remote, branch);
    await git("reset", "--quiet", "--hard", "FETCH_HEAD");
  }
  await intoDirectory(folder, sent);
  await git("add", "--all", "--", ".");
  if ((await git("status", "--porcelain")).trim() !== "") {
    await git("commit", "--quiet", "--no-verify", "-m", `Checkpoint of ${sent.size} entries`);
  }
  await git("push", "--quiet", "--", remote, `HEAD:${branch}`);
}

async function inFolder(cwd: string, args: string[], signal: AbortSignal): Promise<string> {
  try {
    const { stdout } = await run("git", [...fixed, ...args], {
      ...{ cwd, signal, timeout: withinMs, maxBuffer: 1_000_000, encoding: "utf8" },
      env: environment(),
    });
    return stdout;
  } catch (error) {
    throw new Error(`git ${args[0] ?? ""}: ${wordsOf(error)}`, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "git is not installed";
  const said = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  // An address may hold a password.
  return (said === "" ? error.message : said).replace(/\/\/[^\s/@]+@/g, "//…@");
}

import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Whether a process with this number lives, ours or not. One that died and was not yet collected does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return process.platform !== "linux" || statusFields(pid)?.[0] !== "Z";
}

/**
 * What tells this process from a later one with the same number, which a container hands out at every start.
 * Null when it does not live or the system does not say.
 */
export function birthOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      const started = statusFields(pid)?.[19];
      return started ? `${boot}/${started}` : null;
    }
    if (process.platform === "win32") return null;
    return ps(pid, "lstart");
  } catch {
    return null;
  }
}

/** The command line of a process, or null when it does not live or the system does not say. */
export function commandLineOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
    }
    if (process.platform === "win32") return null;
    return ps(pid, "command");
  } catch {
    return null;
  }
}

/** What Linux says of a process, from its state (0) to its start time (19) and on. Null when it is gone. */
function statusFields(pid: number): string[] | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function ps(pid: number, column: string): string | null {
  const args = ["-ww", "-o", `${column}=`, "-p", String(pid)];
  const output = execFileSync("ps", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return output.trim() || null;
}

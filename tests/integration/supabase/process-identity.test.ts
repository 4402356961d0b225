import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { expect, test } from "vitest";

import { birthOf, commandLineOf, isAlive } from "../../../server/supabase/process-identity";

const isLinux = process.platform === "linux";

test("this process lives, and says when it was born and how it was called", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(birthOf(process.pid)).toBe(birthOf(process.pid));
  expect(commandLineOf(process.pid)).toContain("node");
});

test("no process has the number 0, a negative one or none", () => {
  expect([0, -1, Number.NaN, 2 ** 30].map(isAlive)).toEqual([false, false, false, false]);
  expect([birthOf(2 ** 30), commandLineOf(2 ** 30)]).toEqual([null, null]);
});

test("two processes have different births", async () => {
  const other = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
  await once(other, "spawn");
  expect(birthOf(other.pid ?? 0)).not.toBe(birthOf(process.pid));
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(isAlive(other.pid ?? 0)).toBe(false);
});

test.runIf(isLinux)(
  "a process that died and was not collected by its parent does not live",
  async () => {
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]);
    const [line] = await once(createInterface({ input: parent.stdout }), "line");
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
    parent.kill("SIGKILL");
  },
);

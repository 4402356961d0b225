import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import os from "node:os";

import { failedInPlaywright, failedInVitest, waveringInPlaywright } from "./failed-tests";
import { countPlaywright, countVitest, settle, sum, type Count } from "./test-count";

/** One part of `npm test`: an npm script, and where it leaves its report. */
interface Suite {
  script: string;
  args?: string[];
  report?: Report;
}

interface Report {
  file: string;
  count: (report: unknown) => Count;
  /** The failed tests, each in a few lines. */
  failed: (report: unknown) => string[];
  /** The same for tests that held only when they were run again. */
  wavering?: (report: unknown) => string[];
}

const vitest = (name: string): Suite => {
  const file = `test-results/${name}.json`;
  return {
    script: `test:${name}`,
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    report: { file, count: countVitest, failed: failedInVitest },
  };
};

/** Promises of co-editing that hold on any machine, by the server that the browser tests have built. */
const collabInShort: Suite = {
  script: "bench:collab",
  args: ["--short", "--check", "--contender", "countersign"].concat(
    ["durability", "hostile", "forgery", "slow-reader"].flatMap((one) => ["--only", one]),
  ),
};

const browser: Suite = {
  script: "test:e2e",
  report: {
    file: "test-results/e2e.json",
    count: countPlaywright,
    failed: failedInPlaywright,
    wavering: waveringInPlaywright,
  },
};

/**
 * Each lane runs its suites one after the other, beside the other lanes. The browser tests take longest and wait half of the
 * time, so they come first and have the machine to themselves whenever they want it: the other lanes run at a lower priority
 * and take what is left. The only other order that matters is that co-editing is tried on the server that the browser tests built.
 */
const lanes: { suites: Suite[]; isFirst?: boolean }[] = [
  { suites: [browser, collabInShort], isFirst: true },
  { suites: [vitest("integration")] },
  { suites: [{ script: "typecheck" }, { script: "lint" }, vitest("unit")] },
];

interface Outcome extends Count {
  script: string;
  failures: string[];
  wavering: string[];
}

function read<T>(file: string, what: (report: unknown) => T): T | null {
  try {
    return what(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.error(`No readable report in ${file}:`, error);
    return null;
  }
}

/** Runs one part. What the first lane prints is shown at once, what the others print in one piece. */
async function run({ script, args = [], report }: Suite, isFirst: boolean): Promise<Outcome> {
  const began = Date.now();
  if (isFirst) console.log(`\n--- ${script}`);
  const child = spawn("npm", ["run", script, "--", ...args], {
    stdio: isFirst ? "inherit" : ["inherit", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (!isFirst && child.pid !== undefined) {
    os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  }
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece: Buffer) => printed.push(piece));
  }
  const status = await new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      console.error(`${script} did not start:`, error);
      resolve(null);
    });
    child.on("close", resolve);
  });
  const took = Math.round((Date.now() - began) / 1000);
  console.log(`\n--- ${script} took ${took} s\n${Buffer.concat(printed).toString()}`);
  const single: Count = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (!report) return { script, ...single, failures: [], wavering: [] };
  return {
    script,
    ...settle(read(report.file, report.count), status),
    failures: read(report.file, report.failed) ?? [],
    wavering: (report.wavering && read(report.file, report.wavering)) ?? [],
  };
}

rmSync("test-results", { recursive: true, force: true });
const started = Date.now();
const results = await Promise.all(
  lanes.map(async ({ suites, isFirst = false }) => {
    const outcomes: Outcome[] = [];
    for (const suite of suites) outcomes.push(await run(suite, isFirst));
    return outcomes;
  }),
).then((all) => all.flat());

console.log(`\n--- all, after ${Math.round((Date.now() - started) / 1000)} s`);
for (const { script, passed, failed } of results) {
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${script}: ${passed} of ${passed + failed}`);
}
const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) console.log(`\n${failures.slice(0, 10).join("\n")}`);
const wavering = results.flatMap((result) => result.wavering);
if (wavering.length > 0) {
  console.log(`\nHeld only when run again:\n${wavering.slice(0, 10).join("\n")}`);
}
const total = sum(results);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

import { countPlaywright, countVitest, settle, sum, type Count } from "./test-count";

/** One part of `npm test`: an npm script, and where it leaves its report. */
interface Suite {
  script: string;
  args?: string[];
  report?: { file: string; count: (report: unknown) => Count };
}

const vitest = (name: string): Suite => {
  const file = `test-results/${name}.json`;
  return {
    script: `test:${name}`,
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    report: { file, count: countVitest },
  };
};

const suites: Suite[] = [
  { script: "typecheck" },
  { script: "lint" },
  vitest("unit"),
  vitest("integration"),
  { script: "test:e2e", report: { file: "test-results/e2e.json", count: countPlaywright } },
];

function readCount({ file, count }: NonNullable<Suite["report"]>): Count | null {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.error(`No readable report in ${file}:`, error);
    return null;
  }
}

function run({ script, args = [], report }: Suite): Count {
  console.log(`\n--- ${script}`);
  const { status, error } = spawnSync("npm", ["run", script, "--", ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) console.error(`${script} did not start:`, error);
  const single: Count = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  return report ? settle(readCount(report), status) : single;
}

rmSync("test-results", { recursive: true, force: true });
const started = Date.now();
const results = suites.map((suite) => ({ script: suite.script, ...run(suite) }));

console.log(`\n--- all, after ${Math.round((Date.now() - started) / 1000)} s`);
for (const { script, passed, failed } of results) {
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${script}: ${passed} of ${passed + failed}`);
}
const total = sum(results);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

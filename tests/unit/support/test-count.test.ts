import { describe, expect, it } from "vitest";

import { countPlaywright, countVitest, settle, sum } from "../../support/test-count";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("vitest's report", () => {
  it("counts tests, and leaves the skipped ones out", () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file("passed", "passed", "pending"), file("failed", "passed", "failed")],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
  });

  it("counts a file that could not be loaded", () => {
    const report = { numPassedTests: 0, numFailedTests: 0, testResults: [file("failed")] };
    expect(countVitest(report)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("Playwright's report", () => {
  it("counts a test that held when run again, and errors outside tests as failures", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2 });
  });
});

describe("settling a suite", () => {
  it.each([
    ["all held", { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    ["one did not", { passed: 2, failed: 1 }, 1, { passed: 2, failed: 1 }],
    ["no test ran", { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ["it ended badly after its tests", { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
    ["it was killed", { passed: 3, failed: 0 }, null, { passed: 3, failed: 1 }],
    ["it left no report", null, 0, { passed: 0, failed: 1 }],
  ])("%s", (_, count, status, expected) => {
    expect(settle(count, status)).toEqual(expected);
  });
});

it("sums suites", () => {
  const total = sum([
    { passed: 1, failed: 0 },
    { passed: 20, failed: 2 },
  ]);
  expect(total).toEqual({ passed: 21, failed: 2 });
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
});

import { z } from "zod";

/** How many checks of a suite held. A suite that ran nothing counts as one failure. */
export interface Count {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number().int(),
  numFailedTests: z.number().int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** Counts vitest's JSON report. A file that broke before or outside its tests counts as a failure too. */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const brokenFiles = testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts Playwright's JSON report. A test that held when it was run again counts once, and is told by name elsewhere. */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = playwrightReport.parse(report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * What a suite is worth, from its report and its exit status: when no test ran, or when it ended badly without a
 * failed test to show for it, that is one failure.
 *
 * @param count null when there is no readable report.
 */
export function settle(count: Count | null, exitStatus: number | null): Count {
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  const unexplained = failed === 0 && (exitStatus !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

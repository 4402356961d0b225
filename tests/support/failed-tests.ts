import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** Lines of what a failed test says that are told again where the whole run is summed up. */
const mostLines = 16;

/** A failed test in a few lines: where it stands, and how its error begins. */
function inShort(where: string, error: string): string {
  const lines = stripVTControlCharacters(error)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [where, ...lines.slice(0, mostLines).map((line) => `    ${line.slice(0, 200)}`)].join(
    "\n",
  );
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** The failed tests of vitest's JSON report, and the files that broke outside their tests. */
export function failedInVitest(report: unknown): string[] {
  return vitestReport.parse(report).testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0) {
      return file.status === "failed" ? [inShort(file.name, file.message)] : [];
    }
    return failed.map(({ fullName, failureMessages }) =>
      inShort(`${file.name} › ${fullName}`, failureMessages?.[0] ?? ""),
    );
  });
}

const errorOf = z.object({ message: z.string().default("") });

interface PlaywrightSuite {
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: { message: string }[] }[] }[];
  }[];
  suites?: PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        line: z.number(),
        tests: z.array(
          z.object({
            status: z.string(),
            results: z.array(z.object({ errors: z.array(errorOf) })),
          }),
        ),
      }),
    ),
    suites: z.array(playwrightSuite).optional(),
  }),
);
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(errorOf),
});

/** The failed tests of Playwright's JSON report, and what broke outside any. */
export function failedInPlaywright(report: unknown): string[] {
  const { suites, errors } = playwrightReport.parse(report);
  return [
    ...testsOf(suites, "unexpected"),
    ...errors.map(({ message }) => inShort("outside any test", message)),
  ];
}

/** The tests that held only when they were run again, with what was said the first time. */
export function waveringInPlaywright(report: unknown): string[] {
  return testsOf(playwrightReport.parse(report).suites, "flaky");
}

function testsOf(suites: readonly PlaywrightSuite[], wanted: "unexpected" | "flaky"): string[] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === wanted)
        .map(({ results }) =>
          inShort(
            `${file}:${line} › ${title}`,
            results
              .flatMap((result) => result.errors)
              .map(({ message }) => message)
              .join("\n"),
          ),
        ),
    ),
    ...testsOf(inner, wanted),
  ]);
}

import { describe, expect, it } from "vitest";

import {
  failedInPlaywright,
  failedInVitest,
  waveringInPlaywright,
} from "../../support/failed-tests";

describe("what failed is told again", () => {
  it("from vitest: the test, and how its error begins", () => {
    const report = {
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          message: "",
          assertionResults: [
            { fullName: "adds", status: "passed", failureMessages: [] },
            {
              fullName: "takes",
              status: "failed",
              failureMessages: [`\u001b[31mone\u001b[39m\n\ntwo${"\nmore".repeat(20)}`],
            },
          ],
        },
        { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
        { name: "c.test.ts", status: "passed", message: "", assertionResults: [] },
      ],
    };
    expect(failedInVitest(report)).toEqual([
      `a.test.ts › takes\n    one\n    two${"\n    more".repeat(14)}`,
      "b.test.ts\n    no such module",
    ]);
  });

  it("from Playwright: wherever the test stands, and apart what held when run again", () => {
    const spec = (title: string, status: string, ...messages: string[]) => ({
      title,
      file: "story.test.ts",
      line: 7,
      tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
    });
    const report = {
      suites: [
        {
          specs: [spec("holds", "expected")],
          suites: [
            {
              specs: [
                spec("breaks", "unexpected", "not there", "a 404 on the console"),
                spec("skips", "skipped"),
              ],
            },
          ],
        },
        { specs: [spec("wavers", "flaky", "late")] },
      ],
      errors: [{ message: "no server" }],
    };
    expect(failedInPlaywright(report)).toEqual([
      "story.test.ts:7 › breaks\n    not there\n    a 404 on the console",
      "outside any test\n    no server",
    ]);
    expect(waveringInPlaywright(report)).toEqual(["story.test.ts:7 › wavers\n    late"]);
  });
});

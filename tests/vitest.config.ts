import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

import { cheapPasswords } from "./support/cheap-passwords";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    reporters: ["default"],
    // Half of the time is spent waiting, for a database or a process, also where there are only two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // Nothing here leaves a trace in a module, and loading all of them anew for each file took longer than the tests.
          isolate: false,
          // For a machine that is busy with something else; no test here waits for a clock.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/migrated-template.ts"],
          env: cheapPasswords,
          // A number here counts, and one on the command line does not. Order only keeps both numbers apart in one run.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          // What is waited for is a state; how soon it comes says something about the machine only.
          expect: { poll: { timeout: 20_000 } },
          // As above: a fifth of all the work was loading.
          isolate: false,
          // As above.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

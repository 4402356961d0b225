import { expect, test } from "vitest";

import { exportData } from "../../../../server/cli/export";

test.each([
  [["--claims"]],
  [["--claims-training", "--out"]],
  [["more"]],
  [["--all"]],
  [["--all", "x", "--out", "y"]],
  [["--all", "x", "--claims-training"]],
])("export %j is not understood", async (args) => {
  expect(await exportData(args)).toBe(2);
});

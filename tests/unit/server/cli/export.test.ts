import { expect, test } from "vitest";

import { exportData } from "../../../../server/cli/export";

test.each([[[]], [["--claims"]], [["--out", "x"]], [["--claims-training", "--out"]], [["more"]]])(
  "export %j is not understood",
  async (args) => {
    expect(await exportData(args)).toBe(2);
  },
);

import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import type { RadioTabsProps } from "~/components/ui/radio-tabs";

test("every tab that a group of tabs can have shows its panel", async () => {
  const css = await readFile("app/styles/app.css", "utf8");
  const most: Required<RadioTabsProps>["tabs"]["length"][] = [2, 3, 4, 5];
  for (let place = 1; place <= Math.max(...most); place += 1) {
    expect(css).toContain(
      `[data-tabs]:has([data-tab="${place}"]:checked) > [data-panel="${place}"]`,
    );
  }
});

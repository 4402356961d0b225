import { expect, test } from "vitest";

import { proposeClaims } from "~/domain/claim/propose-claims";

const text =
  "Budget 😀 passes\n\nMaria Lopes said the council should sell the bridge. The firm paid 4 million euros. The firm paid 4 million euros.";

test("proposes what somebody voiced, not the opinion itself", () => {
  const claims = proposeClaims(text);
  expect(claims.map((claim) => claim.type)).toEqual(["quote", "statistic"]);
  expect(claims[0]?.claimant).toBe("Maria Lopes");
});

test("proposes a repeated claim once, anchored where it stands first", () => {
  const repeated = proposeClaims(text).filter((claim) => claim.statement.startsWith("The firm"));
  expect(repeated).toHaveLength(1);
  const anchor = repeated[0]?.anchor;
  expect(Array.from(text).slice(anchor?.start, anchor?.end).join("")).toBe(anchor?.exact);
  expect(anchor?.prefix).toBe(
    Array.from(text)
      .slice((anchor?.start ?? 0) - 32, anchor?.start)
      .join(""),
  );
});

test("tells what a reader cannot know", () => {
  const [claim] = proposeClaims("It ends\n\nHe said the army left the town.");
  expect(claim?.needsContext).toContain("who “he” is");
});

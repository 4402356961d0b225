import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";

import { VerdictList } from "~/components/desk/composer/verdict-list";

const verdicts = ["One", "Two"].map((statement) => ({
  claimId: statement,
  statement,
  content: statement,
}));

test("is drawn the same however often the server has drawn it, as the browser will", () => {
  const draw = () => renderToString(<VerdictList verdicts={verdicts} onMove={() => undefined} />);
  expect(draw()).toBe(draw());
});

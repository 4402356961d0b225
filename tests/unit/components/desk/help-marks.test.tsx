import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";

import { ClaimCard } from "~/components/desk/claims/claim-card";
import { ClaimRow } from "~/components/desk/claims/claim-row";
import { HelpMarks } from "~/components/desk/help-marks";
import type { ClaimItem } from "~/domain/claim/list/claim-item";

import { htmlInPage } from "../../../support/in-a-page";

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<typeof import("@remix-run/react")>()),
  ...(await import("react-router-dom")),
}));

const item = (id: string): ClaimItem => ({
  ...{ id, version: 1, state: "in_review", statement: "It rained.", quote: "It rained." },
  ...{ claimant: null, type: "event", checkWorthiness: 0.5, priority: "normal" },
  ...{ articleId: "a", articleTitle: "Weather", outlet: null, topics: [], dueOn: null },
  ...{ leadId: "l", leadName: "Lea", secondId: "s", secondName: "Sam", recusedIds: [] },
  ...{ createdAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-01T00:00:00Z" },
});
const now = { news: "same", today: "2026-11-28", onSteps: () => undefined } as const;
const row = (id: string) => (
  <table>
    <tbody>
      <ClaimRow item={item(id)} {...now} selection={null} />
    </tbody>
  </table>
);
const card = (id: string) => (
  <ClaimCard item={item(id)} {...now} steps={[]} onDrag={() => undefined} />
);

test.each([
  ["a row of the table", row],
  ["a card of the board", card],
])("%s says that its writers ask for help, and no other does", (_what, draw) => {
  const html = (node: ReactNode) =>
    htmlInPage(<HelpMarks.Provider value={["asks"]}>{node}</HelpMarks.Provider>);
  expect(html(draw("asks"))).toContain("Help needed");
  expect(html(draw("silent"))).not.toContain("Help needed");
});

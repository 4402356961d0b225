import { expect, test, vi } from "vitest";

import { QueueRow } from "~/components/desk/queue-row";

import { claim } from "../../../support/claims";
import { htmlInPage } from "../../../support/in-a-page";

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<typeof import("@remix-run/react")>()),
  ...(await import("react-router-dom")),
}));

test("a claim whose signature is void says so, and leads to what changed since", () => {
  const html = (hasVoidSignature: boolean) =>
    htmlInPage(
      <QueueRow
        item={{
          ...{ claim: claim({ id: "c" }), kind: "lead", mine: true, articleTitle: "Weather" },
          ...{ leadName: "Lea", secondName: "Sam", hasVoidSignature },
        }}
        today="2026-11-28"
      />,
    );
  expect(html(true)).toMatch(/href="\/desk\/claims\/c#signature"[^]*Signature void/);
  expect(html(false)).not.toContain("Signature void");
});

import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";

import { WatchLine } from "~/components/desk/drift/watch-line";
import { InboxPage } from "~/components/desk/inbox-page";
import { CaptureLine } from "~/components/review/captures/capture-line";
import { CapturesContext } from "~/components/review/captures/captures-context";
import { DeskJobsContext } from "~/components/ui/desk-jobs";

import { htmlInPage } from "../../support/in-a-page";

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<object>()),
  ...(await import("react-router-dom")),
}));

const idle = { failure: null, busy: false };
const captures = {
  ...{ known: { standings: {}, files: {} }, asking: null, failure: null },
  ...{ ask: () => undefined, changed: () => undefined, addFile: async () => null },
};
const watch = {
  ...{ articleId: "a", isWatched: true, nextLookAt: null, lastLook: null },
  ...{ flagged: 0, mayLook: true },
};
const places: [string, ReactNode][] = [
  ["No feed is read", <InboxPage key="i" items={[]} dismissed={[]} watched={[]} {...idle} />],
  ["Nobody looks at articles", <WatchLine key="w" watch={watch} busy={false} />],
  [
    "No source is captured",
    <CapturesContext.Provider key="c" value={captures}>
      <CaptureLine id="e" name="A source" url="https://a.example/" excerpt="" />
    </CapturesContext.Provider>,
  ],
];

describe("what waits for a job", () => {
  it.each(places)("%s: it is said where no jobs run, and only there", (words, place) => {
    const within = (hasJobs: boolean) =>
      htmlInPage(<DeskJobsContext.Provider value={hasJobs}>{place}</DeskJobsContext.Provider>);
    expect(within(false)).toContain(words);
    expect(within(false)).toContain("DATABASE_URL");
    expect(within(true)).not.toContain(words);
  });
});

import { describe, expect, it } from "vitest";

import { captureOfSource, type PublishedCapture } from "~/domain/evidence/published-capture";

const published = (changes: Partial<PublishedCapture> = {}): PublishedCapture => ({
  ...{ id: "c1", claimId: "k1", address: "https://n.example/a" },
  fetchedAt: "2026-01-02T00:00:00.000Z",
  ...{ bodySha256: "b".repeat(64), textSha256: "d".repeat(64) },
  ...{ warcSha256: "e".repeat(64), warcBytes: 2048 },
  ...{ outcome: null, lookedAt: null, isOffered: false, later: null, withheldAt: null },
  ...changes,
});

describe("the capture that is shown beside a source", () => {
  it("is found by its address as addresses are compared", () => {
    const one = published({ address: "https://n.example/a?utm_source=x#part" });
    expect(captureOfSource([one], "https://n.example/a#other")).toBe(one);
    expect(captureOfSource([one], "https://n.example/b")).toBeNull();
    expect(captureOfSource([one], "javascript:alert(1)")).toBeNull();
  });

  it("of several is the first, unless a look found the source lost", () => {
    const late = published({ id: "late", fetchedAt: "2026-03-01T00:00:00.000Z" });
    const first = published({ id: "first", outcome: "differs", lookedAt: "2026-09-01T00:00:00Z" });
    const lost = (id: string, lookedAt: string) => published({ id, outcome: "gone", lookedAt });
    expect(captureOfSource([late, first], first.address)).toBe(first);
    const newest = lost("newest", "2026-08-01T00:00:00.000Z");
    const all = [first, lost("older", "2026-07-01T00:00:00.000Z"), newest, late];
    expect(captureOfSource(all, first.address)).toBe(newest);
    // What one claim's capture of it withholds, another's does not give away on the same page.
    const withheld = published({ id: "withheld", withheldAt: "2026-09-01T00:00:00.000Z" });
    expect(captureOfSource([...all, withheld], first.address)).toBe(withheld);
  });
});

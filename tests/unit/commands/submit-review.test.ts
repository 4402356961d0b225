import { expect, test } from "vitest";

import { submitReview } from "~/commands/submit-review";
import type { Person } from "~/domain/people/person";
import type { Resolution, Thread } from "~/domain/review/discussion";
import { verdictContentSchema } from "~/domain/verdict/content";

import { claim } from "../../support/claims";
import { completeDraft } from "../../support/drafts";
import { memoryPorts } from "../../support/memory-ports";

const lead: Person = { id: "lead", name: "Lena", role: "reviewer" };
const input = { claimId: claim().id, version: 3 };

test("what is submitted is the committed draft, bound to the document's last update", async () => {
  const { ports, steps } = memoryPorts([claim()], completeDraft());
  expect((await submitReview(ports, lead, input)).ok).toBe(true);
  const payload = steps[0]?.payload;
  expect(payload?.documentHead).toBe(7);
  const content = verdictContentSchema.parse(JSON.parse(payload?.content ?? "null"));
  expect(content.claim).toMatchObject({
    statement: claim().statement,
    articleSha256: "ab".repeat(32),
  });
  expect(content.verdict).toMatchObject({ rating: "mostly_true" });
});

test("an incomplete draft is not submitted, and says what is missing", async () => {
  const { ports, steps } = memoryPorts([claim()], completeDraft({ evidence: [] }));
  expect(await submitReview(ports, lead, input)).toMatchObject({
    error: { kind: "invalid", fields: { evidence: [expect.any(String)] } },
  });
  expect(steps).toEqual([]);
});

const thread = (state: Resolution["state"] | null): Thread => ({
  id: "t",
  anchor: { kind: "field", field: "summary" },
  replacement: null,
  comments: [],
  resolution: state && { state, by: "lead", at: "2026-11-27T10:00:00.000Z" },
});

test("open threads keep a review from being submitted, and the words say how many there are", async () => {
  const threads = [thread(null), thread("reopened"), thread("resolved")];
  const { ports, steps } = memoryPorts([claim()], completeDraft(), threads);
  expect(await submitReview(ports, lead, input)).toMatchObject({
    error: {
      kind: "invalid",
      fields: { discussion: [expect.stringContaining("2 threads")] },
    },
  });
  expect(steps).toEqual([]);
});

test("resolved threads keep nothing, and are no part of what is submitted", async () => {
  const { ports, steps } = memoryPorts([claim()], completeDraft(), [thread("resolved")]);
  expect((await submitReview(ports, lead, input)).ok).toBe(true);
  expect(steps[0]?.payload?.content).not.toContain("resolution");
});

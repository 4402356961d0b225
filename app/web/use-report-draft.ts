import { useEffect, useState, useSyncExternalStore } from "react";
import { z } from "zod";

import type { DraftInHand as Writing } from "~/components/desk/composer/draft-in-hand";
import type { DraftContent } from "~/domain/report/report-draft";
import { movedTo } from "~/domain/report/verdict-order";

import { createDraftSaver, type DraftAnswer } from "./draft-saver";

const answerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), version: z.number() }),
  z.object({
    kind: z.literal("overtaken"),
    theirs: z.object({
      ...{ version: z.number(), savedBy: z.string(), byName: z.string(), savedAt: z.string() },
      ...{ headline: z.string(), summary: z.string(), order: z.array(z.string()) },
      shortClaims: z.record(z.string(), z.string()),
    }),
  }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);

/** Milliseconds after the last key before it is saved. */
const pause = 1_000;

/**
 * Past the router, which would load the page again over what is typed. Kept alive, because the last one is sent when the
 * page is left.
 */
async function sendDraft(
  articleId: string,
  expected: number,
  content: DraftContent,
): Promise<DraftAnswer> {
  const body = new URLSearchParams({ expected: String(expected), draft: JSON.stringify(content) });
  const path = `/desk/articles/${articleId}/draft`;
  const answer = await fetch(path, {
    method: "POST",
    body,
    keepalive: body.toString().length < 60_000,
  });
  return answerSchema.parse(await answer.json());
}

/** What is written for a report, kept on the server while it is written. */
export function useReportDraft(
  articleId: string,
  opened: { content: DraftContent; version: number; isSaved: boolean },
): Writing {
  const [saver] = useState(() =>
    createDraftSaver({
      ...opened,
      send: (expected, content) => sendDraft(articleId, expected, content),
      afterAWhile(run) {
        const timer = setTimeout(run, pause);
        return () => clearTimeout(timer);
      },
    }),
  );
  const { content, state, version } = useSyncExternalStore(saver.subscribe, saver.now, saver.now);
  useEffect(() => {
    const left = () => {
      if (document.visibilityState === "hidden") void saver.save();
    };
    document.addEventListener("visibilitychange", left);
    return () => {
      document.removeEventListener("visibilitychange", left);
      void saver.save();
    };
  }, [saver]);
  const change = (changed: Partial<DraftContent>) =>
    saver.change({ ...saver.now().content, ...changed });
  return {
    ...content,
    ...{ state, version },
    setHeadline: (headline) => change({ headline }),
    setSummary: (summary) => change({ summary }),
    setShortClaim: (claimId, shortClaim) =>
      change({ shortClaims: { ...saver.now().content.shortClaims, [claimId]: shortClaim } }),
    move: (claimId, to) => change({ order: movedTo(saver.now().content.order, claimId, to) }),
    save: saver.save,
    takeTheirs: saver.takeTheirs,
    keepMine: () => void saver.keepMine(),
  };
}

import clsx from "clsx";
import {
  CloudOff,
  CloudUpload,
  CircleCheck,
  Eye,
  LoaderCircle,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useState } from "react";

import { useSessionSnapshot } from "~/collab/use-review-session";
import type { ReviewSession } from "~/collab/review-session";
import {
  saveStateOf,
  saveStateWords,
  toldAfter,
  type SaveState,
  type Told,
} from "~/collab/save-state";

const looks: Record<SaveState["kind"], { icon: LucideIcon; tone: string }> = {
  opening: { icon: LoaderCircle, tone: "text-muted" },
  saved: { icon: CircleCheck, tone: "text-success" },
  saving: { icon: CloudUpload, tone: "text-muted" },
  late: { icon: TriangleAlert, tone: "text-warning" },
  offline: { icon: CloudOff, tone: "text-warning" },
  reconnecting: { icon: LoaderCircle, tone: "text-warning" },
  read_only: { icon: Eye, tone: "text-muted" },
  refused: { icon: TriangleAlert, tone: "text-danger" },
};

/** The time in milliseconds, anew every second while `isRunning`. */
function useClock(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}

/** Milliseconds for which words must stand before they are spoken, so that a bad line does not chatter. */
const spokenAfter = 1_000;

/** The words, once they have stood for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), spokenAfter);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/**
 * Whether what was typed is safe, in words that are true. Screen readers hear about trouble and that it is over, not
 * about every keystroke that is being saved.
 */
export function SaveStatus({
  session,
  readOnlyWhy,
}: {
  session: ReviewSession;
  readOnlyWhy?: string;
}) {
  const facts = useSessionSnapshot(session);
  const ticking = useClock(facts.unsavedSince !== null);
  const now = Math.max(ticking, facts.unsavedSince ?? 0);
  const state = saveStateOf(facts, now);
  const { icon: Icon, tone } = looks[state.kind];
  // Spoken once, and not again with every second.
  const spokenAt = "since" in state && state.since !== null ? state.since + 5000 : now;
  const [told, setTold] = useState<Told>("calm");
  const next = toldAfter(told, state);
  if (next !== told) setTold(next);
  const isAnnounced = next === "over" || (state.kind !== "saving" && state.kind !== "saved");
  const spoken = useSettled(isAnnounced ? saveStateWords(state, spokenAt, readOnlyWhy) : "");
  return (
    <p className={clsx("flex min-h-6 items-center gap-1.5 text-sm", tone)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span data-save-state={state.kind} aria-hidden={isAnnounced || undefined}>
        {saveStateWords(state, now, readOnlyWhy)}
      </span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </p>
  );
}

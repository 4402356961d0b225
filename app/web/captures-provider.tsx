import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { z } from "zod";

import { CapturesContext } from "~/components/review/captures/captures-context";
import { documentRight, type ReviewAccess } from "~/domain/people/permissions";
import { isUnderWay, type KnownSources } from "~/domain/evidence/source-standing";

/** Milliseconds between two questions: while something is under way, and while nothing seems to be. */
const soon = 2_000;
const seldom = 30_000;
/** Milliseconds after a change in which its standing is asked for often. */
const livelyFor = 12_000;

/** What the server says is its own; only that it is an answer at all is checked. */
const answer = z.object({
  standings: z.record(z.string(), z.looseObject({ captureId: z.string() })),
  files: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
});

/**
 * Tells the page inside how its sources stand, and again while that changes. `initial` is as the page was loaded. Where
 * there is no answer what was known stays.
 */
export function CapturesProvider({
  claimId,
  initial,
  isTold = true,
  children,
}: {
  claimId: string;
  /** False for who is told nothing of captures. */
  isTold?: boolean;
  /** Null where the page does not know. */
  initial: KnownSources | null;
  children: ReactNode;
}) {
  const address = `/desk/claims/${claimId}/captures`;
  const [heard, setHeard] = useState<Heard>({ from: initial, known: initial });
  // A page that was loaded anew knows better than what was heard before.
  if (heard.from !== initial) setHeard({ from: initial, known: initial });
  const { known } = heard;
  const { askSoon, lively } = useLooking(isTold ? address : null, known, setHeard);
  const fetcher = useFetcher<{ message: string | null }>();
  const { submit, state, formData, data } = fetcher;
  const ask = useCallback(
    (source: string) => {
      lively();
      submit({ address: source }, { method: "post", action: address });
    },
    [submit, address, lively],
  );
  const addFile = useCallback(
    async (card: string, file: File) => {
      const message = await sendFile(`/desk/claims/${claimId}/files`, card, file);
      askSoon();
      return message;
    },
    [claimId, askSoon],
  );
  const isIdle = state === "idle";
  useEffect(() => {
    if (isIdle) askSoon();
  }, [isIdle, askSoon]);
  const asking = isIdle ? null : String(formData?.get("address") ?? "");
  const failure = data?.message ?? null;
  const shown = useMemo(
    () => ({ known, changed: lively, ask, addFile, asking, failure }),
    [known, lively, ask, addFile, asking, failure],
  );
  return (
    <CapturesContext.Provider value={isTold ? shown : null}>{children}</CapturesContext.Provider>
  );
}

/**
 * The same for who may read the review; others are shown no captures. What is inside stays as it is when somebody comes
 * to be told, as a second reviewer does who decides.
 */
export function ShowCaptures({
  access,
  ...props
}: Omit<Parameters<typeof CapturesProvider>[0], "isTold"> & { access: ReviewAccess }) {
  return (
    <CapturesProvider key={props.claimId} {...props} isTold={documentRight(access) !== null} />
  );
}

interface Heard {
  from: KnownSources | null;
  known: KnownSources | null;
}

/** Asks while the page can be seen and is online. `askSoon` once more now; `lively` often for a while. */
function useLooking(
  /** Null where nothing is asked. */
  address: string | null,
  known: KnownSources | null,
  tell: (next: (before: Heard) => Heard) => void,
) {
  const livelyUntil = useRef(0);
  const askNow = useRef<() => void>(() => undefined);
  const isUnknown = known === null;
  const isBusy = Object.values(known?.standings ?? {}).some(isUnderWay);
  useEffect(() => {
    if (address === null) return;
    const ending = new AbortController();
    let timer: number | undefined;
    let isAsking = false;
    const ask = async () => {
      clearTimeout(timer);
      if (!isAsking && navigator.onLine && document.visibilityState === "visible") {
        isAsking = true;
        const told = await readKnown(address, ending.signal);
        isAsking = false;
        if (ending.signal.aborted) return;
        if (told !== null) {
          tell((before) =>
            JSON.stringify(before.known) === JSON.stringify(told)
              ? before
              : { ...before, known: told },
          );
        }
      }
      const isLively = isBusy || Date.now() < livelyUntil.current;
      timer = window.setTimeout(() => void ask(), isLively ? soon : seldom);
    };
    const onSight = () => void ask();
    askNow.current = onSight;
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("online", onSight);
    timer = window.setTimeout(() => void ask(), isUnknown ? 0 : soon);
    return () => {
      ending.abort();
      askNow.current = () => undefined;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("online", onSight);
    };
  }, [address, isBusy, isUnknown, tell]);
  const askSoon = useCallback(() => askNow.current(), []);
  const lively = useCallback(() => {
    const wasQuiet = Date.now() >= livelyUntil.current;
    livelyUntil.current = Date.now() + livelyFor;
    if (wasQuiet) window.setTimeout(() => askNow.current(), soon);
  }, []);
  return { askSoon, lively };
}

async function readKnown(address: string, signal: AbortSignal): Promise<KnownSources | null> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return null;
    return answer.nullable().parse(await response.json()) as unknown as KnownSources | null;
  } catch {
    return null;
  }
}

const notSent =
  "The file could not be sent. Nothing was kept; try again when the connection is back.";

/** Asks for the answer of the action itself, without a page around it. */
async function sendFile(address: string, card: string, file: File): Promise<string | null> {
  const form = new FormData();
  form.set("card", card);
  form.set("file", file);
  try {
    const response = await fetch(address, { method: "post", body: form });
    if (response.status === 413) return "The file is larger than 15 MB. Nothing was kept.";
    const { message } = z.object({ message: z.string().nullable() }).parse(await response.json());
    return message;
  } catch {
    return notSent;
  }
}

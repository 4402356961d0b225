import { useEffect, useState, type ReactNode } from "react";
import { z } from "zod";

import { PeopleInRoomsContext, type PeopleInRooms } from "~/components/desk/people-in-rooms";

/** Rooms that are asked about at once; the address of the question has to stay short. */
export const mostRooms = 200;
/** Milliseconds between two questions. */
const askEvery = 4_000;

const answer = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })),
);

/**
 * Tells the rows of the page inside who is in their rooms now, in one question for all of them, again and again while
 * the page can be seen. Where there is no answer nobody is shown: who was there a minute ago may be gone.
 */
export function PeopleInRoomsProvider({
  claimIds,
  children,
}: {
  claimIds: readonly string[];
  children: ReactNode;
}) {
  const [people, setPeople] = useState<PeopleInRooms>({});
  const asked = claimIds.slice(0, mostRooms).join(",");
  useEffect(() => {
    if (asked === "") return;
    return askAgainAndAgain(asked, (told) =>
      // The same people are the same value, so that nothing is drawn anew for them.
      setPeople((known) => (JSON.stringify(known) === JSON.stringify(told) ? known : told)),
    );
  }, [asked]);
  return <PeopleInRoomsContext.Provider value={people}>{children}</PeopleInRoomsContext.Provider>;
}

/** Asks at once and then every few seconds while the page can be seen. Returns the way to end it. */
function askAgainAndAgain(asked: string, tell: (people: PeopleInRooms) => void): () => void {
  const ending = new AbortController();
  let isAsking = false;
  const ask = async () => {
    if (isAsking || document.visibilityState !== "visible") return;
    isAsking = true;
    const told = await whoIsIn(asked, ending.signal);
    isAsking = false;
    if (ending.signal.aborted) return;
    tell(told === "signed out" ? {} : told);
    if (told === "signed out") end();
  };
  const end = () => {
    ending.abort();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
  };
  const timer = setInterval(() => void ask(), askEvery);
  document.addEventListener("visibilitychange", ask);
  void ask();
  return end;
}

async function whoIsIn(asked: string, signal: AbortSignal): Promise<PeopleInRooms | "signed out"> {
  try {
    const response = await fetch(`/desk/presence?claims=${asked}`, { signal });
    if (response.status === 401) return "signed out";
    return response.ok ? answer.parse(await response.json()) : {};
  } catch {
    return {};
  }
}

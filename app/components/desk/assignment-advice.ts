import { createContext, useContext, useEffect, useState } from "react";

import type { Assignable } from "~/domain/assignment/suggest-reviewers";

/** Asks who can be given these claims; null when it cannot be found out. */
export type AskAssignable = (
  claimIds: readonly string[],
  signal: AbortSignal,
) => Promise<Assignable[] | null>;

export const AssignmentAdviceContext = createContext<AskAssignable>(async () => null);

/** Who can be given these claims: undefined while it is being asked, null when there is no answer. */
export function useAssignable(claimIds: readonly string[]): Assignable[] | null | undefined {
  const ask = useContext(AssignmentAdviceContext);
  const asked = claimIds.join(",");
  const [known, setKnown] = useState<{ asked: string; people: Assignable[] | null }>();
  useEffect(() => {
    if (asked === "") return;
    const ending = new AbortController();
    void ask(asked.split(","), ending.signal).then((people) => {
      if (!ending.signal.aborted) setKnown({ asked, people });
    });
    return () => ending.abort();
  }, [ask, asked]);
  if (asked === "") return null;
  return known?.asked === asked ? known.people : undefined;
}

import { useCallback, useMemo, useState, type ReactNode } from "react";
import { z } from "zod";

import {
  LanguageModelContext,
  type SuggestionAsked,
  type SuggestionState,
} from "~/components/desk/language-model";
import { suggestionKinds } from "~/domain/claim/suggestion/suggestion";

const made = z.object({
  id: z.string(),
  kind: z.enum(suggestionKinds),
  model: z.string(),
  statements: z.array(z.object({ statement: z.string(), quote: z.string() })),
  dropped: z.array(z.object({ statement: z.string(), why: z.string() })),
});
const refused = z.object({ message: z.string() });

const unreachable =
  "The desk could not be reached. Nothing was changed; what you typed is still here. Try again.";

/**
 * Asks for suggestions on behalf of the page inside. Not by a form of the page: a question that gets no answer must
 * never take away what somebody is typing.
 */
export function LanguageModelProvider({
  name,
  children,
}: {
  name: string | null;
  children: ReactNode;
}) {
  const [states, setStates] = useState<ReadonlyMap<string, SuggestionState>>(new Map());
  const ask = useCallback((question: SuggestionAsked) => {
    const set = (state: SuggestionState) =>
      setStates((before) => new Map(before).set(keyOf(question), state));
    set({ state: "asking" });
    void answerTo(question).then(set);
  }, []);
  const desk = useMemo(
    () =>
      name === null
        ? null
        : {
            name,
            ask,
            of: (question: SuggestionAsked): SuggestionState =>
              states.get(keyOf(question)) ?? { state: "none" },
          },
    [name, ask, states],
  );
  return <LanguageModelContext.Provider value={desk}>{children}</LanguageModelContext.Provider>;
}

const keyOf = ({ claimId, version, kind }: SuggestionAsked) => `${claimId} ${version} ${kind}`;

async function answerTo({ claimId, kind }: SuggestionAsked): Promise<SuggestionState> {
  try {
    const response = await fetch(`/desk/claims/${claimId}/suggestion`, {
      method: "POST",
      body: new URLSearchParams({ kind }),
    });
    const body: unknown = await response.json();
    if (response.ok) return { state: "made", suggestion: made.parse(body) };
    return { state: "failed", message: refused.parse(body).message };
  } catch {
    return { state: "failed", message: unreachable };
  }
}

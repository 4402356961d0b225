import { useCallback, useEffect, useState } from "react";
import { z } from "zod";

import { reviewDraftSchema } from "~/domain/verdict/verdict";

const answer = z.object({
  n: z.number().int(),
  /** ISO 8601. */
  at: z.string(),
  draft: reviewDraftSchema,
});

export type LoadedVersion = z.infer<typeof answer>;

export type VersionLoad =
  | { state: "loading" }
  | { state: "missing" }
  | { state: "failed"; again: () => void }
  | { state: "loaded"; version: LoadedVersion };

/**
 * An earlier version of a review. Fetched beside the page's own data, since a load of those that fails would put an
 * error page in place of the editor.
 */
export function useVersion(claimId: string, n: string): VersionLoad {
  const [tries, setTries] = useState(0);
  const [got, setGot] = useState<{ key: string; load: VersionLoad } | null>(null);
  const key = `${claimId} ${n} ${tries}`;
  const again = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => {
    const leaving = new AbortController();
    const address = `/desk/claims/${claimId}/versions/${encodeURIComponent(n)}`;
    fetch(address, { signal: leaving.signal, headers: { Accept: "application/json" } })
      .then(async (response): Promise<VersionLoad> => {
        if (response.status === 404) return { state: "missing" };
        if (!response.ok) return { state: "failed", again };
        return { state: "loaded", version: answer.parse(await response.json()) };
      })
      .catch((): VersionLoad => ({ state: "failed", again }))
      .then((load) => {
        if (!leaving.signal.aborted) setGot({ key, load });
      });
    return () => leaving.abort();
  }, [again, claimId, key, n]);
  return got?.key === key ? got.load : { state: "loading" };
}

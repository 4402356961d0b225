import type { Claim } from "~/domain/claim/claim";

interface ReadClaim {
  claim: Pick<Claim, "id" | "version">;
}

/** Reads before what was read last is taken as it is: somebody takes one step after the other. */
const mostReads = 3;

/**
 * What a page shows of a claim, all of it of one version. It is read in several questions; a step that is taken between
 * them would put what follows from it beside the claim as it was before, and the next step that the page offers would be
 * refused as out of date.
 */
export async function atOneVersion<T extends ReadClaim>(
  read: () => Promise<T>,
  versionNow: (claimId: string) => Promise<number | null>,
): Promise<T> {
  for (let reads = 1; ; reads += 1) {
    const page = await read();
    if (reads === mostReads || (await versionNow(page.claim.id)) === page.claim.version) {
      return page;
    }
  }
}

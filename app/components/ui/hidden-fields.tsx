export interface ClaimReference {
  id: string;
  version: number;
}

/** Says which step a form takes, on which claim, and which version of it the person was looking at. */
export function ClaimFields({ intent, claim }: { intent: string; claim: ClaimReference }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
    </>
  );
}

import type { z } from "zod";

import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { acceptInviteInput } from "./manage-people";
import type { Ports } from "./ports";

/** Makes the account of somebody who holds the link of an invitation, with the role that it gives. */
export async function acceptInvite(
  ports: Ports,
  token: string,
  { name, password }: z.infer<typeof acceptInviteInput>,
): Promise<Result<{ email: string }, Refusal>> {
  // Asked first: an account that was made before the database refuses would use the address up.
  const readOnly = await ports.desk.readOnly();
  if (readOnly !== null) {
    return fail({
      kind: "read_only",
      message: `The desk is read-only at the moment: ${readOnly.reason} The invitation stays good; try again later.`,
    });
  }
  return ports.invitations.accept(token, { name, password });
}

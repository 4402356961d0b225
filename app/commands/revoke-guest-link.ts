import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const revokeGuestLinkInput = z.object({ linkId: z.uuid() });

/** Takes the link of an expert back. The store knows whether this person asks about its claim. */
export async function revokeGuestLink(
  ports: Ports,
  person: Person,
  { linkId }: z.infer<typeof revokeGuestLinkInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "desk.enter")) return fail({ kind: "not_found", what: "link" });
  return ports.guests.revoke(linkId);
}

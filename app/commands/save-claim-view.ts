import { z } from "zod";

import { filterFromQuery, listAddress, lookFromQuery } from "~/domain/claim/list/claim-filter";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const saveClaimViewInput = z.object({
  viewId: z.uuid(),
  name: z.string().trim().min(1, "Give the view a name.").max(60, "A name has up to 60 letters."),
  query: z.string().max(2000),
  shared: z.literal("on").optional(),
});

/** Keeps the query of a list under a name, for oneself or for the whole desk. Kept is only what means something. */
export async function saveClaimView(
  ports: Ports,
  person: Person,
  { viewId, name, query, shared }: z.infer<typeof saveClaimViewInput>,
): Promise<Result<null, Refusal>> {
  if (shared && !may(person, "view.share")) {
    return fail({ kind: "forbidden", message: "Only editors share views with the desk." });
  }
  const asked = new URLSearchParams(query);
  const address = listAddress(filterFromQuery(asked), { view: lookFromQuery(asked) });
  return ports.claimViews.save({
    id: viewId,
    name,
    query: address.split("?", 2)[1] ?? "",
    shared: shared === "on",
  });
}

import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { instantFromForm } from "~/domain/report/embargo";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { publishReportInput } from "./publish-report";

export const setEmbargoInput = publishReportInput.extend({
  /** As a form has it, in UTC. */
  until: z
    .string()
    .transform(instantFromForm)
    .refine((until) => until !== null, "Choose a date and a time."),
});

/**
 * Sets a time at which the report is published with these words, if what is signed is still what it is now and the gate is
 * open then. Until then nothing of the article is published otherwise. A time that was set before is replaced.
 */
export async function setEmbargo(
  ports: Pick<Ports, "claims" | "embargoes" | "reviews">,
  person: Person,
  { articleId, until, verdicts, ...words }: z.infer<typeof setEmbargoInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "report.publish")) {
    return fail({ kind: "forbidden", message: "Only an editor can publish." });
  }
  if (words.exception && !may(person, "report.override")) {
    return fail({ kind: "forbidden", message: "An exception needs an admin." });
  }
  if (until === null) {
    return fail({ kind: "invalid", fields: { until: ["Choose a date and a time."] } });
  }
  const claims = await ports.claims.these(verdicts.map(({ claimId }) => claimId));
  const seen = await Promise.all(
    verdicts.map(async ({ claimId, version, shortClaim }) => {
      const claim = claims.find(({ id }) => id === claimId);
      const latest = (await ports.reviews.record(claimId)).versions.at(-1);
      const isAsSeen = claim?.version === version && claim.articleId === articleId;
      return isAsSeen && latest ? [{ claimId, shortClaim, contentHash: latest.contentHash }] : [];
    }),
  );
  if (seen.flat().length < verdicts.length) {
    const message =
      "A claim was changed since you opened this page. No time was set, and what you typed is still here. Look at it again.";
    return fail({ kind: "illegal", message });
  }
  return ports.embargoes.set(articleId, until, { ...words, verdicts: seen.flat() });
}

export const cancelEmbargoInput = z.object({ embargoId: z.uuid() });

/** Takes the time away: nothing is published then, and it can be published now. */
export async function cancelEmbargo(
  { embargoes }: Pick<Ports, "embargoes">,
  person: Person,
  { embargoId }: z.infer<typeof cancelEmbargoInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "report.publish")
    ? embargoes.cancel(embargoId)
    : fail({ kind: "forbidden", message: "Only an editor can publish." });
}

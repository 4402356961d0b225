import { z } from "zod";

import type { Claim } from "~/domain/claim/claim";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { slugFor } from "~/domain/report/slug";
import { fail, type Result } from "~/domain/result";
import type { VerdictContent } from "~/domain/verdict/content";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";

export const publishReportInput = z.object({
  articleId: z.uuid(),
  headline: z.string().trim().min(3, "Write a headline.").max(200),
  summary: z.string().trim().min(3, "Write a summary.").max(1000),
  /** Why whoever checked or signed publishes all the same; readers see it. */
  exception: z.string().trim().max(1000, "Shorten the reason to 1,000 characters.").optional(),
  reason: stepReason,
  verdicts: z
    .array(
      z.object({
        claimId: z.uuid(),
        version: z.coerce.number().int(),
        shortClaim: z
          .string()
          .trim()
          .min(3, "Write the claim in a short form.")
          .max(300, "Shorten it to 300 characters; 75 is better."),
      }),
    )
    .min(1, "There is no approved verdict to publish."),
});

/**
 * Publishes the approved verdicts of an article: the public copies, the states and the trail in one transaction. The
 * report keeps its address when later verdicts are added to it.
 */
export async function publishReport(
  ports: Ports,
  person: Person,
  input: z.infer<typeof publishReportInput>,
): Promise<Result<{ slug: string }, Refusal>> {
  if (!may(person, "report.publish")) {
    return fail({ kind: "forbidden", message: "Only an editor can publish." });
  }
  const { articleId, headline, summary, exception, reason } = input;
  if (exception && !may(person, "duties.except")) {
    return fail({ kind: "forbidden", message: "An exception needs an admin." });
  }
  const lacking = await lackingSources(ports, input.verdicts);
  if (lacking !== null) return fail({ kind: "illegal", message: lacking });
  const result = await ports.reports.publish(articleId, {
    slug: (await ports.reports.slugOfArticle(articleId)) ?? slugFor(headline, articleId),
    headline,
    summary,
    ...(exception && { exception }),
    ...(reason && { reason }),
    verdicts: input.verdicts.map((verdict) => ({
      ...verdict,
      slug: slugFor(verdict.shortClaim, verdict.claimId),
    })),
  });
  if (result.ok) {
    for (const { claimId } of input.verdicts) ports.documents.rightsChanged(claimId);
    ports.publicLog.grown();
  }
  return result;
}

/** What is still missing of the sources of these verdicts, in words; null when nothing is. */
async function lackingSources(
  ports: Ports,
  verdicts: z.infer<typeof publishReportInput>["verdicts"],
): Promise<string | null> {
  const found = await Promise.all(
    verdicts.map(async ({ claimId, shortClaim }) => {
      const content = (await ports.reviews.record(claimId)).versions.at(-1)?.content;
      const unmet = content ? unmetOf(content) : [];
      return unmet.length === 0 ? [] : [`“${shortClaim}”: ${unmet.join(" ")}`];
    }),
  );
  const named = found.flat();
  if (named.length === 0) return null;
  return `Nothing was published. Reopen the review and complete what is said of the sources. ${named.join(" ")}`;
}

/** What a verdict's sources lack before it can be published. */
export const unmetOf = ({
  evidence,
  sourcing,
}: Pick<VerdictContent, "evidence" | "sourcing">): string[] =>
  sourcingChecks(evidence, sourcing).flatMap(({ met, words }) => (met ? [] : [words]));

/** One condition of publication, and what to do when it is not met. */
export interface GateCheck {
  met: boolean;
  label: string;
  remedy: string;
}

/**
 * What must hold before these claims can be published by this person. The database checks it again.
 *
 * @param signedAny whether this person signed a verdict of the report.
 * @param lacking how many of them lack something of their sources.
 * @param uncleared how many of them are not cleared, where the desk publishes only what is; null where it does not ask.
 */
export function publishGate(
  person: Person,
  claims: Claim[],
  signedAny: boolean,
  lacking: number,
  uncleared: number | null = null,
): GateCheck[] {
  const approved = claims.filter((claim) => claim.state === "approved");
  const own = approved.filter(
    (claim) => claim.leadId === person.id || claim.secondId === person.id,
  );
  return [
    {
      met: approved.length > 0,
      label: "At least one verdict is approved and signed",
      remedy: "Have a claim reviewed, decided a second time and signed.",
    },
    {
      met: own.length === 0,
      label: "You did not check these claims yourself",
      remedy: "Ask another editor to publish.",
    },
    {
      met: !signedAny,
      label: "You signed none of the report’s verdicts",
      remedy: "Ask another editor to publish; whoever settled a dispute has signed.",
    },
    {
      met: lacking === 0,
      label:
        "Every verdict has two independent sources or a reason for one, and a look for the other side",
      remedy: `${lacking === 1 ? "1 verdict lacks" : `${lacking} verdicts lack`} some of it. The approval lane says which; reopen the review and add it.`,
    },
    ...(uncleared === null
      ? []
      : [
          {
            met: uncleared === 0,
            label: "An editor has cleared every verdict",
            remedy: `${uncleared === 1 ? "1 verdict is" : `${uncleared} verdicts are`} not cleared. Clear them in the approval lane.`,
          },
        ]),
  ];
}

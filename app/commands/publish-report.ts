import { z } from "zod";

import type { Claim } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import {
  closedBy,
  exceptionsFor,
  unmetOverridable,
  type GateCheck,
} from "~/domain/report/gate-check";
import { publishGate } from "~/domain/report/publish-gate";
import { slugFor } from "~/domain/report/slug";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { readGateFacts } from "./read-gate-facts";
import { stepReason } from "./step-reason";

export const publishReportInput = z.object({
  articleId: z.uuid(),
  headline: z.string().trim().min(3, "Write a headline.").max(200),
  summary: z.string().trim().min(3, "Write a summary.").max(1000),
  /** Why it is published although a check of the gate is not met; readers see it. */
  exception: z.string().trim().max(1000, "Shorten the reason to 1,000 characters.").optional(),
  reason: stepReason,
  /** In which order readers find the verdicts of the report, by claim, those that are out already among them. */
  order: z.array(z.uuid()).max(500).optional(),
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

export type PublishReportInput = z.infer<typeof publishReportInput>;

/**
 * Publishes the approved verdicts of an article: the public copies, the states and the trail in one transaction. The
 * report keeps its address when later verdicts are added to it.
 */
export async function publishReport(
  ports: Ports,
  person: Person,
  input: PublishReportInput,
): Promise<Result<{ slug: string }, Refusal>> {
  if (!may(person, "report.publish")) {
    return fail({ kind: "forbidden", message: "Only an editor can publish." });
  }
  const { articleId, headline, summary, exception, reason, order } = input;
  if (exception && !may(person, "report.override")) {
    return fail({ kind: "forbidden", message: "An exception needs an admin." });
  }
  const passed = await passGate(ports, person, input);
  if (!passed.ok) return passed;
  const isExcepted = exception && unmetOverridable(passed.value).length > 0;
  const result = await ports.reports.publish(articleId, {
    slug: (await ports.reports.slugOfArticle(articleId)) ?? slugFor(headline, articleId),
    headline,
    summary,
    ...(isExcepted && { exception }),
    ...(reason && { reason }),
    ...(order && { order }),
    verdicts: input.verdicts.map((verdict) => ({
      ...verdict,
      slug: slugFor(verdict.shortClaim, verdict.claimId),
      excepts: exceptionsFor(passed.value, verdict.claimId),
    })),
  });
  if (result.ok) {
    for (const { claimId } of input.verdicts) ports.documents.rightsChanged(claimId);
    ports.publicLog.grown();
  }
  return result;
}

/**
 * The gate, when it is open for this person or they may go past it. A claim that has moved on meanwhile is left to the
 * database, which knows who was faster.
 */
async function passGate(
  ports: Ports,
  person: Person,
  { articleId, headline, summary, exception = "", verdicts }: PublishReportInput,
): Promise<Result<GateCheck[], Refusal>> {
  const wanted = new Map(verdicts.map((verdict) => [verdict.claimId, verdict]));
  const claims = await ports.claims.ofArticle(articleId);
  const isAsSeen = ({ id, state, version }: Claim) =>
    state === "approved" && wanted.get(id)?.version === version;
  const inPlace = claims.filter(isAsSeen);
  if (inPlace.length < wanted.size) return ok([]);
  const today = new Date().toISOString().slice(0, 10);
  const { facts } = await readGateFacts(ports, person, claims, inPlace, today);
  const shortClaims = Object.fromEntries(
    verdicts.map(({ claimId, shortClaim }) => [claimId, shortClaim]),
  );
  const gate = publishGate(facts, { headline, summary, shortClaims });
  const unmet = closedBy(gate, facts, exception);
  if (unmet.length === 0) return ok(gate);
  // What was read while somebody else moved a claim may be half before and half after that.
  const after = await ports.claims.these([...wanted.keys()]);
  return after.every(isAsSeen) ? fail(closed(unmet, facts.mayOverride)) : ok([]);
}

/** Checks about who publishes are a matter of right, all others of what is there. */
const aboutThePublisher = ["conflict", "own_work", "signed_none"];

function closed(unmet: readonly GateCheck[], mayOverride: boolean): Refusal {
  const said = unmet.map(({ label, remedy }) => `Not met: ${label}. ${remedy}`).join(" ");
  const canPass = mayOverride && unmet.every(({ weight }) => weight === "overridable");
  const message = `Nothing was published. ${said}${canPass ? " Or write why you publish all the same." : ""}`;
  const kind = unmet.some(({ id }) => aboutThePublisher.includes(id)) ? "forbidden" : "illegal";
  return { kind, message };
}

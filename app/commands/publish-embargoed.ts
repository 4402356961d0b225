import { describeRefusal, type Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import type { DueEmbargo, EmbargoKeeper } from "./ports/embargoes";
import { publishReport, publishReportInput } from "./publish-report";

/** What keeps it from being published for now, and not for good: it is tried again. */
const passing: readonly Refusal["kind"][] = ["read_only", "unavailable"];

/**
 * Publishes what is due, each on the word of who set its time: as the publishing command does, with the rights that this
 * person has now and the gate as it stands now. What is refused is not published, and the editors are told why.
 *
 * @param ports with the server's own rights; what is published is published with the person's.
 */
export async function publishDueReports(
  ports: Ports,
  keeper: EmbargoKeeper,
  failed: (error: unknown) => void,
): Promise<void> {
  for (const due of await keeper.due()) {
    try {
      const result = await publishOne(ports, keeper, due);
      if (!result.ok && !passing.includes(result.error.kind)) {
        await keeper.fail(due.id, describeRefusal(result.error));
      }
    } catch (error) {
      // The others are not kept waiting; this one is tried again.
      failed(error);
    }
  }
}

async function publishOne(
  ports: Ports,
  keeper: EmbargoKeeper,
  { id, articleId, report, person }: DueEmbargo,
): Promise<Result<unknown, Refusal>> {
  const { verdicts, ...words } = report;
  const now = await versionsNow(ports, verdicts);
  if (!now.ok) return now;
  const input = publishReportInput.safeParse({ ...words, articleId, verdicts: now.value });
  if (!input.success) {
    const message = input.error.issues.map((issue) => issue.message).join(" ");
    return fail({ kind: "illegal", message });
  }
  const publish: Ports["reports"]["publish"] = async (_article, request) => {
    const done = await keeper.publish(id, request);
    // Somebody was faster, and it is what they made of it.
    return done.ok ? ok(done.value ?? { slug: request.slug }) : done;
  };
  return publishReport({ ...ports, reports: { ...ports.reports, publish } }, person, input.data);
}

/** The claims as they are now, if their content is what was seen when the time was set. */
async function versionsNow(
  ports: Ports,
  verdicts: DueEmbargo["report"]["verdicts"],
): Promise<Result<{ claimId: string; version: number; shortClaim: string }[], Refusal>> {
  const claims = await ports.claims.these(verdicts.map(({ claimId }) => claimId));
  const found = await Promise.all(
    verdicts.map(async ({ claimId, contentHash, shortClaim }) => {
      const claim = claims.find(({ id }) => id === claimId);
      const latest = (await ports.reviews.record(claimId)).versions.at(-1);
      const isSame = claim?.state === "approved" && latest?.contentHash === contentHash;
      return { claimId, shortClaim, version: isSame ? claim.version : null };
    }),
  );
  const changed = found.filter(({ version }) => version === null);
  if (changed.length > 0) {
    const names = changed.map(({ shortClaim }) => `“${shortClaim}”`).join(", ");
    const message = `Nothing was published: since the time was set, the verdict was reopened, changed or published on ${names}.`;
    return fail({ kind: "illegal", message });
  }
  return ok(
    found.flatMap(({ version, ...one }) => (version === null ? [] : [{ ...one, version }])),
  );
}

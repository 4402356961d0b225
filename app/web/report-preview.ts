import type { Ports } from "~/commands/ports";
import type { ApprovedClaim } from "~/commands/read-gate-facts";
import type { Person } from "~/domain/people/person";
import { previewReport, type PreviewedVerdict } from "~/domain/report/preview-report";
import type { Credit, Report } from "~/domain/report/report";

import { openComposition } from "./composer-page";

/** The report of an article as readers would find it with what its editors have written so far. */
export async function openPreview(ports: Ports, person: Person, id: string): Promise<Report> {
  const { article, approved, report, draft } = await openComposition(ports, person, id);
  const verdicts = await Promise.all(approved.map((one) => readVerdict(ports, one)));
  return previewReport({
    ...{ articleId: article.id, version: article.latest, demo: article.demo },
    ...{ draft: draft.content, published: report, publishedBy: person.name },
    verdicts: verdicts.flatMap((verdict) => verdict ?? []),
    now: new Date().toISOString(),
  });
}

/** Null for what this person may not read. */
async function readVerdict(
  ports: Ports,
  { claim, latest }: ApprovedClaim,
): Promise<PreviewedVerdict | null> {
  if (latest === null) return null;
  const [record, replies, votes] = await Promise.all([
    ports.reviews.record(claim.id),
    ports.replies.ofClaim(claim.id),
    ports.disputes.votes(claim.id),
  ]);
  const submitted = record.versions.findLast(({ origin }) => origin === "submission") ?? latest;
  const second = record.secondVerdicts.at(-1);
  const settled = record.adjudications.find(({ versionId }) => versionId === latest.id);
  const carried = votes.filter(
    ({ versionId, round, rating }) =>
      versionId === settled?.disputedVersionId &&
      round === settled.round &&
      rating === settled.finalRating,
  );
  const names = await ports.people.names([
    ...[submitted.submittedBy, ...(second ? [second.by] : []), ...(settled ? [settled.by] : [])],
    ...carried.map(({ by }) => by),
  ]);
  const named = (by: string) => names.get(by) ?? "A former colleague";
  const credits: Credit[] = [
    { capacity: "lead", name: named(submitted.submittedBy), at: submitted.submittedAt },
    ...(second
      ? [
          {
            ...{ capacity: "second" as const, name: named(second.by) },
            ...{ at: second.decidedAt, blind: second.blind },
          },
        ]
      : []),
    ...(settled?.how === "adjudicated"
      ? [{ capacity: "adjudicator" as const, name: named(settled.by), at: settled.decidedAt }]
      : []),
    ...carried.map(({ by, castAt }) => ({
      ...{ capacity: "voter" as const, name: named(by), at: castAt },
    })),
  ];
  return {
    ...{ claimId: claim.id, latest, credits, exceptions: [] },
    settlement:
      settled === undefined || settled.how === "adjudicated"
        ? null
        : { how: settled.how, votes: carried.length, dissents: [] },
    replies: replies.map(({ asked, channel, askedOn, dueOn, answer }) => ({
      ...{ asked, channel, askedOn, dueOn },
      answer: answer && {
        ...{ kind: answer.kind, words: answer.words, answeredOn: answer.answeredOn },
      },
    })),
  };
}

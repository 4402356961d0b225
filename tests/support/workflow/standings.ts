import { askRetraction } from "~/commands/ask-retraction";
import { clearVerdict } from "~/commands/clear-verdict";
import { correctVerdict } from "~/commands/correct-verdict";
import { publishReport } from "~/commands/publish-report";
import type { ClaimState } from "~/domain/review/workflow";

import { value, type TestDesk } from "../desk";
import { bringTo, decideOn, reread, type Cast } from "../review-steps";
import { copyClaim } from "./copy-claim";

/**
 * Where a claim can stand: its state; in second review whether the second verdict was given, approved whether it is cleared,
 * and whether what is reviewed is a correction of what was published.
 */
export const standings = [
  "proposed",
  "dismissed",
  "open",
  "in_review",
  "second_review",
  "second_review, decided",
  "disputed",
  "approved",
  "approved, cleared",
  "published",
  "being_corrected",
  "in_review, corrected",
  "retracted",
  "second_review, corrected",
  "disputed, corrected",
  "approved, corrected",
] as const satisfies readonly (ClaimState | `${ClaimState}, ${string}`)[];
export type Standing = (typeof standings)[number];

export const isCleared = (standing: Standing): boolean => standing === "approved, cleared";

export const isDecided = (standing: Standing): boolean => !undecided.includes(standing);
const undecided: readonly Standing[] = [
  "proposed",
  "dismissed",
  "open",
  "in_review",
  "second_review",
  "in_review, corrected",
  "second_review, corrected",
];

/** One claim of one article in each standing, brought there by the people's own commands. */
export async function oneInEach(
  desk: TestDesk,
  people: Cast,
  articleId: string,
  proposed: string,
): Promise<Record<Standing, string>> {
  const { editor, second } = people;
  /** The next one begins where the one before it stands. */
  const from = async (source: string, state: Parameters<typeof bringTo>[3]) => {
    const id = await copyClaim(desk.sql, source);
    await bringTo(desk, people, id, state);
    return id;
  };
  const open = await from(proposed, "open");
  const inReview = await from(open, "in_review");
  const waiting = await from(inReview, "second_review");
  const decided = await copyClaim(desk.sql, waiting);
  await decideOn(second, await reread(second, decided), "mostly_true");
  const approved = await from(decided, "approved");
  const publish = async (claimId: string, ofArticle: string) =>
    value(
      await publishReport(editor.ports, editor.person, {
        articleId: ofArticle,
        headline: "The bridge vote",
        summary: "What the council decided.",
        verdicts: [
          {
            claimId,
            version: (await reread(editor, claimId)).version,
            shortClaim: "The bridge was rejected",
          },
        ],
      }),
    );
  const published = await copyClaim(desk.sql, approved);
  const cleared = await copyClaim(desk.sql, approved);
  const { version } = await reread(editor, cleared);
  const contentHash = (await editor.ports.reviews.record(cleared)).versions.at(-1)?.contentHash;
  const at = { claimId: cleared, version, contentHash: contentHash ?? "" };
  value(await clearVerdict(editor.ports, editor.person, at));
  await publish(published, articleId);
  const follow = async (source: string, action: "correct" | "retract") => {
    const id = await copyClaim(desk.sql, source);
    const { version } = await reread(editor, id);
    const at = { claimId: id, version, reason: "A source was withdrawn" };
    if (action === "retract") value(await askRetraction(people.lead.ports, people.lead.person, at));
    value(await correctVerdict(editor.ports, editor.person, { ...at, action }));
    return id;
  };
  const corrected = await follow(published, "correct");
  // Of a report of its own: whoever settles this dispute signs, and could publish nothing more of the other report.
  const apart = await desk.newClaim(editor);
  await bringTo(desk, people, apart.claim.id, "approved");
  await publish(apart.claim.id, apart.articleId);
  const writtenAgain = await from(corrected, "in_review");
  const waitingAgain = await from(writtenAgain, "second_review");
  return {
    proposed,
    dismissed: await from(proposed, "dismissed"),
    open,
    in_review: inReview,
    second_review: waiting,
    "second_review, decided": decided,
    disputed: await from(waiting, "disputed"),
    approved,
    "approved, cleared": cleared,
    published,
    being_corrected: corrected,
    "in_review, corrected": writtenAgain,
    retracted: await follow(published, "retract"),
    "second_review, corrected": waitingAgain,
    "disputed, corrected": await from(await follow(apart.claim.id, "correct"), "disputed"),
    "approved, corrected": await from(waitingAgain, "approved"),
  };
}

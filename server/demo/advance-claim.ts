import * as Y from "yjs";

import { assignClaim } from "~/commands/assign-claim";
import { editStatement } from "~/commands/edit-statement";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { keepPracticeCases } from "~/commands/keep-practice-cases";
import { publishReport } from "~/commands/publish-report";
import { signOff } from "~/commands/sign-off";
import { submitReview } from "~/commands/submit-review";
import { triageClaim } from "~/commands/triage-claim";
import { writeDraft } from "~/collab/review-document";
import type { Claim } from "~/domain/claim/claim";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { conteCase } from "../../seeds/conte-case";
import type { DemoClaim } from "../../seeds/conte-case/case";
import type { Newsroom } from "../newsroom";
import type { DemoActor, DemoCast } from "./people";
import { expectOk } from "./stage-case";

/** Takes one claim, step by step, to its stage in the case; publication comes after all of them. */
export async function advanceClaim(
  newsroom: Newsroom,
  cast: DemoCast,
  claimId: string,
  demo: DemoClaim,
): Promise<void> {
  for (;;) {
    const claim = await cast.editor.ports.claims.find(claimId);
    if (!claim) throw new Error(`The demo claim ${demo.key} is gone`);
    if (!(await step(newsroom, cast, claim, demo))) return;
  }
}

async function step(
  newsroom: Newsroom,
  cast: DemoCast,
  claim: Claim,
  demo: DemoClaim,
): Promise<boolean> {
  const { editor } = cast;
  const lead = cast[demo.lead];
  const second = cast[demo.second];
  const at = { claimId: claim.id, version: claim.version };
  switch (claim.state) {
    case "proposed": {
      if (claim.statement !== demo.statement) {
        const { statement } = demo;
        expectOk(await editStatement(editor.ports, editor.person, { ...at, statement }));
        return true;
      }
      if (demo.stage === "proposed") return false;
      const action = demo.stage === "dismissed" ? "dismiss" : "accept";
      const reason = demo.stage === "dismissed" ? { reason: demo.dismissalReason } : {};
      expectOk(await triageClaim(editor.ports, editor.person, { ...at, action, ...reason }));
      return demo.stage !== "dismissed";
    }
    case "open":
      if (demo.stage === "open") return false;
      expectOk(
        await assignClaim(editor.ports, editor.person, {
          ...at,
          leadId: lead.person.id,
          secondId: second.person.id,
          dueOn: demo.dueInDays === undefined ? null : dateIn(demo.dueInDays),
          priority: demo.priority,
        }),
      );
      return true;
    case "in_review":
      if (demo.draft) {
        await write(newsroom, lead, claim.id, demo.draft);
        // Whoever writes has the claim open before them.
        await lead.ports.notifications.seeThoseOf(claim.id);
      }
      if (demo.stage === "in_review") return false;
      expectOk(await submitReview(lead.ports, lead.person, at));
      return true;
    case "second_review":
      return secondReview(second, claim, demo);
    default:
      return false;
  }
}

async function secondReview(second: DemoActor, claim: Claim, demo: DemoClaim): Promise<boolean> {
  const { ports, person } = second;
  const at = { claimId: claim.id, version: claim.version };
  if (!demo.secondVerdict) return false;
  await ports.notifications.seeThoseOf(claim.id);
  if (!(await ports.reviews.revealed(claim.id, person.id))) {
    expectOk(await giveSecondVerdict(ports, person, { ...at, ...demo.secondVerdict }));
    return true;
  }
  const latest = (await ports.reviews.record(claim.id)).versions.at(-1);
  if (!latest) throw new Error(`The demo claim ${demo.key} was never submitted`);
  expectOk(await signOff(ports, person, { ...at, contentHash: latest.contentHash }));
  return true;
}

/** Writes a draft as the lead would, unless something is written already. */
async function write(
  newsroom: Newsroom,
  lead: DemoActor,
  claimId: string,
  draft: ReviewDraft,
): Promise<void> {
  // Past the rooms: no room may be open yet, or it would not know of the row.
  const stored = await newsroom.documents.load(claimId);
  if (!stored || stored.head > 0) return;
  const doc = new Y.Doc();
  writeDraft(doc, draft);
  const [outcome] = await newsroom.documents.append([
    {
      claimId,
      author: lead.person.id,
      clientIds: [doc.clientID],
      update: Y.encodeStateAsUpdate(doc),
      edits: 1,
    },
  ]);
  doc.destroy();
  if (!outcome || "refused" in outcome) {
    throw new Error(
      `The demo review of ${claimId} was refused: ${outcome?.refused ?? "no answer"}`,
    );
  }
}

export async function publishCase(
  { editor }: DemoCast,
  articleId: string,
  staged: { claimId: string; demo: DemoClaim }[],
): Promise<void> {
  const wanted = staged.filter(({ demo }) => demo.stage === "published");
  const verdicts = await Promise.all(
    wanted.map(async ({ claimId, demo }) => {
      const claim = await editor.ports.claims.find(claimId);
      return { claimId, version: claim?.version ?? 0, shortClaim: demo.shortClaim };
    }),
  );
  expectOk(
    await publishReport(editor.ports, editor.person, {
      articleId,
      ...conteCase.report,
      verdicts,
    }),
  );
  // Whoever had no part in the demonstration can try their hand on it.
  for (const { claimId } of wanted) {
    expectOk(
      await keepPracticeCases(editor.ports, editor.person, { intent: "mark_case", claimId }),
    );
  }
}

function dateIn(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

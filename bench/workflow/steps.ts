import { adjudicate } from "~/commands/adjudicate";
import { askRetraction } from "~/commands/ask-retraction";
import { assignClaim } from "~/commands/assign-claim";
import { clearVerdict, withdrawClearance } from "~/commands/clear-verdict";
import { concede } from "~/commands/concede";
import { correctVerdict } from "~/commands/correct-verdict";
import { editStatement } from "~/commands/edit-statement";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { handOver } from "~/commands/hand-over";
import { mergeClaims } from "~/commands/merge-claims";
import { publishReport } from "~/commands/publish-report";
import { returnReview } from "~/commands/return-review";
import { signOff } from "~/commands/sign-off";
import { splitClaim } from "~/commands/split-claim";
import { submitReview } from "~/commands/submit-review";
import { takeOffer } from "~/commands/take-offer";
import { triageClaim } from "~/commands/triage-claim";
import { voteOnDispute } from "~/commands/vote-on-dispute";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { DisputeWay } from "~/domain/review/review-rules";
import type { Rating } from "~/domain/verdict/rating";

import type { Actor } from "../../tests/support/desk";
import { completeDraft } from "../../tests/support/drafts";
import type { MeasuredWorkflow } from "./cast";

export type ClaimActor = Actor;

/** One step of one claim, by a person's own command. `prepare` is not measured. */
export interface MeasuredStep {
  action: string;
  prepare?: (claimId: string) => Promise<void>;
  take: (at: { claimId: string; version: number }) => Promise<Result<unknown, Refusal>>;
}

type Steps = MeasuredStep[];

/** Ways through a claim's life; each begins with a proposed claim. Together they take every action. */
export function ways(cast: MeasuredWorkflow): Record<string, Steps> {
  const { desk, editor, chief, third, lead, second, spare } = cast;
  const reason = "For a reason of this length, as people give one";
  const of = ({ ports, person }: Actor) => [ports, person] as const;

  const accept: MeasuredStep = {
    action: "accept",
    take: (at) => triageClaim(...of(editor), { ...at, action: "accept" }),
  };
  const assign: MeasuredStep = {
    action: "assign",
    take: (at) =>
      assignClaim(...of(editor), {
        ...at,
        ...{ leadId: lead.person.id, secondId: second.person.id, dueOn: null, priority: "normal" },
      }),
  };
  const hand = (by: Actor, to: Actor, action: "hand_over" | "hand_over_second"): MeasuredStep => ({
    action,
    take: (at) => handOver(...of(by), { ...at, action, toId: to.person.id, reason }),
  });
  const submit: MeasuredStep = {
    action: "submit",
    prepare: async (claimId) => desk.setDraft(claimId, completeDraft()),
    take: (at) => submitReview(...of(lead), at),
  };
  const decide = (rating: Rating, action: string): MeasuredStep => ({
    action,
    take: (at) => giveSecondVerdict(...of(second), { ...at, rating, reason }),
  });
  const newest = new Map<string, { hash: string; number: number }>();
  const readNewest = async (claimId: string) => {
    const [row] = await desk.sql<
      { hash: string; number: number }[]
    >`select content_hash as hash, number
      from public.verdict_versions where claim_id = ${claimId} order by number desc limit 1`;
    if (row) newest.set(claimId, row);
  };
  const hashOf = (claimId: string) => newest.get(claimId)?.hash ?? "";
  const sign: MeasuredStep = {
    action: "sign_off",
    prepare: readNewest,
    take: (at) => signOff(...of(second), { ...at, contentHash: hashOf(at.claimId) }),
  };
  const clear: MeasuredStep = {
    action: "clear",
    prepare: readNewest,
    take: (at) => clearVerdict(...of(chief), { ...at, contentHash: hashOf(at.claimId) }),
  };
  const unclear: MeasuredStep = {
    action: "withdraw the clearance",
    take: (at) => withdrawClearance(...of(chief), { ...at, reason }),
  };
  const move = (by: Actor, action: string): MeasuredStep => ({
    action,
    prepare: readNewest,
    take: (at) => concede(...of(by), { ...at, contentHash: hashOf(at.claimId), reason }),
  });
  const settleBy = (way: DisputeWay) =>
    desk.sql`update public.desk_settings set disputes = ${way}`.then(() => undefined);
  const vote = (by: Actor, rating: Rating, action: string): MeasuredStep => ({
    action,
    async prepare(claimId) {
      await settleBy("vote");
      await readNewest(claimId);
    },
    take: (at) =>
      voteOnDispute(...of(by), {
        ...{ ...at, rating, reason, round: 1, mayPublish: true },
        number: newest.get(at.claimId)?.number ?? 1,
      }),
  });
  const back = (by: Actor, action: "return" | "reopen"): MeasuredStep => ({
    action,
    take: (at) => returnReview(...of(by), { ...at, action, reason }),
  });
  const after = (action: "correct" | "uphold" | "retract"): MeasuredStep => ({
    action,
    async prepare(claimId) {
      // A retraction takes two.
      if (action === "retract") await askRetraction(...of(second), { claimId, reason });
    },
    take: (at) => correctVerdict(...of(editor), { ...at, action, reason }),
  });
  const articles = new Map<string, string>();
  const publish: MeasuredStep = {
    action: "publish",
    async prepare(claimId) {
      const claim = await editor.ports.claims.find(claimId);
      articles.set(claimId, claim?.articleId ?? "");
    },
    take: ({ claimId, version }) =>
      publishReport(...of(editor), {
        articleId: articles.get(claimId) ?? "",
        headline: "What the council decided",
        summary: "What the council decided, and what was said of it.",
        verdicts: [{ claimId, version, shortClaim: "The bridge was rejected" }],
      }),
  };
  const takeOver: MeasuredStep = {
    action: "take an offer",
    prepare: async (claimId) => {
      await desk.sql`insert into public.claim_offers (claim_id, idle_since)
        values (${claimId}, now() + interval '1 minute')`;
    },
    take: (at) => takeOffer(...of(spare), at),
  };
  const others = new Map<string, string>();
  return {
    "to publication and retraction": [
      accept,
      assign,
      submit,
      back(second, "return"),
      submit,
      decide("mostly_true", "decide, agreeing"),
      sign,
      clear,
      unclear,
      clear,
      publish,
      after("correct"),
      after("uphold"),
      after("retract"),
    ],
    "through a dispute": [
      accept,
      assign,
      submit,
      decide("false", "decide, differing"),
      {
        action: "adjudicate",
        prepare: () => settleBy("editor"),
        take: (at) => adjudicate(...of(chief), { ...at, rating: "false", reason }),
      },
      back(editor, "reopen"),
    ],
    "through a concession of the lead": [
      accept,
      assign,
      submit,
      decide("false", "decide, differing"),
      move(lead, "concede, as lead"),
      sign,
    ],
    "through a concession of the second reviewer": [
      accept,
      assign,
      submit,
      decide("false", "decide, differing"),
      move(second, "concede, as second"),
    ],
    "through a vote": [
      accept,
      assign,
      submit,
      decide("false", "decide, differing"),
      vote(editor, "half_true", "vote"),
      vote(chief, "false", "vote"),
      vote(third, "false", "vote that carries"),
    ],
    "from hand to hand": [
      accept,
      assign,
      hand(second, chief, "hand_over_second"),
      hand(lead, second, "hand_over"),
      takeOver,
    ],
    "laid aside": [
      {
        action: "edit statement",
        take: (at) =>
          editStatement(...of(editor), {
            ...at,
            statement: `The bridge was voted down, ${at.claimId}.`,
          }),
      },
      {
        action: "dismiss",
        take: (at) =>
          triageClaim(...of(editor), { ...at, action: "dismiss", kind: "other", reason }),
      },
      {
        action: "restore",
        take: (at) => triageClaim(...of(editor), { ...at, action: "restore" }),
      },
      {
        action: "merge",
        async prepare(claimId) {
          const [row] = await desk.sql<{ id: string }[]>`
            select o.id from public.claims c join public.claims o on o.article_id = c.article_id and o.id <> c.id
              and o.state in ('proposed', 'open') where c.id = ${claimId} limit 1`;
          if (!row) throw new Error("No claim to merge into");
          others.set(claimId, row.id);
        },
        take: (at) =>
          mergeClaims(...of(editor), { ...at, withClaimId: others.get(at.claimId) ?? "" }),
      },
    ],
    split: [
      {
        action: "split",
        // What is generated quotes words that stand in no article.
        prepare: async (claimId) => {
          await desk.sql`update public.claims c set exact = substr(v.text, 1, 46), start_offset = 0, end_offset = 46,
            prefix = '', suffix = '' from public.article_versions v where v.id = c.article_version_id and c.id = ${claimId}`;
        },
        take: (at) =>
          splitClaim(...of(editor), {
            ...at,
            statements: ["One half of it.", "Another half of it."],
          }),
      },
    ],
  };
}

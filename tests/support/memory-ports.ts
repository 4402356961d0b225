import type { ClaimStep, Ports } from "~/commands/ports";
import type { Claim } from "~/domain/claim/claim";
import { ok } from "~/domain/result";
import type { Thread } from "~/domain/review/discussion";
import { transitions } from "~/domain/review/workflow";
import type { ReviewDraft } from "~/domain/verdict/verdict";

const absent = () => Promise.reject(new Error("This test does not need it"));

/** Ports that remember what they were asked, for commands tested without a server. */
export function memoryPorts(claims: Claim[], draft?: ReviewDraft, discussion: Thread[] = []) {
  const steps: ClaimStep[] = [];
  const judgedAgain: string[] = [];
  const ports: Ports = {
    articles: {
      save: absent,
      find: absent,
      list: absent,
      version: async (id) => ({
        id,
        articleId: "a",
        number: 1,
        title: "Weather",
        byline: null,
        outlet: null,
        publishedOn: null,
        language: "en",
        sourceUrl: null,
        fetchedAt: null,
        text: "It rained. It snowed.",
        sha256: "ab".repeat(32),
        createdAt: "2024-02-05T10:00:00Z",
      }),
    },
    claims: {
      find: async (id) => claims.find((claim) => claim.id === id) ?? null,
      these: async (ids) => claims.filter(({ id }) => ids.includes(id)),
      ofArticle: absent,
      assignedTo: absent,
      inStates: absent,
      withoutSomebody: absent,
      declareConflict: absent,
      excludedAsSecond: absent,
      takeOffered: async ({ expectedVersion }) =>
        ok({ state: "in_review", version: expectedVersion + 1 }),
      unreadHandOver: absent,
      seeHandOver: absent,
      propose: async (_version, proposed) => ok(proposed.map(({ anchor }) => anchor.exact)),
      async act(step) {
        steps.push(step);
        const claim = claims.find(({ id }) => id === step.claimId);
        const row = transitions.find(
          ({ from, action }) => from === claim?.state && action === step.action,
        );
        return ok({ state: row?.to ?? "proposed", version: step.expectedVersion + 1 });
      },
    },
    claimList: {
      page: absent,
      counts: absent,
      board: absent,
      news: absent,
      assignable: absent,
    },
    claimViews: { list: absent, save: absent, remove: absent },
    matches: {
      ofClaims: absent,
      decide: absent,
      importChecks: absent,
      lookAgain: () => undefined,
    },
    reviews: { record: absent, revealed: absent, blindView: absent },
    disputes: { votes: absent, remarks: absent, progress: absent, remark: absent },
    notifications: {
      unread: absent,
      page: absent,
      unseenMentions: absent,
      newestUnreadOf: absent,
      see: absent,
      seeThoseOf: absent,
      seeUpTo: absent,
      channels: absent,
      setChannels: absent,
    },
    reminders: { schedule: absent, setSchedule: absent, offers: absent },
    looks: { of: absent },
    help: { open: absent, ofClaim: absent, ask: absent, answer: absent },
    reports: {
      publish: absent,
      list: absent,
      find: absent,
      ofVerdict: absent,
      signedAny: absent,
      slugOfArticle: absent,
      trail: absent,
    },
    people: { reviewers: absent, names: absent },
    audit: { of: absent },
    insights: {
      timeInStage: absent,
      throughput: absent,
      waiting: absent,
      oldest: absent,
      verdicts: absent,
      balance: absent,
      agreement: absent,
    },
    work: { inHand: absent, setLimit: absent, setDefaultLimit: absent },
    staff: {
      list: absent,
      invites: absent,
      invite: absent,
      revokeInvite: absent,
      setRole: absent,
      setDisabled: absent,
      setByline: absent,
    },
    invitations: { find: absent, accept: absent },
    guests: { links: absent, answers: absent, ask: absent, revoke: absent, takeUp: absent },
    guestPages: { open: absent, answer: absent },
    practice: {
      offers: absent,
      find: absent,
      answer: absent,
      outcome: absent,
      record: absent,
      mark: absent,
      end: absent,
      people: absent,
      kept: absent,
    },
    desk: {
      readOnly: async () => null,
      setReadOnly: absent,
      reviewRules: absent,
      setReviewRules: absent,
    },
    documents: {
      read: async () => (draft === undefined ? absent() : { head: 7, draft, discussion }),
      history: async () => [],
      present: () => new Map(),
      rightsChanged: (claimId) => void judgedAgain.push(claimId),
    },
    intake: { fetch: absent, read: absent },
    suggestions: { record: absent, find: absent },
    languageModel: null,
    approvals: {
      lane: absent,
      clearances: absent,
      clear: absent,
      withdraw: absent,
      exceptions: absent,
      publishedHashes: absent,
      isRequired: absent,
      setRequired: absent,
    },
    replies: { ofClaim: absent, ask: absent, answer: absent },
    keyboard: { singleKeys: absent, setSingleKeys: absent },
    originals: { stage: absent, of: absent, bytes: absent, alike: absent },
    tokens: { list: absent, make: absent, revoke: absent },
    tokenIntake: { lookUp: absent, takeIn: absent, lookAgain: () => undefined },
    feeds: {
      list: absent,
      items: absent,
      item: absent,
      add: absent,
      change: absent,
      decide: absent,
    },
  };
  return { ports, steps, judgedAgain };
}

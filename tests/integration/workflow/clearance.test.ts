import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { clearVerdict, withdrawClearance } from "~/commands/clear-verdict";
import { declareConflict } from "~/commands/declare-conflict";
import { noteApprovalLook } from "~/commands/note-approval-look";
import { publishReport } from "~/commands/publish-report";
import { requireClearance } from "~/commands/require-clearance";
import { returnReview } from "~/commands/return-review";
import type { Claim } from "~/domain/claim/claim";
import { standingClearance } from "~/domain/review/clearance";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast & { chief: Actor; admin: Actor };
beforeAll(async () => {
  desk = await startDesk();
  const [chief, admin] = [await desk.join("editor"), await desk.join("admin")];
  people = { ...(await cast(desk)), chief, admin };
});
afterEach(async () => {
  value(await requireClearance(people.admin.ports, people.admin.person, { on: false }));
});
afterAll(() => desk.stop());

async function approved(): Promise<{ articleId: string; claim: Claim }> {
  const { articleId, claim } = await desk.newClaim(people.editor);
  return { articleId, claim: await bringTo(desk, people, claim.id, "approved") };
}

async function newest(claimId: string) {
  const version = (await people.chief.ports.reviews.record(claimId)).versions.at(-1);
  if (!version) throw new Error("Nothing was submitted");
  return version;
}

async function clear(by: Actor, claimId: string, contentHash?: string) {
  const { version } = await reread(people.editor, claimId);
  const hash = contentHash ?? (await newest(claimId)).contentHash;
  return clearVerdict(by.ports, by.person, { claimId, version, contentHash: hash });
}

async function withdraw(by: Actor, claimId: string) {
  const { version } = await reread(people.editor, claimId);
  return withdrawClearance(by.ports, by.person, { claimId, version });
}

async function standing(claimId: string) {
  const known = await people.chief.ports.approvals.clearances([claimId]);
  return standingClearance(known, (await newest(claimId)).id);
}

async function laneOf({ ports }: Actor) {
  const page = { after: null, size: 200 };
  const [waiting, cleared] = [
    await ports.approvals.lane("waiting", page),
    await ports.approvals.lane("cleared", page),
  ];
  return [...waiting.items, ...cleared.items];
}

async function publish(by: Actor, articleId: string, claimId: string) {
  const { version } = await reread(people.editor, claimId);
  return publishReport(by.ports, by.person, {
    articleId,
    headline: "The bridge vote",
    summary: "What the council decided.",
    verdicts: [{ claimId, version, shortClaim: "The bridge was rejected" }],
  });
}

describe("a look in the lane", () => {
  const look = ({ ports, person }: Actor, claimId: string) =>
    noteApprovalLook(ports, person, { claimId });

  it("is kept for who looked alone, and goes on with the visit until a quarter of an hour is over", async () => {
    const { claim } = await approved();
    const { chief, admin, lead } = people;
    expect(await chief.ports.looks.inLane(claim.id)).toBeNull();
    value(await look(chief, claim.id));
    value(await look(chief, claim.id));
    const first = await chief.ports.looks.inLane(claim.id);
    expect(first?.before).toBeNull();
    expect(await admin.ports.looks.inLane(claim.id)).toBeNull();
    await desk.sql`update public.approval_looks set at = at - interval '16 minutes'`;
    const ended = (await chief.ports.looks.inLane(claim.id))?.at;
    value(await look(chief, claim.id));
    value(await look(chief, claim.id));
    const second = await chief.ports.looks.inLane(claim.id);
    expect(second?.before).toBe(ended);
    expect(Date.parse(second?.at ?? "")).toBeGreaterThan(Date.parse(ended ?? ""));
    // Past the command too: who may not read the lane, and what does not stand in it.
    expect(refusal(await look(lead, claim.id)).kind).toBe("forbidden");
    expect(refusal(await lead.ports.looks.noteInLane(claim.id)).kind).toBe("forbidden");
    const other = await desk.newClaim(people.editor);
    expect(refusal(await look(chief, other.claim.id)).kind).toBe("not_found");
  });
});

describe("a clearance", () => {
  it("says which content was cleared, by whom, and leaves the claim approved", async () => {
    const { claim } = await approved();
    value(await clear(people.chief, claim.id));
    const { contentHash, id } = await newest(claim.id);
    expect(await standing(claim.id)).toMatchObject({
      versionId: id,
      contentHash,
      by: people.chief.person.id,
      endedHow: null,
    });
    expect((await reread(people.editor, claim.id)).state).toBe("approved");
    expect(refusal(await clear(people.editor, claim.id)).kind).toBe("illegal");
  });

  it("is of what was read: another hash is refused", async () => {
    const { claim } = await approved();
    expect(refusal(await clear(people.chief, claim.id, "0".repeat(64))).kind).toBe("illegal");
    expect(await standing(claim.id)).toBeNull();
  });

  it("is taken back, and the claim waits again in its old place", async () => {
    const first = await approved();
    const later = await approved();
    value(await clear(people.chief, first.claim.id));
    value(await withdraw(people.chief, first.claim.id));
    expect(await standing(first.claim.id)).toBeNull();
    const lane = (await laneOf(people.chief)).map((item) => item.claimId);
    expect(lane.indexOf(first.claim.id)).toBeLessThan(lane.indexOf(later.claim.id));
    expect(refusal(await withdraw(people.chief, first.claim.id)).kind).toBe("illegal");
  });

  it("is given by nobody who checked or signed the claim, nor by a reviewer", async () => {
    const { claim } = await approved();
    for (const who of ["lead", "second"] as const) {
      expect(refusal(await clear(people[who], claim.id)).kind, who).toBe("forbidden");
    }
    const { claim: proposed } = await desk.newClaim(people.editor);
    const disputed = await bringTo(desk, people, proposed.id, "disputed");
    const at = { claimId: disputed.id, version: disputed.version };
    const { ports, person } = people.chief;
    const settled = { ...at, rating: "false", reason: "The minutes say so" } as const;
    value(await adjudicate(ports, person, settled));
    expect(refusal(await clear(people.chief, disputed.id)).kind).toBe("forbidden");
    value(await clear(people.editor, disputed.id));
    expect(refusal(await withdraw(people.chief, disputed.id)).kind).toBe("forbidden");
  });

  it("is void as soon as the review is reopened, in one step with one entry of the trail", async () => {
    const { claim } = await approved();
    value(await clear(people.chief, claim.id));
    const { id, version } = await reread(people.editor, claim.id);
    const { ports, person } = people.editor;
    const reopen = { claimId: id, version, action: "reopen", reason: "A new source" } as const;
    value(await returnReview(ports, person, reopen));
    const [ended] = await people.chief.ports.approvals.clearances([id]);
    expect(ended?.endedHow).toBe("reopened");
    const events = await people.chief.ports.audit.of("claim", id);
    expect(events.slice(-2).map(({ action }) => action)).toEqual([
      "claim.cleared",
      "review.reopened",
    ]);
    // A second reviewer who decides anew learns nothing of the earlier round.
    await bringTo(desk, people, id, "second_review");
    expect(await people.second.ports.approvals.clearances([id])).toEqual([]);
    await bringTo(desk, people, id, "approved");
    expect(await standing(id)).toBeNull();
  });

  it("is told to who checked the claim, and its end also to who gave it", async () => {
    const { claim } = await approved();
    const { lead, second, chief, editor } = people;
    value(await clear(chief, claim.id));
    value(await withdraw(editor, claim.id));
    value(await clear(chief, claim.id));
    value(await withdraw(chief, claim.id));
    const told = await toldOf(desk, claim.id, { lead, second, chief });
    const ofClearing = ["cleared", "clearance_ended", "cleared", "clearance_ended"];
    expect(told["lead"]?.slice(-4)).toEqual(ofClearing);
    expect(told["second"]?.slice(-4)).toEqual(ofClearing);
    // Nobody is told of what they did themselves.
    expect(told["chief"]).toEqual(["clearance_ended"]);
  });

  it("ends when whoever gave it declares a conflict of interest", async () => {
    const { claim } = await approved();
    value(await clear(people.chief, claim.id));
    const { id, version } = await reread(people.editor, claim.id);
    const { ports, person } = people.chief;
    value(await declareConflict(ports, person, { claimId: id, version, reason: "My brother" }));
    const [ended] = await people.editor.ports.approvals.clearances([id]);
    expect(ended?.endedHow).toBe("conflict");
    const [mine] = await ports.approvals.these([id]);
    expect(mine?.rating).toBeNull();
  });
});

describe("who checked or signed it", () => {
  const except = async (by: Actor, claimId: string, exception: string) => {
    const { version } = await reread(people.editor, claimId);
    const { contentHash } = await newest(claimId);
    return clearVerdict(by.ports, by.person, { claimId, version, contentHash, exception });
  };

  /** Approved through a dispute that this person decided, and so signed. */
  async function settledBy(by: Actor) {
    const { articleId, claim: proposed } = await desk.newClaim(people.editor);
    const { id, version } = await bringTo(desk, people, proposed.id, "disputed");
    const decision = { claimId: id, version, rating: "false", reason: "The minutes" } as const;
    value(await adjudicate(by.ports, by.person, decision));
    return { articleId, id };
  }

  it("clears it with a written reason as an admin, which readers see, and takes it back", async () => {
    const { admin, editor } = people;
    const { articleId, id } = await settledBy(admin);
    expect(refusal(await clear(admin, id)).kind).toBe("forbidden");
    expect(refusal(await except(admin, id, "  ")).kind).toBe("forbidden");
    value(await except(admin, id, "Alone on Sunday, for the first time"));
    value(await withdraw(admin, id));
    value(await except(admin, id, "Nobody else is here on Sunday"));
    const [event] = (await editor.ports.audit.of("claim", id)).slice(-1);
    expect(event).toMatchObject({
      action: "claim.cleared",
      payload: { exception: "Nobody else is here on Sunday" },
    });
    const { slug } = value(await publish(editor, articleId, id));
    const [verdict] = (await desk.anonymous.reports.find(slug))?.verdicts ?? [];
    expect(verdict?.exceptions).toMatchObject([
      { kind: "clearer_checked", reason: "Nobody else is here on Sunday" },
    ]);
  });

  it("is an editor like others once another one cleared it: readers hear of no exception", async () => {
    const { admin, chief, editor } = people;
    const { articleId, id } = await settledBy(admin);
    value(await except(admin, id, "Alone on Sunday"));
    value(await withdraw(chief, id));
    value(await clear(chief, id));
    const { slug } = value(await publish(editor, articleId, id));
    const [verdict] = (await desk.anonymous.reports.find(slug))?.verdicts ?? [];
    expect(verdict?.exceptions).toEqual([]);
  });

  it("gets no exception as an editor, with a conflict of interest, or without needing one", async () => {
    const { admin, chief } = people;
    const own = await settledBy(chief);
    expect(refusal(await except(chief, own.id, "I say so")).kind).toBe("forbidden");
    const { version } = await reread(chief, own.id);
    const { error } = await chief.supabase.rpc("clear_claim", {
      ...{ p_claim: own.id, p_expected: version, p_exception: "I say so" },
      p_hash: (await newest(own.id)).contentHash,
    });
    expect(error?.code).toBe("PT403");
    expect(refusal(await except(admin, own.id, "Not needed")).kind).toBe("illegal");
    const { claim } = await approved();
    const conflict = { claimId: claim.id, version: claim.version, reason: "My brother" };
    value(await declareConflict(admin.ports, admin.person, conflict));
    expect(refusal(await except(admin, claim.id, "All the same")).kind).toBe("forbidden");
  });

  it("tells a second reviewer who decides anew nothing of the exception", async () => {
    const { admin, second, editor } = people;
    const { id } = await settledBy(admin);
    value(await except(admin, id, "It is false, and nobody else is here"));
    expect(await second.ports.approvals.exceptions(id)).toHaveLength(1);
    const { version } = await reread(editor, id);
    const reopen = { claimId: id, version, action: "reopen", reason: "A new source" } as const;
    value(await returnReview(editor.ports, editor.person, reopen));
    await bringTo(desk, people, id, "second_review");
    expect(await second.ports.approvals.exceptions(id)).toEqual([]);
    const told = JSON.stringify(await second.ports.audit.of("claim", id));
    expect(told).not.toContain("nobody else is here");
  });
});

describe("publishing", () => {
  it("needs no clearance unless the desk says so", async () => {
    const { articleId, claim } = await approved();
    value(await publish(people.editor, articleId, claim.id));
  });

  it("needs one where the desk says so, of the very version that goes out", async () => {
    const { articleId, claim } = await approved();
    value(await requireClearance(people.admin.ports, people.admin.person, { on: true }));
    expect(await people.editor.ports.approvals.isRequired()).toBe(true);
    const refused = refusal(await publish(people.editor, articleId, claim.id));
    expect(JSON.stringify(refused)).toContain("1 verdict is not cleared");
    value(await clear(people.chief, claim.id));
    value(await publish(people.editor, articleId, claim.id));
  });

  it("is changed in that by admins alone", async () => {
    const { supabase, ports, person } = people.editor;
    expect(refusal(await requireClearance(ports, person, { on: true })).kind).toBe("forbidden");
    const { error } = await supabase.rpc("set_clearance_required", { p_on: true });
    expect(error?.code).toBe("PT403");
  });
});

it("shows the lane to editors alone", async () => {
  const { claim } = await approved();
  expect(await laneOf(people.lead)).toEqual([]);
  expect((await laneOf(people.chief)).map(({ claimId }) => claimId)).toContain(claim.id);
});

it("keeps single keys as each person sets them", async () => {
  const { lead, second } = people;
  expect(await lead.ports.keyboard.singleKeys()).toBe(true);
  value(await lead.ports.keyboard.setSingleKeys(false));
  expect(await lead.ports.keyboard.singleKeys()).toBe(false);
  expect(await second.ports.keyboard.singleKeys()).toBe(true);
});

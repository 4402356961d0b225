import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { chooseDriftPlace } from "~/commands/choose-drift-place";
import { correctVerdict } from "~/commands/correct-verdict";
import { lookAgain } from "~/commands/look-again";
import { saveArticle } from "~/commands/save-article";
import { dismissDrift, placeDrift } from "~/commands/settle-drift";
import { watchArticle } from "~/commands/watch-article";
import { findPassage } from "~/domain/article/drift/find-passage";
import type { Claim } from "~/domain/claim/claim";
import { loader as place } from "~/routes/desk.claims.$id_.place";

import { createPageFetcher, permitted } from "../../../server/fetch";
import { createPageReader } from "../../../server/intake";
import {
  beginDueLooks,
  doLook,
  looksToDo,
  placeClaims,
  type LookTools,
} from "../../../server/looks";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { pdf } from "../../unit/intake/hostile-files";
import { startNewsSite, type NewsSite } from "../../support/news-site";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let site: NewsSite;
const reader = createPageReader();
beforeAll(async () => {
  [desk, site] = await Promise.all([startDesk(), startNewsSite()]);
  people = await cast(desk);
});
afterAll(async () => {
  await Promise.all([site.stop(), reader.stop()]);
  await desk.stop();
});

const before = [
  "The council of Springfield rejected the new bridge by 31 votes to 12 on Monday evening after four hours.",
  "The mayor, Ann Lee, said that the bridge would have cost the town 40 million dollars over ten years.",
  "Work on the old bridge closed the main road for seven weeks in 2019, according to the town’s engineers.",
  "Residents had collected 9,000 signatures against the plan, which was first presented two years ago.",
];
const otherVotes = before.map((text) => text.replace("31 votes to 12", "29 votes to 14"));

const tools = (limits = {}): LookTools => ({
  sql: desk.sql,
  fetchPage: createPageFetcher({ ...permitted([site.place]), limits }),
  reader,
  sitePause: 0,
});

/** An article that was taken in from the site, with its claim about the votes. */
async function article(as: Actor = people.editor) {
  const path = `/${randomUUID()}`;
  const articleId = randomUUID();
  site.set(path, before);
  value(
    await saveArticle(as.ports, as.person, {
      articleId,
      draft: {
        title: "Council votes on the bridge",
        byline: null,
        outlet: "The Paper",
        publishedOn: "2024-02-05",
        language: "en",
        sourceUrl: site.url + path,
        fetchedAt: "2024-02-05T10:00:00Z",
        text: before.join("\n\n"),
      },
    }),
  );
  const claims = await as.ports.claims.ofArticle(articleId);
  const claim = claims.find(({ anchor }) => anchor.exact.includes("31 votes"));
  if (!claim) throw new Error("The engine proposed no claim about the votes");
  return { articleId, path, claim, claims };
}

/** Asks for a look and does it, as the jobs would. */
async function look(articleId: string, limits = {}) {
  await desk.sql`update public.article_looks set asked_at = asked_at - interval '1 minute',
    ended_at = ended_at - interval '1 minute' where article_id = ${articleId} and ended_at is not null`;
  const { editor } = people;
  const lookId = value(await lookAgain(editor.ports, editor.person, { articleId }));
  await doLook(tools(limits), { lookId });
  const found = (await editor.ports.drift.looks(articleId, 20)).find(({ id }) => id === lookId);
  if (!found) throw new Error("The look is gone");
  return found;
}
const driftOf = async ({ id }: Claim) => people.editor.ports.drift.ofClaim(id);
const numbers = async (articleId: string) =>
  (await people.editor.ports.drift.versions(articleId)).map(({ number }) => number);

describe("an article that is looked at again", () => {
  it("keeps nothing while it says the same, whatever stands around it", async () => {
    const { articleId, claim } = await article();
    expect(await look(articleId)).toMatchObject({ outcome: "unchanged", number: null });
    expect(await look(articleId)).toMatchObject({ outcome: "unchanged" });
    expect(await numbers(articleId)).toEqual([1]);
    expect(await driftOf(claim)).toBeNull();
  });

  it("keeps what it says then beside its own version, and flags the claims whose words changed", async () => {
    const { articleId, path, claim, claims } = await article();
    site.set(path, otherVotes);
    expect(await look(articleId)).toMatchObject({ outcome: "changed", number: 2 });
    const [own, later] = await people.editor.ports.drift.versions(articleId);
    expect(own).toMatchObject({ number: 1, kind: "desk" });
    expect(later).toMatchObject({ number: 2, kind: "found", finalUrl: site.url + path });
    expect(later?.bytesSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await people.editor.ports.drift.texts(articleId, 1, 2)).toEqual({
      before: before.join("\n\n"),
      after: otherVotes.join("\n\n"),
    });
    const drifts = await people.editor.ports.drift.ofArticle(articleId);
    expect(drifts).toHaveLength(claims.length);
    expect(drifts.filter(({ isFlagged }) => isFlagged).map(({ claimId }) => claimId)).toEqual([
      claim.id,
    ]);
    expect(await driftOf(claim)).toMatchObject({ placement: "changed", number: 2, ended: null });
    expect((await driftOf(claim))?.words).toContain("29 votes to 14");
    // Nothing of the claim itself moved, nor the version that a report would take.
    expect((await reread(people.editor, claim.id)).anchor).toEqual(claim.anchor);
    expect((await people.editor.ports.articles.find(articleId))?.latest.number).toBe(1);
  });

  it("is read as the PDF that stands at its address", async () => {
    const { articleId, path, claim } = await article();
    const sent = (lines: string[]) =>
      site.set(path, (response) => {
        response.writeHead(200, { "content-type": "application/octet-stream" });
        response.end(pdf(lines));
      });
    sent(["The council of Springfield rejected the new bridge by 29 votes to 14 on Monday."]);
    expect(await look(articleId)).toMatchObject({ outcome: "changed", number: 2 });
    const texts = await people.editor.ports.drift.texts(articleId, 2, 2);
    expect(texts?.after).toBe(
      "The council of Springfield rejected the new bridge by 29 votes to 14 on Monday.",
    );
    expect(await driftOf(claim)).toMatchObject({ number: 2, isFlagged: true });
    expect(await look(articleId)).toMatchObject({ outcome: "unchanged" });
    site.set(path, (response) => void response.end("%PDF-1.7 nothing"));
    expect(await look(articleId)).toMatchObject({ outcome: "unreadable", number: null });
  });

  it("makes one version of one look that is done twice, and of two people who ask at once", async () => {
    const { articleId, path } = await article();
    site.set(path, otherVotes);
    const { editor, lead } = people;
    const ids = await Promise.all(
      [editor, lead].map(async ({ ports, person }) =>
        value(await lookAgain(ports, person, { articleId })),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const [lookId] = ids;
    await Promise.all([doLook(tools(), { lookId }), doLook(tools(), { lookId })]);
    await doLook(tools(), { lookId });
    expect(await numbers(articleId)).toEqual([1, 2]);
    const { rows } = await desk.sql`select count(*)::int as rows from public.audit_events
      where action = 'article.change_kept' and entity_id = ${articleId}`.then(([row]) => ({
      rows: row?.["rows"],
    }));
    expect(rows).toBe(1);
  });

  it("ends the flag when the words come back, and keeps that as a version too", async () => {
    const { articleId, path, claim } = await article();
    site.set(path, otherVotes);
    await look(articleId);
    site.set(path, before);
    expect(await look(articleId)).toMatchObject({ outcome: "changed", number: 3 });
    expect(await driftOf(claim)).toMatchObject({ placement: "same", isFlagged: false });
    expect((await people.editor.ports.claimList.marks([claim.id])).drifted).toEqual([]);
  });

  it("says that a claim’s words are gone, and does not move it to others", async () => {
    const { articleId, path, claim } = await article();
    site.set(path, before.slice(1));
    await look(articleId);
    expect(await driftOf(claim)).toMatchObject({ placement: "gone", words: null, isFlagged: true });
  });
});

describe("a site that does not show the article", () => {
  const html = { "content-type": "text/html; charset=utf-8" };
  const wall = `<html><head><title>Consent</title></head><body><h1>We value your privacy</h1><p>We and our
    partners use cookies. Accept all or manage your preferences, give or refuse consent to personalised advertising.</p></body></html>`;
  it.each([
    ["gone", (r) => r.writeHead(410, html).end("Gone")],
    ["gone", (r) => r.writeHead(404, html).end("Not found")],
    ["unreachable", (r) => r.writeHead(503, html).end("Later")],
    ["unreachable", (r) => r.destroy()],
    ["wall", (r) => r.writeHead(403, html).end("No")],
    ["wall", (r) => r.writeHead(200, html).end(wall)],
    ["unreadable", (r) => r.writeHead(200, html).end("<html><body></body></html>")],
    ["unreadable", (r) => r.writeHead(200, html).end("<title>Error 500</title><h1>Error 500</h1>")],
  ] satisfies [string, (r: import("node:http").ServerResponse) => unknown][])(
    "is told as %s, and never taken for a change (%#)",
    async (outcome, answer) => {
      const { articleId, path, claim } = await article();
      site.set(path, (response) => void answer(response));
      expect(await look(articleId)).toMatchObject({ outcome, number: null });
      expect(await numbers(articleId)).toEqual([1]);
      expect(await driftOf(claim)).toBeNull();
      expect(await people.editor.ports.drift.watch(articleId)).toMatchObject({ failures: 1 });
    },
  );

  it("answers too late", async () => {
    const { articleId, path } = await article();
    site.set(path, (response) => void setTimeout(() => response.end("late"), 30_000).unref());
    expect(await look(articleId, { totalMs: 300 })).toMatchObject({
      outcome: "unreachable",
      problem: "timeout",
    });
  });

  it("moved it, or leads somewhere else", async () => {
    const { articleId, path } = await article();
    const to = (place: string) =>
      site.set(path, (response) => void response.writeHead(301, { location: place }).end());
    site.set(`${path}-new`, before);
    to(`${path}-new`);
    expect(await look(articleId)).toMatchObject({
      outcome: "moved",
      finalUrl: `${site.url}${path}-new`,
    });
    const front = Array.from(
      { length: 6 },
      (_, n) =>
        `Story number ${n}: football clubs, weather warnings, recipes and horoscopes today.`,
    );
    site.set(`${path}-front`, front);
    to(`${path}-front`);
    expect(await look(articleId)).toMatchObject({ outcome: "elsewhere", number: null });
    expect(await numbers(articleId)).toEqual([1]);
  });
});

describe("a look whose process dies", () => {
  it("is done by the next worker from the start", { timeout: 60_000 }, async () => {
    const { articleId, path } = await article();
    const { editor } = people;
    const lookId = value(await lookAgain(editor.ports, editor.person, { articleId }));
    const [job] = await looksToDo(desk.sql);
    expect(job?.data).toEqual({ lookId });
    site.set(path, () => undefined);
    const script = ["--import", "tsx", join("tests", "support", "look-process.ts")];
    const args = [...script, desk.platform.databaseUrl ?? "", site.place, lookId];
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    await vi.waitFor(() => expect(site.asked(path)).toBe(1), 30_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    const [open] = await editor.ports.drift.looks(articleId, 1);
    expect(open).toMatchObject({ id: lookId, endedAt: null });
    expect(open?.begunAt).not.toBeNull();
    site.set(path, otherVotes);
    // Nobody else is given it while the worker may still be at it.
    expect(await looksToDo(desk.sql)).toEqual([]);
    await desk.sql`update public.article_looks set queued_at = queued_at - interval '20 minutes' where id = ${lookId}`;
    const [again] = await looksToDo(desk.sql);
    expect(again?.id).not.toBe(job?.id);
    await doLook(tools(), again?.data);
    expect(await numbers(articleId)).toEqual([1, 2]);
  });

  it("loses no claim between the version and its claims", async () => {
    const { articleId, path, claim } = await article();
    site.set(path, otherVotes);
    await look(articleId);
    const { editor } = people;
    await desk.sql`alter table public.claim_drifts disable trigger claim_drifts_frozen`;
    await desk.sql`delete from public.claim_drifts where claim_id = ${claim.id}`;
    await desk.sql`alter table public.claim_drifts enable trigger claim_drifts_frozen`;
    expect(await driftOf(claim)).toBeNull();
    await placeClaims(desk.sql);
    await placeClaims(desk.sql);
    expect((await editor.ports.claimList.marks([claim.id])).drifted).toEqual([claim.id]);
  });
});

describe("by schedule", () => {
  it("one site is asked for one article at a time, with a pause between two", async () => {
    const { editor } = people;
    const two = await Promise.all([article(), article()]);
    const ids = await Promise.all(
      two.map(async ({ articleId }) =>
        value(await lookAgain(editor.ports, editor.person, { articleId })),
      ),
    );
    const slowly = { ...tools(), sitePause: 1_000 };
    await Promise.all(ids.map((lookId) => doLook(slowly, { lookId })));
    const rows = await desk.sql<{ begun_at: Date }[]>`
      select begun_at from public.article_looks where id = any (${ids}::uuid[]) order by begun_at`;
    const [first = 0, second = 0] = rows.map(({ begun_at }) => begun_at.getTime());
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it("an article is looked at from when a claim is in review, until nobody is interested", async () => {
    const { articleId, claim } = await article();
    const { editor } = people;
    expect(await editor.ports.drift.watch(articleId)).toBeNull();
    await bringTo(desk, people, claim.id, "in_review");
    const next = Date.parse((await editor.ports.drift.watch(articleId))?.nextLookAt ?? "");
    await beginDueLooks(desk.sql, new Date(next - 60_000));
    expect(await editor.ports.drift.looks(articleId, 5)).toEqual([]);
    await beginDueLooks(desk.sql, new Date(next + 60_000));
    await beginDueLooks(desk.sql, new Date(next + 120_000));
    const [due, ...others] = await editor.ports.drift.looks(articleId, 5);
    expect(others).toEqual([]);
    expect(due).toMatchObject({ askedBy: null, endedAt: null });
    await doLook(tools(), { lookId: due?.id });
    const watch = await editor.ports.drift.watch(articleId);
    expect(Date.parse(watch?.nextLookAt ?? "") - Date.now()).toBeGreaterThan(5 * 3_600_000);

    value(await watchArticle(editor.ports, editor.person, { articleId, mode: "off" }));
    expect(await editor.ports.drift.watch(articleId)).toMatchObject({ nextLookAt: null });
    const byLead = watchArticle(people.lead.ports, people.lead.person, { articleId, mode: "on" });
    expect(refusal(await byLead).kind).toBe("forbidden");
    const { error } = await people.lead.supabase.rpc("set_article_watch", {
      p_article: articleId,
      p_mode: "on",
    });
    expect(error?.code).toBe("PT403");
  });
});

describe("a flagged claim", () => {
  it("in review is told to its lead; out, to the editors as well, and ends by a reason or a correction", async () => {
    const { articleId, path, claim } = await article();
    const approved = await bringTo(desk, people, claim.id, "approved");
    const { editor, lead } = people;
    const publisher = await desk.join("editor");
    value(
      await publisher.ports.reports.publish(articleId, {
        slug: `bridge-${articleId}`,
        headline: "The bridge",
        summary: "What the council decided.",
        verdicts: [
          {
            claimId: claim.id,
            version: approved.version,
            slug: `v-${articleId}`,
            shortClaim: "31 to 12",
          },
        ],
      }),
    );
    const since = () => desk.anonymous.drift.sinceReport(`bridge-${articleId}`);
    expect(await since()).toEqual({ takenAt: "2024-02-05T10:00:00.000Z", changedAt: null });
    site.set(path, otherVotes);
    await look(articleId);
    expect((await since())?.changedAt).not.toBeNull();
    const told = await desk.sql<{ person_id: string }[]>`select person_id from public.notifications
      where claim_id = ${claim.id} and kind = 'article_changed'`;
    expect(told.map(({ person_id }) => person_id)).toEqual(
      expect.arrayContaining([editor.person.id, lead.person.id, publisher.person.id]),
    );
    const waiting = async () =>
      (await editor.ports.drift.published(30)).filter(({ claimId }) => claimId === claim.id);
    expect(await waiting()).toMatchObject([{ articleId, number: 2 }]);

    const driftId = (await driftOf(claim))?.id ?? "";
    const dismiss = { driftId, reason: "The count was corrected, the majority stands." };
    expect(refusal(await dismissDrift(lead.ports, lead.person, dismiss)).kind).toBe("forbidden");
    expect(
      (await lead.supabase.rpc("dismiss_drift", { p_drift: driftId, p_reason: "No, no" })).error
        ?.code,
    ).toBe("PT403");
    value(await dismissDrift(editor.ports, editor.person, dismiss));
    expect(refusal(await dismissDrift(editor.ports, editor.person, dismiss)).kind).toBe("illegal");
    expect(await waiting()).toEqual([]);

    // The same words in a newer version were looked at; others are new.
    site.set(path, [
      ...otherVotes,
      "Correction: an earlier version gave another count of the votes.",
    ]);
    await look(articleId);
    expect(await driftOf(claim)).toMatchObject({
      placement: "changed",
      isFlagged: false,
      number: 3,
    });
    site.set(
      path,
      before.map((text) => text.replace("31 votes to 12", "30 votes to 13")),
    );
    await look(articleId);
    expect(await waiting()).toMatchObject([{ number: 4 }]);
    const published = await reread(editor, claim.id);
    value(
      await correctVerdict(editor.ports, editor.person, {
        claimId: claim.id,
        version: published.version,
        action: "correct",
        reason: "The article gives another count now.",
      }),
    );
    expect(await driftOf(claim)).toMatchObject({ ended: "acted" });
    expect(await waiting()).toEqual([]);
  });

  it("that is not sure is placed by a person", async () => {
    const { articleId, claim } = await article();
    const drift = async () => {
      const [row] = await desk.sql<{ id: string }[]>`
        with l as (insert into public.article_looks (article_id, ended_at, outcome)
            values (${articleId}, now(), 'changed') returning id),
          v as (insert into public.later_versions (article_id, number, look_id, title, final_url, fetched_at,
              bytes_sha256, text, sha256)
            select ${articleId}, 2, l.id, 'T', 'https://x.example/', now(), ${"ab".repeat(32)}, 'Text', '' from l
            returning id)
        insert into public.claim_drifts (claim_id, version_id, placement, score, start_offset, end_offset, words, flagged)
          select ${claim.id}, v.id, 'unsure', 0.6, 0, 4, 'Text', true from v returning id`;
      return row?.id ?? "";
    };
    const { editor } = people;
    const driftId = await drift();
    value(await placeDrift(editor.ports, editor.person, { driftId, decision: "gone" }));
    expect(await driftOf(claim)).toMatchObject({ decided: "gone", ended: null });
    const again = placeDrift(editor.ports, editor.person, { driftId, decision: "here" });
    expect(refusal(await again).kind).toBe("illegal");
  });

  it("whose words are gone is placed at the passage that a person chooses, and never moves", async () => {
    const { articleId, path, claim } = await article();
    const { editor, lead } = people;
    const changed = ["A vote of 29 to 14 ended the plan for a crossing. A vote of 29 to 14!"];
    site.set(path, [...before.slice(1), ...changed]);
    await look(articleId);
    const drift = await driftOf(claim);
    expect(drift).toMatchObject({ placement: "gone", isChosen: false });
    const driftId = drift?.id ?? "";
    const text = (await editor.ports.drift.texts(articleId, 2, 2))?.after ?? "";
    const passageOf = (words: string, near: number | null) => {
      const found = findPassage(text, words, near);
      if (!found.ok) throw new Error(found.error);
      return found.value;
    };
    const found = passageOf("vote of 29 to 14", text.length);
    const choose = (passage: object, { ports, person } = editor) =>
      chooseDriftPlace(ports, person, { driftId, ...found, ...passage });
    expect(refusal(await choose({}, lead)).kind).toBe("forbidden");
    const { error } = await lead.supabase.rpc("choose_drift_place", {
      ...{ p_drift: driftId, p_start: found.start, p_end: found.end, p_words: found.words },
    });
    expect(error?.code).toBe("PT403");
    // Words of another text, of another place, and no words.
    for (const passage of [{ words: "vote of 31 to 12" }, { start: 0 }, { end: found.start }]) {
      expect(refusal(await choose(passage)).kind).toBe("illegal");
    }
    value(await choose({}));
    expect(await driftOf(claim)).toMatchObject({
      ...{ placement: "gone", decided: "here", ended: null, isChosen: true },
      ...{ start: found.start, end: found.end, words: "vote of 29 to 14" },
    });
    // The page shows the words where they stand, before anybody confirms them.
    const open = (by: Actor, query: string) =>
      place({
        request: new Request(`http://desk.test/desk/claims/${claim.id}/place${query}`),
        params: { id: claim.id },
        context: {
          ...{
            ports: by.ports,
            person: by.person,
            outage: false,
            publicUrl: "",
            cspNonce: "",
            hasJobs: true,
          },
          session: { signIn: async () => false, signOut: async () => undefined },
        },
      });
    expect(await open(editor, "?words=vote%20of%0D%0A29+to+14&near=99999")).toMatchObject({
      version: { number: 2, driftId, text },
      asked: { found, problem: null },
    });
    expect(await open(editor, "?words=vote+of+29+to+14")).toMatchObject({
      asked: { found: null, problem: expect.stringMatching(/2 times/) },
    });
    await expect(open(lead, "")).rejects.toMatchObject({ status: 403 });
    const [listed] = (await editor.ports.drift.ofArticle(articleId)).filter(
      ({ claimId }) => claimId === claim.id,
    );
    expect(listed?.words).toBe("vote of 29 to 14");
    // Chosen again, the last one counts, and both stand in the trail.
    const longer = passageOf("A vote of 29 to 14 ended the plan", null);
    value(await choose(longer));
    expect((await driftOf(claim))?.words).toBe(longer.words);
    const trail = await editor.ports.audit.of("claim", claim.id);
    expect(
      trail.filter(({ action }) => action === "claim.words_placed").map(({ payload }) => payload),
    ).toEqual([
      { decision: "chosen", number: 2, start: found.start, end: found.end },
      { decision: "chosen", number: 2, start: longer.start, end: longer.end },
    ]);
    expect((await reread(editor, claim.id)).anchor).toEqual(claim.anchor);
    await expect(
      desk.sql`update public.drift_places set start_offset = 0 where drift_id = ${driftId}`,
    ).rejects.toThrow(/append-only/);
    value(
      await dismissDrift(editor.ports, editor.person, { driftId, reason: "It says the same." }),
    );
    expect(refusal(await choose({})).kind).toBe("illegal");
    expect(await open(editor, "")).toMatchObject({ version: null, asked: null });
  });

  it("cannot be rewritten, and its reason is not for who has yet to decide", async () => {
    const { articleId, path, claim } = await article();
    await bringTo(desk, people, claim.id, "second_review");
    site.set(path, otherVotes);
    await look(articleId);
    const driftId = (await driftOf(claim))?.id ?? "";
    const { editor, second } = people;
    value(await dismissDrift(editor.ports, editor.person, { driftId, reason: "It stays false." }));
    const reasons = async ({ supabase }: Actor) =>
      (await supabase.from("drift_decisions").select("reason").eq("claim_id", claim.id)).data;
    expect(await reasons(second)).toEqual([]);
    expect(await reasons(editor)).toEqual([{ reason: "It stays false." }]);
    await expect(
      desk.sql`update public.claim_drifts set words = 'Other' where id = ${driftId}`,
    ).rejects.toThrow("append-only");
    await expect(
      desk.sql`update public.later_versions set text = 'Other' where article_id = ${articleId}`,
    ).rejects.toThrow("append-only");
    const stranger = await desk.join("reader");
    expect((await stranger.supabase.from("later_versions").select("id")).data).toEqual([]);
  });
});

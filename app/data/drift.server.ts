import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { DriftStore } from "~/commands/ports/drift";
import type { ClaimDrift, Look, TextVersion } from "~/domain/article/drift/drift";
import { lookOutcomes } from "~/domain/article/drift/judge-look";
import { placements } from "~/domain/article/drift/place-claim";
import { watchModes } from "~/domain/article/drift/watch";
import { fail, ok, type Result } from "~/domain/result";
import type { Refusal } from "~/domain/refusal";

import { askInParts } from "./in-parts.server";
import { refusalOf, rowsOf } from "./refusals.server";

const iso = (at: string) => new Date(at).toISOString();
const isoOrNull = (at: string | null) => (at === null ? null : iso(at));

const lookRow = z
  .object({
    id: z.string(),
    article_id: z.string(),
    asked_by: z.string().nullable(),
    asked_at: z.string(),
    begun_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    outcome: z.enum(lookOutcomes).nullable(),
    problem: z.string().nullable(),
    final_url: z.string().nullable(),
    number: z.number().nullable(),
  })
  .transform((row): Look => ({
    id: row.id,
    articleId: row.article_id,
    askedBy: row.asked_by,
    askedAt: iso(row.asked_at),
    begunAt: isoOrNull(row.begun_at),
    endedAt: isoOrNull(row.ended_at),
    outcome: row.outcome,
    problem: row.problem,
    finalUrl: row.final_url,
    number: row.number,
  }));
const lookColumns = Object.keys(lookRow.in.shape).join(", ");

const watchRow = z
  .object({
    mode: z.enum(watchModes),
    next_look_at: z.string().nullable(),
    failures: z.number(),
  })
  .transform(({ mode, next_look_at, failures }) => ({
    mode,
    nextLookAt: isoOrNull(next_look_at),
    failures,
  }));

const ownRow = z
  .object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    source_url: z.string().nullable(),
    fetched_at: z.string().nullable(),
    created_at: z.string(),
    sha256: z.string(),
  })
  .transform((row): TextVersion => ({
    id: row.id,
    number: row.number,
    kind: "desk",
    title: row.title,
    at: iso(row.fetched_at ?? row.created_at),
    finalUrl: row.source_url,
    sha256: row.sha256,
    bytesSha256: null,
  }));

const laterRow = z
  .object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    final_url: z.string(),
    fetched_at: z.string(),
    sha256: z.string(),
    bytes_sha256: z.string(),
  })
  .transform((row): TextVersion => ({
    id: row.id,
    number: row.number,
    kind: "found",
    title: row.title,
    at: iso(row.fetched_at),
    finalUrl: row.final_url,
    sha256: row.sha256,
    bytesSha256: row.bytes_sha256,
  }));

const driftRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    placement: z.enum(placements),
    score: z.number(),
    start_offset: z.number().nullable(),
    end_offset: z.number().nullable(),
    words: z.string().nullable(),
    flagged: z.boolean(),
    decided: z.enum(["here", "gone"]).nullable(),
    ended: z.enum(["dismissed", "acted", "placed", "superseded"]).nullable(),
    ended_at: z.string().nullable(),
    later_versions: z.object({
      article_id: z.string(),
      number: z.number(),
      fetched_at: z.string(),
    }),
  })
  .transform((row): ClaimDrift => ({
    id: row.id,
    claimId: row.claim_id,
    articleId: row.later_versions.article_id,
    number: row.later_versions.number,
    foundAt: iso(row.later_versions.fetched_at),
    placement: row.placement,
    score: row.score,
    start: row.start_offset,
    end: row.end_offset,
    words: row.words,
    isFlagged: row.flagged,
    decided: row.decided,
    ended: row.ended,
    endedAt: isoOrNull(row.ended_at),
    isChosen: false,
  }));
const placeRow = z.object({
  drift_id: z.string(),
  start_offset: z.number(),
  end_offset: z.number(),
  words: z.string(),
});
const driftColumns =
  "id, claim_id, placement, score, start_offset, end_offset, words, flagged, decided, ended, ended_at, later_versions!inner(article_id, number, fetched_at)";

const markRow = z.object({
  claim_id: z.string(),
  later_versions: z.object({ article_id: z.string(), number: z.number(), fetched_at: z.string() }),
  claims: z.object({ statement: z.string() }),
});

const texts = z.array(z.object({ text: z.string() }));
const since = z.object({ takenAt: z.string(), changedAt: z.string().nullable() }).nullable();

/** The newest drift of a claim that has several. */
const newestFirst = (a: ClaimDrift, b: ClaimDrift) => b.number - a.number;

const mostVersions = 200;

export function driftStore(supabase: SupabaseClient): DriftStore {
  const call = async (
    name: string,
    args: Record<string, string | number>,
  ): Promise<Result<null, Refusal>> => {
    const { error } = await supabase.rpc(name, args);
    return error ? fail(refusalOf(error)) : ok(null);
  };
  const textOf = async (articleId: string, number: number): Promise<string | null> => {
    for (const table of ["article_versions", "later_versions"]) {
      const rows = await supabase
        .from(table)
        .select("text")
        .eq("article_id", articleId)
        .eq("number", number);
      const [row] = texts.parse(rowsOf(rows));
      if (row) return row.text;
    }
    return null;
  };
  /** With the places that people have chosen; of several the last one counts. */
  const withPlaces = async (drifts: ClaimDrift[]): Promise<ClaimDrift[]> => {
    const decided = drifts.filter((drift) => drift.decided === "here").map(({ id }) => id);
    const rows = await askInParts(decided, async (part) => {
      const chosen = await supabase
        .from("drift_places")
        .select("drift_id, start_offset, end_offset, words")
        .in("drift_id", [...part])
        .order("id");
      return z.array(placeRow).parse(rowsOf(chosen));
    });
    const places = new Map(rows.map((place) => [place.drift_id, place]));
    return drifts.map((drift) => {
      const place = places.get(drift.id);
      if (!place) return drift;
      const { start_offset: start, end_offset: end, words } = place;
      return { ...drift, start, end, words, isChosen: true };
    });
  };
  return {
    async watch(articleId) {
      const rows = await supabase
        .from("article_watches")
        .select("mode, next_look_at, failures")
        .eq("article_id", articleId);
      return z.array(watchRow).parse(rowsOf(rows))[0] ?? null;
    },

    async looks(articleId, most) {
      const rows = await supabase
        .from("article_looks")
        .select(lookColumns)
        .eq("article_id", articleId)
        .order("asked_at", { ascending: false })
        .limit(most);
      return z.array(lookRow).parse(rowsOf(rows));
    },

    async versions(articleId) {
      const [own, later] = await Promise.all([
        supabase
          .from("article_versions")
          .select("id, number, title, source_url, fetched_at, created_at, sha256")
          .eq("article_id", articleId)
          .order("number"),
        supabase
          .from("later_versions")
          .select("id, number, title, final_url, fetched_at, sha256, bytes_sha256")
          .eq("article_id", articleId)
          .order("number", { ascending: false })
          .limit(mostVersions),
      ]);
      return [
        ...z.array(ownRow).parse(rowsOf(own)),
        ...z.array(laterRow).parse(rowsOf(later)).toReversed(),
      ];
    },

    async texts(articleId, from, to) {
      const [before, after] = await Promise.all([textOf(articleId, from), textOf(articleId, to)]);
      return before === null || after === null ? null : { before, after };
    },

    async ofArticle(articleId) {
      const newest = await supabase
        .from("later_versions")
        .select("id")
        .eq("article_id", articleId)
        .order("number", { ascending: false })
        .limit(1);
      const [version] = z.array(z.object({ id: z.string() })).parse(rowsOf(newest));
      if (!version) return [];
      const rows = await supabase
        .from("claim_drifts")
        .select(driftColumns)
        .eq("version_id", version.id)
        .limit(1000);
      return withPlaces(z.array(driftRow).parse(rowsOf(rows)));
    },

    async ofClaim(claimId) {
      const rows = await supabase
        .from("claim_drifts")
        .select(driftColumns)
        .eq("claim_id", claimId)
        .order("created_at", { ascending: false })
        .limit(5);
      const [newest] = z.array(driftRow).parse(rowsOf(rows)).sort(newestFirst);
      return newest ? ((await withPlaces([newest]))[0] ?? null) : null;
    },

    async published(most) {
      const rows = await supabase
        .from("claim_drifts")
        .select(
          "claim_id, later_versions!inner(article_id, number, fetched_at), claims!inner(statement, state)",
        )
        .eq("flagged", true)
        .is("ended", null)
        .in("claims.state", ["published", "being_corrected"])
        .order("created_at")
        .limit(most);
      return z
        .array(markRow)
        .parse(rowsOf(rows))
        .map(({ claim_id, later_versions: version, claims: { statement } }) => ({
          claimId: claim_id,
          articleId: version.article_id,
          statement,
          number: version.number,
          foundAt: iso(version.fetched_at),
        }));
    },

    setWatch: (articleId, mode) =>
      call("set_article_watch", { p_article: articleId, p_mode: mode }),

    async askForLook(articleId) {
      const { data, error } = await supabase.rpc("ask_for_look", { p_article: articleId });
      return error ? fail(refusalOf(error)) : ok(z.string().parse(data));
    },

    decidePlace: (driftId, decision) =>
      call("decide_drift_place", { p_drift: driftId, p_decision: decision }),

    choosePlace: (driftId, { start, end, words }) =>
      call("choose_drift_place", { p_drift: driftId, p_start: start, p_end: end, p_words: words }),

    dismiss: (driftId, reason) => call("dismiss_drift", { p_drift: driftId, p_reason: reason }),

    async sinceReport(slug) {
      const { data, error } = await supabase.rpc("article_since_report", { p_slug: slug });
      if (error) throw new Error(error.message);
      const found = since.parse(data ?? null);
      return found && { takenAt: iso(found.takenAt), changedAt: isoOrNull(found.changedAt) };
    },
  };
}

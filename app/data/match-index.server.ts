import { setImmediate as nextTurn } from "node:timers/promises";

import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { MatchIndex } from "~/commands/ports";
import { bm25Constants } from "~/domain/claim/match/bm25";
import { matchWords, matchWordsVersion } from "~/domain/claim/match/match-words";
import { proposeMatches, type ProposedMatch } from "~/domain/claim/match/propose-matches";
import { candidatesRead } from "~/domain/claim/match/rank-candidates";

import { rowsOf } from "./refusals.server";

const unread = z.array(z.object({ id: z.number(), text: z.string(), title: z.string() }));
const found = z.object({
  documents: z.number(),
  frequencies: z.record(z.string(), z.number()),
  queries: z.array(
    z.object({
      claimId: z.string(),
      text: z.string(),
      candidates: z.array(
        z.object({
          kind: z.enum(["checked", "in_work"]),
          claimId: z.string().nullable(),
          checkId: z.string().nullable(),
          text: z.string(),
          title: z.string(),
          score: z.number(),
        }),
      ),
    }),
  ),
});

/**
 * Documents whose words are read, and claims that are compared, in one go. Few: people type in rooms of this process
 * meanwhile, and a claim takes some milliseconds.
 */
const atOnce = { documents: 50, claims: 4 };

/**
 * The index of everything that is known, kept in Postgres. Needs the service key: what a claim was matched with is said
 * by the rules here and by nobody else.
 */
export function matchIndex(service: SupabaseClient): MatchIndex {
  const readNext = async (): Promise<number> => {
    const documents = unread.parse(
      rowsOf(
        await service.rpc("unread_match_documents", {
          p_words_version: matchWordsVersion,
          p_limit: atOnce.documents,
        }),
      ),
    );
    if (documents.length === 0) return 0;
    rowsOf(
      await service.rpc("keep_match_words", {
        p_words_version: matchWordsVersion,
        p_documents: documents.map(({ id, text, title }) => ({
          id,
          text,
          title,
          claimWords: matchWords(text),
          titleWords: matchWords(title),
        })),
      }),
    );
    return documents.length;
  };

  return {
    async compareNext() {
      while ((await readNext()) > 0);
      const ids = z
        .array(z.string())
        .parse(rowsOf(await service.rpc("uncompared_claims", { p_limit: atOnce.claims })));
      if (ids.length === 0) return 0;
      const { saturation, lengthShare, rarity } = bm25Constants;
      const { queries, ...statistics } = found.parse(
        rowsOf(
          await service.rpc("match_candidates", {
            p_claims: ids,
            p_limit: candidatesRead,
            p_saturation: saturation,
            p_length_share: lengthShare,
            p_rarity: rarity,
          }),
        ),
      );
      const matches: ProposedMatch[] = [];
      for (const query of queries) {
        await nextTurn();
        matches.push(...proposeMatches(query, query.candidates, statistics));
      }
      rowsOf(await service.rpc("keep_matches", { p_claims: ids, p_matches: matches }));
      return ids.length;
    },
  };
}

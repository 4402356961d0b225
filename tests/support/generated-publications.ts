import type postgres from "postgres";

import { verdictContent } from "~/domain/verdict/canonical";
import { ratings } from "~/domain/verdict/rating";

import { claim } from "./claims";
import { completeDraft } from "./drafts";

const words =
  "The minutes of the meeting, the register of votes and the recording agree on what was decided, and on who was there. ";

/** Long enough for a page of the usual size. */
const rationale = Array.from({ length: 6 }, () => ({
  type: "paragraph" as const,
  runs: [{ text: words.repeat(3) }],
}));

/**
 * Publishes verdicts on claims of a generated desk, all of an article in one report, over the last three years. Written
 * straight into the tables; whatever the database does at a publication it does here too. One in fifty is retracted.
 */
export async function generatePublications(
  sql: postgres.Sql,
  verdicts: number,
  seed = 0.17,
): Promise<void> {
  const content = verdictContent(claim(), "ab".repeat(32), completeDraft({ rationale }));
  await sql.begin(async (tx) => {
    // The server may be comparing claims meanwhile, and takes them in another order.
    await tx`lock table public.claims in exclusive mode`;
    await tx`select setseed(${seed})`;
    await tx`
      create temporary table chosen on commit drop as
      select c.id, c.article_id, c.statement, c.claimant, c.exact, c.start_offset, c.end_offset,
        row_number() over (order by c.article_id, c.id) as n,
        clock_timestamp() - ceil(random() * 1000) * interval '1 day' as at,
        (${[...ratings]}::text[])[1 + floor(random() * ${ratings.length})::int] as rating
      from public.claims c where c.exact like 'They % votes.' order by c.article_id, c.id limit ${verdicts}`;
    await tx`
      insert into public.reports
        (article_id, slug, headline, summary, source, demo, published_by, published_at, updated_at)
      select v.article_id, 'generated-' || v.article_id, v.title, 'What was said of it, checked.',
        jsonb_build_object('title', v.title, 'byline', null, 'outlet', v.outlet, 'publishedOn', v.published_on,
          'sourceUrl', null, 'language', 'en', 'text', v.text, 'sha256', repeat('ab', 32)),
        false, 'Edda Editor', first.at, first.at
      from public.article_versions v
      join (select article_id, min(at) as at from chosen group by 1) first on first.article_id = v.article_id`;
    await tx`
      insert into public.published_verdicts
        (claim_id, report_id, slug, short_claim, content, content_hash, credits, published_at)
      select c.id, r.id, 'generated-' || c.n || '-' || left(c.id::text, 8), left(c.statement, 75),
        app_private.canonical_json(${tx.json(JSON.parse(JSON.stringify(content)))}::jsonb || jsonb_build_object(
          'claim', jsonb_build_object('id', c.id, 'statement', c.statement, 'claimant', c.claimant, 'quote', c.exact,
            'start', c.start_offset, 'end', c.end_offset, 'articleSha256', repeat('ab', 32)),
          'verdict', ${tx.json(JSON.parse(JSON.stringify(content.verdict)))}::jsonb || jsonb_build_object(
            'rating', c.rating, 'summary', 'The record number ' || c.n || ' bears it out in part.'))),
        repeat('cd', 32), '[]', c.at
      from chosen c join public.reports r on r.article_id = c.article_id order by c.n`;
    await tx`
      insert into public.verdict_notices (claim_id, report_id, kind, reason)
      select c.id, r.id, 'retracted', 'The record was misread.'
      from chosen c join public.reports r on r.article_id = c.article_id where c.n % 50 = 0`;
  });
  await sql`analyze`;
}

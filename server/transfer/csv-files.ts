import { stringify } from "csv-stringify/sync";
import type postgres from "postgres";

import type { HashedFile } from "./hashed-file";

/** What people open in a spreadsheet, beside the tables that a desk is made from again. */
const queries = {
  claims: `select c.id, c.state, c.statement, c.exact as quote, c.claimant, c.type, c.check_worthiness, c.priority,
      v.title as article, v.outlet, l.name as lead, s.name as second, c.due_on, c.created_at, c.updated_at
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    left join public.profiles l on l.id = c.lead_id left join public.profiles s on s.id = c.second_id
    order by c.id`,
  verdicts: `select p.slug, p.number as publication, p.short_claim, p.content::jsonb -> 'claim' ->> 'statement' as statement,
      p.content::jsonb -> 'claim' ->> 'claimant' as claimant, p.content::jsonb -> 'verdict' ->> 'rating' as rating,
      p.content::jsonb -> 'verdict' ->> 'summary' as summary, p.content_hash, r.slug as report, p.published_at
    from public.published_verdicts p join public.reports r on r.id = p.report_id order by p.claim_id, p.number`,
  evidence: `select p.slug, p.number as publication, e ->> 'title' as title, e ->> 'url' as url, e ->> 'publisher' as publisher,
      e ->> 'stance' as stance, e ->> 'sourceType' as source_type, e ->> 'excerpt' as excerpt, e ->> 'accessedOn' as accessed_on
    from public.published_verdicts p, jsonb_array_elements(p.content::jsonb -> 'evidence') with ordinality x (e, n)
    order by p.claim_id, p.number, x.n`,
  corrections: `select c.id, c.kind, c.reason, c.at, (select p.slug from public.published_verdicts p
      where p.claim_id = c.claim_id order by p.number desc limit 1) as slug
    from public.published_changes c order by c.id`,
} as const;

export const csvNames = Object.keys(queries) as (keyof typeof queries)[];

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it: articles are written by strangers. */
const written = (rows: string[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: "windows" });

/** Writes one of them, row by row. Dates and times are as Postgres has them, in UTC. */
export async function writeCsv(
  sql: postgres.ISql,
  name: keyof typeof queries,
  file: HashedFile,
): Promise<void> {
  // As text, so that neither the driver nor the machine says how a date is written.
  const rows = sql.unsafe(`select array(select e.value from json_each_text(to_json(q)) e) as cells,
    array(select e.key from json_each_text(to_json(q)) e) as names from (${queries[name]}) q`);
  let isBegun = false;
  for await (const part of rows.cursor(500)) {
    const [first] = part;
    if (!isBegun && first) await file.write(`\uFEFF${written([first["names"] as string[]])}`);
    isBegun = true;
    await file.write(
      written(part.map(({ cells }) => (cells as (string | null)[]).map((cell) => cell ?? ""))),
    );
  }
}

import { randomUUID } from "node:crypto";

import type postgres from "postgres";

/** One person in the place of another, by their ids. */
export interface InPlaceOf {
  person: string;
  of: string;
}

const nobody: InPlaceOf = { person: randomUUID(), of: randomUUID() };

/**
 * A claim that stands where another one does, with the rows that the commands left behind it: ledger, versions (their
 * content names the new claim, so they have hashes of their own), second verdicts, signatures, adjudications, clearances,
 * public copies and requests for a retraction. The trail is not copied, so tests count what is added to it. Much faster than walking there by commands.
 */
export async function copyClaim(
  sql: postgres.Sql,
  from: string,
  { person, of }: InPlaceOf = nobody,
): Promise<string> {
  const to = randomUUID();
  await sql.begin(async (tx) => {
    await tx`insert into public.claims
      select n.* from public.claims c, jsonb_populate_record(null::public.claims,
        replace(to_jsonb(c)::text, ${of}, ${person})::jsonb || jsonb_build_object('id', ${to}::uuid)) n
      where c.id = ${from}`;
    await tx`insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason, at)
      select ${to}, action, from_state, to_state, replace(actor::text, ${of}, ${person})::uuid, reason, at
      from public.stage_ledger where claim_id = ${from} order by id`;
    await tx`insert into public.verdict_versions
      select n.* from public.verdict_versions v, jsonb_populate_record(null::public.verdict_versions,
        replace(to_jsonb(v)::text, ${of}, ${person})::jsonb || jsonb_build_object('id', md5(v.id || ${to})::uuid,
          'claim_id', ${to}::uuid, 'content', replace(v.content, ${from}, ${to}))) n
      where v.claim_id = ${from}`;
    for (const table of ["second_verdicts", "sign_offs", "adjudications", "clearances"]) {
      await tx`insert into public.${tx(table)}
        select n.* from public.${tx(table)} r
          join public.verdict_versions v on v.id = md5(r.version_id || ${to})::uuid,
          jsonb_populate_record(r, replace(to_jsonb(r)::text, ${of}, ${person})::jsonb || jsonb_build_object(
            'id', gen_random_uuid(), 'claim_id', ${to}::uuid, 'version_id', v.id, 'content_hash', v.content_hash)) n
        where r.claim_id = ${from}`;
    }
    await tx`insert into public.published_verdicts
      select n.* from public.published_verdicts p
        cross join lateral (
          select content, content_hash from public.verdict_versions
            where claim_id = ${to} and content = replace(p.content, ${from}, ${to}) order by number limit 1) v,
        jsonb_populate_record(p, jsonb_build_object('claim_id', ${to}::uuid,
          'slug', p.slug || '-' || left(${to}, 8), 'content', v.content, 'content_hash', v.content_hash)) n
      where p.claim_id = ${from}`;
    await tx`insert into public.verdict_notices (claim_id, report_id, kind, reason, since)
      select ${to}, report_id, kind, reason, since from public.verdict_notices where claim_id = ${from}`;
    await tx`insert into public.retraction_requests (claim_id, by, reason)
      select ${to}, by, reason from public.retraction_requests where claim_id = ${from} and ended_at is null`;
  });
  return to;
}

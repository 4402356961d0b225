import type postgres from "postgres";

/** The states that a claim goes through until it is published; a dispute comes between where it is in one. */
const path = ["proposed", "open", "in_review", "second_review", "approved", "published"];

/**
 * Gives every generated claim the past that its state implies: how it came there step by step, what was submitted, what
 * the second reviewer decided and who signed. Nobody is told of it, no trail is written, and nothing has a live document.
 * Call it after `generateDesk`.
 */
export async function generateHistory(sql: postgres.Sql, seed = 0.42): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select setseed(${seed})`;
    // What tells people and keeps the trail is for steps that somebody takes.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, at, entered_at)
      select c.id, 'generated', (s.path[n - 1])::public.claim_state, (s.path[n])::public.claim_state,
        coalesce(c.lead_id, c.created_by),
        c.created_at + (c.updated_at - c.created_at) * (n - 1) / greatest(cardinality(s.path) - 1, 1),
        case when n > 1 then
          c.created_at + (c.updated_at - c.created_at) * (n - 2) / greatest(cardinality(s.path) - 1, 1) end
      from public.claims c
      cross join lateral (select case
        when c.state = 'dismissed' then '{proposed,dismissed}'::text[]
        when c.state = 'disputed' then '{proposed,open,in_review,second_review,disputed}'::text[]
        else (${path}::text[])[1:array_position(${path}::text[], c.state::text)] end) s(path)
      cross join lateral generate_series(1, cardinality(s.path)) n
      where not exists (select from public.stage_ledger l where l.claim_id = c.id)
        and (c.state in ('dismissed', 'disputed') or c.state::text = any (${path}::text[]))`;
    await tx`
      insert into public.verdict_versions
        (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by, submitted_at)
      select c.id, 1, t.content, encode(sha256(convert_to(t.content, 'UTF8')), 'hex'), t.rating, 0, 'submission',
        c.lead_id, c.updated_at - interval '2 hours'
      from public.claims c
      cross join lateral (select
        (enum_range(null::public.rating))[1 + floor(random() * cardinality(enum_range(null::public.rating)))::int]
        as rating where c.id is not null) r
      cross join lateral (select r.rating,
        jsonb_build_object(
          'schema', 'countersign/verdict/1',
          'claim', jsonb_build_object('id', c.id, 'statement', c.statement, 'claimant', c.claimant, 'quote', c.exact,
            'start', c.start_offset, 'end', c.end_offset, 'articleSha256', repeat('0', 64)),
          'verdict', jsonb_build_object('scale', 'countersign/1', 'rating', r.rating, 'summary', 'As the minutes say.',
            'rationale', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'runs', jsonb_build_array(
              jsonb_build_object('text', repeat('As read in the minutes. ', 80)))))),
          'evidence', jsonb_build_array(jsonb_build_object(
            'id', gen_random_uuid(), 'title', 'Minutes', 'url', 'https://example.org/minutes', 'publisher', 'Council',
            'publishedOn', '2026-01-05', 'stance', 'supports', 'sourceType', 'primary', 'excerpt', 'So it was decided.',
            'locator', 'p. 2', 'note', '', 'accessedOn', '2026-02-05')))::text as content) t
      where c.state in ('second_review', 'disputed', 'approved', 'published') and c.lead_id is not null
        and not exists (select from public.verdict_versions v where v.claim_id = c.id)`;
    await tx`
      insert into public.second_verdicts (claim_id, version_id, by, rating, reason, blind, decided_at)
      select c.id, v.id, c.second_id,
        case when c.state <> 'disputed' then v.rating else
          (enum_range(null::public.rating))[1 + array_position(enum_range(null::public.rating), v.rating)
            % cardinality(enum_range(null::public.rating))] end,
        'Generated.', true, least(v.submitted_at + interval '1 hour', (
          select min(l.at) from public.stage_ledger l where l.claim_id = c.id and l.to_state = 'approved'))
      from public.verdict_versions v join public.claims c on c.id = v.claim_id
      where c.state in ('disputed', 'approved', 'published')
        and not exists (select from public.second_verdicts s where s.version_id = v.id)`;
    await tx`
      insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash, signed_at)
      select s.claim_id, s.version_id, s.by, 'second', v.content_hash, s.decided_at
      from public.second_verdicts s
      join public.verdict_versions v on v.id = s.version_id join public.claims c on c.id = s.claim_id
      where c.state in ('approved', 'published')
        and not exists (select from public.sign_offs o where o.version_id = s.version_id)`;
  });
  await sql`analyze`;
}

-- A rationale can hold tables, and footnotes that name a piece of evidence by its id. Content with either is of the second
-- schema; content with neither stays as it was, and so does its hash.

-- Freezes what the review document said at `documentHead`. The document must not have moved on since it was read.
create or replace function app_private.submit(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  content jsonb := (p_payload ->> 'content')::jsonb;
  head bigint;
  v public.verdict_versions;
begin
  select d.head into head from public.review_documents d where d.claim_id = c.id for update;
  if coalesce(head, 0) is distinct from (p_payload ->> 'documentHead')::bigint then
    raise exception 'Somebody edited the review while it was being submitted. Look at it and submit again.'
      using errcode = 'PT422';
  end if;
  if content -> 'claim' is distinct from jsonb_build_object(
       'id', c.id, 'statement', c.statement, 'claimant', c.claimant, 'quote', c.exact, 'start', c.start_offset,
       'end', c.end_offset,
       'articleSha256', (select sha256 from public.article_versions where id = c.article_version_id)) then
    raise exception 'The content is not that of this claim.' using errcode = 'PT422';
  end if;
  if coalesce(content ->> 'schema', '') not in ('countersign/verdict/1', 'countersign/verdict/2')
     or (select array_agg(key order by key) from jsonb_object_keys(content) key)
        is distinct from '{claim,evidence,schema,verdict}'::text[]
     or (select array_agg(key order by key) from jsonb_object_keys(content -> 'verdict') key)
        is distinct from '{rating,rationale,scale,summary}'::text[]
     or not app_private.is_evidence(content -> 'evidence')
     or coalesce(btrim(content #>> '{verdict,summary}'), '') = ''
     or jsonb_typeof(content #> '{verdict,rationale}') is distinct from 'array'
     or jsonb_array_length(content #> '{verdict,rationale}') = 0 then
    raise exception 'A verdict needs a rating, a summary, a rationale and evidence.' using errcode = 'PT422';
  end if;
  -- Lists in quotes in lists end somewhere; what draws and sends them walks the whole depth.
  if jsonb_path_exists(content, '$.verdict.rationale.**{40}') then
    raise exception 'The rationale is nested too deeply.' using errcode = 'PT422';
  end if;
  if content ->> 'schema' = 'countersign/verdict/1' and jsonb_path_exists(
       content, '$.verdict.rationale.** ? (exists (@.footnote) || @.type == "table")') then
    raise exception 'The first schema of a verdict has neither tables nor footnotes.' using errcode = 'PT422';
  end if;
  if exists (
       select from jsonb_path_query(content, '$.verdict.rationale.**.footnote') note
       where not exists (
         select from jsonb_array_elements(content -> 'evidence') item where item -> 'id' = note)) then
    raise exception 'A footnote of the rationale is about a source that is not there.' using errcode = 'PT422';
  end if;
  insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
  values (c.id, 1 + coalesce((app_private.latest_version(c.id)).number, 0), p_payload ->> 'content', '', 'unproven',
    coalesce(head, 0), 'submission', (select auth.uid()))
  returning * into v;
  return app_private.finish_transition(c, 'submit', 'second_review', null, 'review.submitted',
    jsonb_build_object('number', v.number, 'contentHash', v.content_hash));
end $$;

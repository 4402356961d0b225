-- More fields and kinds of a source, and what is said of the sources as a whole: why one is enough, and who looked for the
-- other side. Content with any of it is of the third schema; content without stays as it was, and so does its hash.

-- As it was, and with the fields that came later, which are left out where they say nothing.
create or replace function app_private.is_evidence(p_list jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_list) = 'array' and jsonb_array_length(p_list) > 0 and not exists (
    select from jsonb_array_elements(p_list) item
    where jsonb_typeof(item) <> 'object'
      or (select array_agg(key order by key) from jsonb_object_keys(item - '{author,derivedFrom,accessedBy}'::text[]) key)
         is distinct from
         '{accessedOn,excerpt,id,locator,note,publishedOn,publisher,sourceType,stance,title,url}'::text[]
      or exists (select from jsonb_each(item) where jsonb_typeof(value) <> 'string')
      or item ->> 'stance' not in ('supports', 'refutes', 'context')
      or item ->> 'sourceType' not in ('primary', 'secondary', 'interested_party', 'expert', 'own_measurement')
      or item ->> 'author' = '' or item ->> 'accessedBy' = ''
      or item ->> 'derivedFrom' !~ '^(card|origin):.*\S')
$$;

-- Whether these sources have nothing that the first two schemas did not have.
create function app_private.is_early_evidence(p_list jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select not exists (
    select from jsonb_array_elements(p_list) item
    where item ?| '{author,derivedFrom,accessedBy}'::text[]
      or item ->> 'sourceType' not in ('primary', 'secondary', 'interested_party'))
$$;

-- Absent, or all four fields.
create function app_private.is_sourcing(p_sourcing jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select p_sourcing is null or (
    jsonb_typeof(p_sourcing) = 'object'
    and (select array_agg(key order by key) from jsonb_object_keys(p_sourcing) key)
      = '{otherSide,otherSideBy,otherSideWords,singleSource}'::text[]
    and not exists (select from jsonb_each(p_sourcing) where jsonb_typeof(value) <> 'string')
    and p_sourcing ->> 'otherSide' in ('', 'found', 'none_found'))
$$;

-- As before, and in the third schema too.
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
  if coalesce(content ->> 'schema', '') not in ('countersign/verdict/1', 'countersign/verdict/2', 'countersign/verdict/3')
     or (select array_agg(key order by key) from jsonb_object_keys(content) key where key <> 'sourcing')
        is distinct from '{claim,evidence,schema,verdict}'::text[]
     or not app_private.is_sourcing(content -> 'sourcing')
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
  if content ->> 'schema' <> 'countersign/verdict/3'
     and (content ? 'sourcing' or not app_private.is_early_evidence(content -> 'evidence')) then
    raise exception 'The first schemas of a verdict do not have these fields of a source.' using errcode = 'PT422';
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

create function app_private.name_key(p_name text) returns text
language sql immutable set search_path = '' as $$
  select lower(btrim(regexp_replace(normalize(coalesce(p_name, ''), NFKC), '\s+', ' ', 'g')))
$$;

-- How many sources stand on their own: what goes back to one origin, or has the same publisher or host, counts once. Coarser
-- than what the pages count, which also know which hosts are one site: never fewer than they say.
create function app_private.independent_sources(p_evidence jsonb) returns int
language sql immutable set search_path = '' as $$
  with recursive items as (
    select place, item from jsonb_array_elements(p_evidence) with ordinality as e (item, place)
  ), marks as (
    select place, 'card:' || (item ->> 'id') as mark from items
    union select place, item ->> 'derivedFrom' from items where item ->> 'derivedFrom' like 'card:%'
    union select place, 'name:' || app_private.name_key(substr(item ->> 'derivedFrom', 8)) from items
      where item ->> 'derivedFrom' like 'origin:%'
    union select place, 'name:' || app_private.name_key(item ->> 'publisher') from items
      where app_private.name_key(item ->> 'publisher') <> ''
    union select place, 'host:' || substring(lower(item ->> 'url') from '^https?://(?:www\.)?([^/:?#]+)') from items
      where lower(item ->> 'url') ~ '^https?://[^/:?#]'
  ), reach (root, place) as (
    select place, place from items
    union
    select r.root, b.place from reach r join marks a on a.place = r.place join marks b on b.mark = a.mark
  )
  select count(distinct first)::int from (select min(root) as first from reach group by place) roots
$$;

-- What readers are told of the right of reply: whom the desk asked, when, how, until when, and what came of it. Null in what
-- was published before it was told.
alter table public.published_verdicts add column replies jsonb;

-- Two independent sources or a written reason for one, and a look for the other side: what is published from now on has
-- them, whichever way it is published. With it goes what is on record of the right of reply.
create function app_private.publish_sourcing() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  content jsonb := new.content::jsonb;
  sourcing jsonb := coalesce(content -> 'sourcing', '{}');
begin
  if app_private.independent_sources(content -> 'evidence') < 2 and coalesce(btrim(sourcing ->> 'singleSource'), '') = '' then
    raise exception 'It takes two independent sources, or a written reason why one is enough. Reopen the review of “%” and add one.',
      content #>> '{claim,statement}' using errcode = 'PT422';
  end if;
  if coalesce(sourcing ->> 'otherSide', '') = '' or coalesce(btrim(sourcing ->> 'otherSideWords'), '') = ''
     or coalesce(btrim(sourcing ->> 'otherSideBy'), '') = '' then
    raise exception 'Nobody recorded a look for the other side. Reopen the review of “%” and say who looked, and what they found.',
      content #>> '{claim,statement}' using errcode = 'PT422';
  end if;
  new.replies := (
    select coalesce(jsonb_agg(jsonb_build_object('asked', r.asked, 'channel', r.channel, 'askedOn', r.asked_on,
        'dueOn', r.due_on, 'answer', case when a.request_id is null then null
          else jsonb_build_object('kind', a.kind, 'words', a.words, 'answeredOn', a.answered_on) end)
        order by r.asked_on, r.recorded_at), '[]')
      from public.reply_requests r left join public.reply_answers a on a.request_id = r.id
      where r.claim_id = new.claim_id);
  return new;
end $$;
create trigger published_sourcing before insert on public.published_verdicts
  for each row execute function app_private.publish_sourcing();

revoke all on function app_private.is_early_evidence(jsonb), app_private.is_sourcing(jsonb),
  app_private.independent_sources(jsonb), app_private.name_key(text), app_private.publish_sourcing() from public;

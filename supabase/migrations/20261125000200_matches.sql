-- Was it checked before, or is somebody checking it now? What is known (the desk's claims and checks of others) is
-- indexed by the words it is made of; ranking by BM25 happens here, judging the likeness and proposing a match in the
-- application, deciding with a person.
create type public.match_state as enum ('proposed', 'confirmed', 'rejected');

-- What other desks have checked, as their ClaimReview markup says.
create table public.earlier_checks (
  id uuid primary key default gen_random_uuid(),
  url text not null unique check (url ~ '^https?://' and char_length(url) <= 2048),
  claim text not null check (char_length(claim) between 3 and 2000),
  title text check (char_length(title) <= 500),
  claimant text check (char_length(claimant) <= 300),
  rating text not null check (char_length(rating) between 1 and 200),
  publisher text not null check (char_length(publisher) between 1 and 300),
  checked_on date,
  imported_at timestamptz not null default clock_timestamp()
);

-- One row for everything that can be found again. `words_version` is null while its words are to be read (again).
create table app_private.match_documents (
  id bigint generated always as identity primary key,
  claim_id uuid unique references public.claims (id),
  check_id uuid unique references public.earlier_checks (id),
  text text not null,
  title text not null default '',
  words_version int,
  claim_words text[] not null default '{}',
  title_words text[] not null default '{}',
  length int not null default 0,
  check (num_nonnulls(claim_id, check_id) = 1)
);
create index match_documents_unread_idx on app_private.match_documents (words_version, id);

create table app_private.match_words (
  word text not null,
  document bigint not null references app_private.match_documents (id) on delete cascade,
  count int not null check (count > 0),
  primary key (word, document) include (count)
);
create index match_words_document_idx on app_private.match_words (document);

create table public.claim_matches (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  other_claim_id uuid references public.claims (id),
  check_id uuid references public.earlier_checks (id),
  -- How likely both say the same, 0 to 1.
  confidence real not null check (confidence between 0 and 1),
  state public.match_state not null default 'proposed',
  found_at timestamptz not null default clock_timestamp(),
  decided_by uuid references public.profiles (id),
  decided_at timestamptz,
  check (num_nonnulls(other_claim_id, check_id) = 1),
  check (claim_id is distinct from other_claim_id),
  check ((state = 'proposed') = (decided_by is null)),
  unique (claim_id, other_claim_id),
  unique (claim_id, check_id)
);
create index claim_matches_other_idx on public.claim_matches (other_claim_id) where other_claim_id is not null;

-- Null while a claim is still to be compared with what is known.
alter table public.claims add column compared_at timestamptz;
create index claims_uncompared_idx on public.claims (created_at, id)
  where compared_at is null and state in ('proposed', 'open', 'in_review');

create function app_private.compare_again() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.statement is distinct from old.statement or old.state = 'dismissed' then new.compared_at := null; end if;
  return new;
end $$;
create trigger claims_compared before update of statement, state on public.claims
  for each row execute function app_private.compare_again();

alter table public.earlier_checks enable row level security;
alter table public.claim_matches enable row level security;
revoke all on public.earlier_checks, public.claim_matches from public, anon, authenticated, service_role;
grant select on public.earlier_checks, public.claim_matches to authenticated, service_role;
create policy earlier_checks_read on public.earlier_checks for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy claim_matches_read on public.claim_matches for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

-- Whatever changes a claim's words or lays it aside keeps the index right; nothing has to remember to.
create function app_private.index_claim() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  published record;
begin
  if new.state = 'dismissed' then
    delete from app_private.match_documents where claim_id = new.id;
    return null;
  end if;
  select v.short_claim, r.headline into published
    from public.published_verdicts v join public.reports r on r.id = v.report_id where v.claim_id = new.id;
  insert into app_private.match_documents (claim_id, text, title)
  values (new.id, new.statement, concat_ws(' ', published.short_claim, published.headline))
  on conflict (claim_id) do update set text = excluded.text, title = excluded.title, words_version = null
    where (match_documents.text, match_documents.title) is distinct from (excluded.text, excluded.title);
  return null;
end $$;
create trigger claims_indexed after insert or update of statement, state on public.claims
  for each row execute function app_private.index_claim();

create function app_private.index_check() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into app_private.match_documents (check_id, text, title)
  values (new.id, new.claim, coalesce(new.title, ''))
  on conflict (check_id) do update set text = excluded.text, title = excluded.title, words_version = null
    where (match_documents.text, match_documents.title) is distinct from (excluded.text, excluded.title);
  return null;
end $$;
create trigger earlier_checks_indexed after insert or update on public.earlier_checks
  for each row execute function app_private.index_check();

insert into app_private.match_documents (claim_id, text, title)
  select c.id, c.statement, concat_ws(' ', v.short_claim, r.headline)
  from public.claims c
  left join public.published_verdicts v on v.claim_id = c.id left join public.reports r on r.id = v.report_id
  where c.state <> 'dismissed';

-- What the index has not read yet in this version of the rules for words.
create function public.unread_match_documents(p_words_version int, p_limit int)
returns table (id bigint, text text, title text)
language sql stable security definer set search_path = '' as $$
  select d.id, d.text, d.title from app_private.match_documents d
  where d.words_version is distinct from p_words_version order by d.id limit p_limit
$$;

-- Keeps the words of documents; `text` and `title` are those that were read, so that words of an older text are dropped.
create function public.keep_match_words(p_words_version int, p_documents jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  kept int;
begin
  create temporary table if not exists reading (
    id bigint, claim_words text[], title_words text[]) on commit drop;
  truncate reading;
  -- In one order, so that two processes that read the same documents wait for each other instead of dying.
  insert into reading
  select d.id,
    array(select jsonb_array_elements_text(item -> 'claimWords')),
    array(select jsonb_array_elements_text(item -> 'titleWords'))
  from app_private.match_documents d
  join jsonb_array_elements(p_documents) item on (item ->> 'id')::bigint = d.id
  where d.text = item ->> 'text' and d.title = item ->> 'title'
  order by d.id for update of d;
  delete from app_private.match_words w using reading r where w.document = r.id;
  insert into app_private.match_words (word, document, count)
  select word, r.id, count(*) from reading r, unnest(r.claim_words || r.title_words) word group by word, r.id;
  update app_private.match_documents d set words_version = p_words_version, claim_words = r.claim_words,
    title_words = r.title_words, length = cardinality(r.claim_words) + cardinality(r.title_words)
  from reading r where d.id = r.id;
  get diagnostics kept = row_count;
  return kept;
end $$;

-- The documents most like each of these claims by BM25, the claim itself left out of them and of the statistics. The
-- constants come from the caller, so that they stand in one place (app/domain/claim/match/bm25.ts). `kinds` are ranked
-- apart: what was checked (published here, or by others) and what is in work.
create function public.match_candidates(
  p_claims uuid[], p_limit int, p_saturation float8, p_length_share float8, p_rarity float8)
returns jsonb
language sql stable security definer set search_path = '' as $$
  with asked as (
    select d.*, c.article_id, c.start_offset, c.end_offset
    from app_private.match_documents d join public.claims c on c.id = d.claim_id
    where d.claim_id = any (p_claims)),
  size as (
    select count(*) - 1 as documents, coalesce(sum(length), 0) as total from app_private.match_documents),
  query_words as (select distinct a.id as query, word from asked a, unnest(a.claim_words) word),
  frequency as (
    select w.word, count(*) as documents from app_private.match_words w
    where w.word in (select word from query_words) group by w.word),
  hits as (
    select q.query, w.document, sum(
      ln(1 + (s.documents - (f.documents - 1) + 0.5) / (f.documents - 1 + 0.5)) ^ p_rarity
      * w.count * (p_saturation + 1)
      / (w.count + p_saturation * (1 - p_length_share + p_length_share
          * d.length / (greatest(1, s.total - a.length)::float8 / greatest(1, s.documents))))) as score
    from query_words q
    join asked a on a.id = q.query
    cross join size s
    join frequency f on f.word = q.word
    join app_private.match_words w on w.word = q.word and w.document <> q.query
    join app_private.match_documents d on d.id = w.document
    group by q.query, w.document),
  found as (
    select h.query, h.score, d.*, a.claim_id as of_claim,
      case when d.check_id is not null or c.state = 'published' then 'checked' else 'in_work' end as kind
    from hits h
    join asked a on a.id = h.query
    join app_private.match_documents d on d.id = h.document
    left join public.claims c on c.id = d.claim_id
    -- Claims cut from the same words of one article are no repetition of each other.
    where c.id is null or c.article_id <> a.article_id
      or c.end_offset <= a.start_offset or c.start_offset >= a.end_offset),
  best as (
    select * from (
      select f.*, row_number() over (partition by f.query, f.kind order by f.score desc, f.id) as place from found f) r
    where place <= p_limit),
  shown_words as (
    select word from query_words
    union select word from best b, unnest(b.claim_words || b.title_words) word)
  select jsonb_build_object(
    'documents', (select greatest(0, documents) from size),
    'frequencies', coalesce((
      select jsonb_object_agg(x.word, x.n) from (
        select s.word, count(w.document) as n
        from shown_words s left join app_private.match_words w on w.word = s.word group by s.word) x), '{}'),
    'queries', coalesce((
      select jsonb_agg(jsonb_build_object(
        'claimId', a.claim_id, 'text', a.text,
        'candidates', coalesce((
          select jsonb_agg(jsonb_build_object(
            'id', b.id, 'kind', b.kind, 'claimId', b.claim_id, 'checkId', b.check_id, 'text', b.text, 'title', b.title,
            'score', b.score)
            order by b.place)
          from best b where b.query = a.id), '[]'))) from asked a), '[]'))
$$;

-- Keeps what was found. What a person has decided on stays as decided; what is no longer found and was never decided
-- on is taken back.
create function public.keep_matches(p_claims uuid[], p_matches jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  added int;
begin
  perform from public.claims where id = any (p_claims) order by id for update;
  delete from public.claim_matches m
  where m.claim_id = any (p_claims) and m.state = 'proposed' and not exists (
    select from jsonb_array_elements(p_matches) item
    where (item ->> 'claimId')::uuid = m.claim_id
      and (item ->> 'otherClaimId')::uuid is not distinct from m.other_claim_id
      and (item ->> 'checkId')::uuid is not distinct from m.check_id);
  -- Two claims make one match, whichever of them was compared first.
  insert into public.claim_matches as m (claim_id, other_claim_id, check_id, confidence)
  select (item ->> 'claimId')::uuid, (item ->> 'otherClaimId')::uuid, (item ->> 'checkId')::uuid,
    (item ->> 'confidence')::real
  from jsonb_array_elements(p_matches) item
  where not exists (
    select from public.claim_matches r
    where r.claim_id = (item ->> 'otherClaimId')::uuid and r.other_claim_id = (item ->> 'claimId')::uuid)
  on conflict do nothing;
  get diagnostics added = row_count;
  update public.claims set compared_at = clock_timestamp() where id = any (p_claims);
  return added;
end $$;

-- Claims that wait to be compared, the oldest first.
create function public.uncompared_claims(p_limit int) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select id from public.claims
  where compared_at is null and state in ('proposed', 'open', 'in_review') order by created_at, id limit p_limit
$$;

-- What a colleague thought of a likeness between claims is the desk's own business, and no step of the verdict.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;

-- A person says whether a match says the same. The last word counts; the trail keeps all of them.
create function public.decide_match(p_match uuid, p_state public.match_state) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  m public.claim_matches;
begin
  if p_state is null or p_state = 'proposed' then
    raise exception 'Say whether it is the same claim.' using errcode = 'PT422';
  end if;
  select * into m from public.claim_matches where id = p_match for update;
  if not found then raise exception 'There is no such match.' using errcode = 'PT404'; end if;
  if m.state = p_state then
    return jsonb_build_object('state', m.state);
  end if;
  update public.claim_matches set state = p_state, decided_by = me, decided_at = clock_timestamp() where id = m.id;
  perform app_private.record_audit(me, 'claim.match_' || p_state, 'claim', m.claim_id::text, jsonb_build_object(
    'confidence', m.confidence, 'otherClaimId', m.other_claim_id, 'checkId', m.check_id,
    'other', coalesce(
      (select statement from public.claims where id = m.other_claim_id),
      (select claim from public.earlier_checks where id = m.check_id)),
    'url', (select url from public.earlier_checks where id = m.check_id)));
  return jsonb_build_object('state', p_state);
end $$;

-- Takes in checks of others. A check is known by its address; one that comes again with other words replaces them.
create function public.import_checks(p_checks jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := case when (select auth.role()) = 'service_role' then null else app_private.require_role('editor') end;
  added int;
  changed int;
begin
  with incoming as (
    select distinct on (item ->> 'url') item from jsonb_array_elements(p_checks) with ordinality as i (item, at)
    order by item ->> 'url', at desc),
  kept as (
    insert into public.earlier_checks as e (url, claim, title, claimant, rating, publisher, checked_on)
    select item ->> 'url', item ->> 'claim', item ->> 'title', item ->> 'claimant', item ->> 'rating',
      item ->> 'publisher', (item ->> 'checkedOn')::date
    from incoming order by item ->> 'url'
    on conflict (url) do update set claim = excluded.claim, title = excluded.title, claimant = excluded.claimant,
      rating = excluded.rating, publisher = excluded.publisher, checked_on = excluded.checked_on,
      imported_at = clock_timestamp()
    where (e.claim, e.title, e.claimant, e.rating, e.publisher, e.checked_on) is distinct from (
      excluded.claim, excluded.title, excluded.claimant, excluded.rating, excluded.publisher, excluded.checked_on)
    returning xmax = 0 as is_new)
  select count(*) filter (where is_new), count(*) filter (where not is_new) into added, changed from kept;
  if added + changed > 0 then
    update public.claims set compared_at = null where state in ('proposed', 'open', 'in_review');
    perform app_private.record_audit(me, 'checks.imported', 'desk', 'earlier_checks',
      jsonb_build_object('added', added, 'changed', changed));
  end if;
  return jsonb_build_object('added', added, 'changed', changed);
end $$;

revoke all on function app_private.index_claim(), app_private.index_check(),
  app_private.compare_again() from public;
revoke all on function public.unread_match_documents(int, int), public.uncompared_claims(int), public.keep_match_words(int, jsonb),
  public.match_candidates(uuid[], int, float8, float8, float8), public.keep_matches(uuid[], jsonb),
  public.decide_match(uuid, public.match_state), public.import_checks(jsonb) from public, anon, authenticated;
grant execute on function public.unread_match_documents(int, int), public.uncompared_claims(int), public.keep_match_words(int, jsonb),
  public.match_candidates(uuid[], int, float8, float8, float8), public.keep_matches(uuid[], jsonb),
  public.import_checks(jsonb) to service_role;
grant execute on function public.decide_match(uuid, public.match_state), public.import_checks(jsonb) to authenticated;

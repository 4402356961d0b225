-- Search over what is published, for readers: the newest copy of each verdict, and nothing else of the desk.

-- As words are compared: without accents and capitals.
create function app_private.folded(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select lower(regexp_replace(normalize(p_text, nfkd), '[\u0300-\u036f]', '', 'g'))
$$;

-- All text of a rationale, one run after the other.
create function app_private.rationale_text(p_rationale jsonb) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(string_agg(t #>> '{}', ' '), '') from jsonb_path_query(p_rationale, 'strict $.**.text', silent => true) t
$$;

create table app_private.published_search (
  claim_id uuid primary key references public.claims (id),
  report_id uuid not null references public.reports (id),
  article_id uuid not null,
  number int not null,
  slug text not null,
  short_claim text not null,
  statement text not null,
  summary text not null,
  rationale text not null,
  claimant text,
  claimant_key text generated always as (app_private.folded(claimant)) stored,
  rating text not null,
  first_published_at timestamptz not null,
  words tsvector generated always as (
    setweight(to_tsvector('pg_catalog.english', app_private.folded(short_claim || ' ' || statement)), 'A') ||
    setweight(to_tsvector('pg_catalog.english', app_private.folded(coalesce(claimant, ''))), 'B') ||
    setweight(to_tsvector('pg_catalog.english', app_private.folded(summary)), 'C') ||
    setweight(to_tsvector('pg_catalog.english', app_private.folded(rationale)), 'D')) stored
);
create index published_search_words_idx on app_private.published_search using gin (words);

create function app_private.make_searchable(p public.published_verdicts) returns void
language sql security definer set search_path = '' as $$
  insert into app_private.published_search as s (claim_id, report_id, article_id, number, slug, short_claim, statement, summary,
      rationale, claimant, rating, first_published_at)
    select p.claim_id, p.report_id, r.article_id, p.number, p.slug, p.short_claim, c.j #>> '{claim,statement}',
        c.j #>> '{verdict,summary}', app_private.rationale_text(c.j #> '{verdict,rationale}'), c.j #>> '{claim,claimant}',
        c.j #>> '{verdict,rating}', p.published_at
      from public.reports r, (select p.content::jsonb as j) c where r.id = p.report_id
    on conflict (claim_id) do update set
        number = excluded.number, slug = excluded.slug, short_claim = excluded.short_claim, statement = excluded.statement,
        summary = excluded.summary, rationale = excluded.rationale, claimant = excluded.claimant, rating = excluded.rating
      where s.number < excluded.number;
$$;

create function app_private.publication_searchable() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.make_searchable(new);
  return null;
end $$;
create trigger published_verdict_searchable after insert on public.published_verdicts
  for each row execute function app_private.publication_searchable();

do $$
declare
  p public.published_verdicts;
begin
  for p in select * from public.published_verdicts order by claim_id, number loop
    perform app_private.make_searchable(p);
  end loop;
end $$;

-- One page of what was found, how many there are, and what each filter would leave: each counted as if it alone were not set.
-- A retracted verdict has no rating; it counts as retracted.
create function public.search_published(p_query jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with asked as (
    select case when p_query ? 'text'
        then websearch_to_tsquery('pg_catalog.english', app_private.folded(p_query ->> 'text')) end as words,
      app_private.folded(p_query ->> 'claimant') as claimant),
  found as materialized (
    select s.claim_id, s.article_id, s.claimant, s.claimant_key, s.first_published_at, s.slug,
      case when n.kind = 'retracted' then 'retracted' else s.rating end as rating,
      case when a.words is null then 0 else ts_rank(s.words, a.words) end as rank,
      not p_query ? 'rating' or (case when n.kind = 'retracted' then 'retracted' else s.rating end) = p_query ->> 'rating' as by_rating,
      not p_query ? 'topic' or s.article_id in (
          select t.article_id from public.article_topics t where t.topic_id::text = p_query ->> 'topic')
        or s.claim_id in (select o.claim_id from public.claim_topics o where o.topic_id::text = p_query ->> 'topic') as by_topic,
      a.claimant is null or s.claimant_key = a.claimant as by_claimant
    from asked a cross join app_private.published_search s
    left join public.verdict_notices n on n.claim_id = s.claim_id
    where (a.words is null or s.words @@ a.words)
      and (not p_query ? 'from' or s.first_published_at >= (p_query ->> 'from')::date at time zone 'UTC')
      and (not p_query ? 'to' or s.first_published_at < ((p_query ->> 'to')::date + 1) at time zone 'UTC')),
  page as (
    select f.claim_id, row_number() over (order by f.rank desc, f.first_published_at desc, f.slug) as place
    from found f where by_rating and by_topic and by_claimant
    order by place offset least(greatest((p_query ->> 'offset')::int, 0), 100000)
    limit least(greatest((p_query ->> 'limit')::int, 0), 100)),
  topics as (
    select k.topic_id, count(*) as n from (
      select f.claim_id, t.topic_id from found f join public.article_topics t on t.article_id = f.article_id
        where by_rating and by_claimant
      union
      select f.claim_id, o.topic_id from found f join public.claim_topics o on o.claim_id = f.claim_id
        where by_rating and by_claimant) k group by 1)
  select jsonb_build_object(
    'total', (select count(*) from found where by_rating and by_topic and by_claimant),
    'unsearchable', (select coalesce(numnode(words) = 0, false) from asked),
    'hits', (select coalesce(jsonb_agg(jsonb_build_object(
        'slug', s.slug, 'short_claim', s.short_claim, 'summary', s.summary, 'claimant', s.claimant, 'rating', s.rating,
        'notice', n.kind, 'published_at', s.first_published_at, 'demo', r.demo,
        'report', jsonb_build_object('slug', r.slug, 'headline', r.headline)) order by p.place), '[]')
      from page p join app_private.published_search s on s.claim_id = p.claim_id
      join public.reports r on r.id = s.report_id
      left join public.verdict_notices n on n.claim_id = s.claim_id),
    'ratings', (select coalesce(jsonb_agg(jsonb_build_object('value', k.rating, 'count', k.n)), '[]') from (
      select rating, count(*) as n from found where by_topic and by_claimant group by 1) k),
    'topics', (select coalesce(jsonb_agg(jsonb_build_object('value', t.id, 'label', t.name, 'count', k.n)
        order by k.n desc, t.name), '[]')
      from topics k join public.topics t on t.id = k.topic_id),
    'claimants', (select coalesce(jsonb_agg(jsonb_build_object('value', k.claimant, 'count', k.n) order by k.n desc, k.claimant), '[]')
      from (select max(claimant) as claimant, count(*) as n from found
        where by_rating and by_topic and claimant is not null group by claimant_key
        order by claimant_key = (select claimant from asked) desc nulls last, 2 desc, 1 limit 12) k))
$$;

revoke all on app_private.published_search from public, anon, authenticated, service_role;
revoke all on function app_private.folded(text), app_private.rationale_text(jsonb),
  app_private.make_searchable(public.published_verdicts), app_private.publication_searchable() from public;
revoke all on function public.search_published(jsonb) from public;
grant execute on function public.search_published(jsonb) to anon, authenticated, service_role;

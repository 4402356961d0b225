-- What the public reads: frozen copies of what was signed. Nothing else in the database is open to anonymous readers.
create table public.reports (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null unique references public.articles (id),
  slug text not null unique check (slug ~ '^[a-z0-9-]{3,100}$'),
  headline text not null check (char_length(headline) between 3 and 200),
  summary text not null check (char_length(summary) between 3 and 1000),
  source jsonb not null,
  demo boolean not null,
  published_by text not null,
  published_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index reports_published_idx on public.reports (published_at desc);

create table public.published_verdicts (
  claim_id uuid primary key references public.claims (id),
  report_id uuid not null references public.reports (id),
  slug text not null unique check (slug ~ '^[a-z0-9-]{3,100}$'),
  short_claim text not null check (char_length(short_claim) between 3 and 300),
  content text not null,
  content_hash text not null,
  credits jsonb not null,
  published_at timestamptz not null default clock_timestamp()
);
create index published_verdicts_report_idx on public.published_verdicts (report_id);
create trigger published_verdicts_frozen before update or delete on public.published_verdicts
  for each row execute function app_private.refuse_change();

alter table public.reports enable row level security;
alter table public.published_verdicts enable row level security;
grant select on public.reports, public.published_verdicts to anon, authenticated, service_role;
create policy reports_read on public.reports for select to anon, authenticated using (true);
create policy published_verdicts_read on public.published_verdicts for select to anon, authenticated using (true);

-- Publishes approved claims of one article: the state changes, the public copies and the trail in one transaction.
create function public.publish_report(p_article uuid, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  av public.article_versions;
  r public.reports;
  c public.claims;
  v public.verdict_versions;
  item jsonb;
  credits jsonb;
begin
  perform from public.articles where id = p_article for update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  if jsonb_array_length(coalesce(p_report -> 'verdicts', '[]')) = 0 then
    raise exception 'There is no approved verdict to publish.' using errcode = 'PT422';
  end if;
  select * into av from public.article_versions where article_id = p_article order by number desc limit 1;
  insert into public.reports (article_id, slug, headline, summary, source, demo, published_by)
  values (p_article, p_report ->> 'slug', p_report ->> 'headline', p_report ->> 'summary',
    jsonb_build_object('title', av.title, 'byline', av.byline, 'outlet', av.outlet, 'publishedOn', av.published_on,
      'sourceUrl', av.source_url, 'language', av.language, 'text', av.text, 'sha256', av.sha256),
    (select demo from public.articles where id = p_article),
    (select name from public.profiles where id = me))
  on conflict (article_id) do update
    set headline = excluded.headline, summary = excluded.summary, updated_at = clock_timestamp()
  returning * into r;
  -- All at once and in one order, so that two publications cannot wait for each other.
  perform from public.claims where id in (
    select (value ->> 'claimId')::uuid from jsonb_array_elements(p_report -> 'verdicts')) order by id for update;
  for item in select * from jsonb_array_elements(p_report -> 'verdicts') loop
    c := app_private.begin_transition(
      (item ->> 'claimId')::uuid, 'publish', (item ->> 'version')::int, null);
    if c.article_version_id <> av.id then
      raise exception 'That claim belongs to another article, or to another version of it.' using errcode = 'PT422';
    end if;
    if me in (c.lead_id, c.second_id) then
      raise exception 'A report is published by somebody who did not check its claims.' using errcode = 'PT403';
    end if;
    v := app_private.latest_version(c.id);
    if not exists (
      select from public.sign_offs s
      where s.version_id = v.id and s.content_hash = v.content_hash and s.voided_at is null) then
      raise exception 'A verdict without a valid signature cannot be published.' using errcode = 'PT422';
    end if;
    select jsonb_agg(to_jsonb(x)) into credits from (
      select 'lead' as capacity, p.name, f.submitted_at as at
        from public.verdict_versions f join public.profiles p on p.id = f.submitted_by
        where f.claim_id = c.id and f.origin = 'submission'
          and f.number = (select max(number) from public.verdict_versions
                          where claim_id = c.id and origin = 'submission')
      union all
      (select 'second', p.name, s.decided_at from public.second_verdicts s join public.profiles p on p.id = s.by
        where s.claim_id = c.id order by s.decided_at desc limit 1)
      union all
      (select 'adjudicator', p.name, a.decided_at from public.adjudications a join public.profiles p on p.id = a.by
        where a.claim_id = c.id and a.version_id = v.id)) x;
    insert into public.published_verdicts (claim_id, report_id, slug, short_claim, content, content_hash, credits)
    values (c.id, r.id, item ->> 'slug', btrim(item ->> 'shortClaim'), v.content, v.content_hash, credits);
    perform app_private.finish_transition(c, 'publish', 'published', null, 'claim.published', jsonb_build_object(
      'slug', item ->> 'slug', 'shortClaim', btrim(item ->> 'shortClaim'), 'contentHash', v.content_hash));
  end loop;
  perform app_private.record_audit(me, 'report.published', 'report', r.id::text, jsonb_build_object(
    'slug', r.slug, 'headline', r.headline, 'articleId', p_article,
    'verdicts', jsonb_array_length(p_report -> 'verdicts')));
  return jsonb_build_object('slug', r.slug);
end $$;

-- The trail of a published report as anybody may read it: what happened and when, in which capacity; no names beyond
-- those that the report shows, no reasons, no drafts.
create function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r))
  order by e.seq
$$;

revoke all on function public.publish_report(uuid, jsonb) from public, anon;
grant execute on function public.publish_report(uuid, jsonb) to authenticated;
revoke all on function public.public_trail(text) from public;
grant execute on function public.public_trail(text) to anon, authenticated;

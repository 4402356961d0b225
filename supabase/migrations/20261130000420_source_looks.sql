-- Whether a source still says what was captured: looked at 7, 30 and 90 days after its claim was published, and whenever
-- somebody asks. `differs`: other words around it, and what is quoted stands. `changed`: what is quoted does not.
create table public.source_looks (
  id uuid primary key default gen_random_uuid(),
  capture_id uuid not null references public.captures (id),
  claim_id uuid not null references public.claims (id),
  -- Days after publication; null for one that somebody asked for.
  days int check (days in (7, 30, 90)),
  due_at timestamptz not null default clock_timestamp(),
  tries int not null default 0,
  taken_at timestamptz,
  looked_at timestamptz,
  outcome text check (outcome in ('same', 'differs', 'changed', 'gone', 'unreachable')),
  text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
  unique (capture_id, days),
  check ((looked_at is null) = (outcome is null))
);
create unique index source_looks_asked_once on public.source_looks (capture_id) where looked_at is null and days is null;
create index source_looks_due_idx on public.source_looks (due_at) where looked_at is null;
create index source_looks_claim_idx on public.source_looks (claim_id, looked_at);

create function app_private.source_looks_before() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.looked_at is not null then
    raise exception 'What a look found never changes.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger source_looks_kept before update on public.source_looks
  for each row execute function app_private.source_looks_before();
create trigger source_looks_never_deleted before delete on public.source_looks
  for each row execute function app_private.refuse_change();
create trigger source_looks_whole before truncate on public.source_looks
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.source_looks', 'people');
alter table public.source_looks enable row level security;
revoke all on public.source_looks from public, anon, authenticated, service_role;
grant select on public.source_looks to authenticated, service_role;
create policy source_looks_read on public.source_looks for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));

-- The captures that the newest published copy of each claim cites.
create view app_private.cited_captures with (security_invoker = true) as
  select distinct on (v.claim_id, c.id) v.claim_id, c.id as capture_id, e.value ->> 'url' as address,
      e.value ->> 'title' as title, cl.published_at
    from public.published_verdicts v
    join public.claims cl on cl.id = v.claim_id
    cross join lateral jsonb_array_elements(v.content::jsonb -> 'evidence') e
    join public.capture_addresses a on a.claim_id = v.claim_id and a.address = e.value ->> 'url'
    join public.captures c on c.id = a.capture_id and c.state = 'kept'
    where v.number = (select max(n.number) from public.published_verdicts n where n.claim_id = v.claim_id)
    order by v.claim_id, c.id;

-- The latest that is due of each; a desk that was off for a month looks once.
create function app_private.plan_looks(p_now timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into public.source_looks (capture_id, claim_id, days)
  select c.capture_id, c.claim_id, max(d.days)
    from app_private.cited_captures c
    join public.claims cl on cl.id = c.claim_id and cl.state in ('published', 'being_corrected')
    join public.articles a on a.id = cl.article_id and not a.demo
    cross join (values (7), (30), (90)) d (days)
    where c.published_at + make_interval(days => d.days) <= p_now
    group by c.capture_id, c.claim_id
  on conflict (capture_id, days) do nothing
$$;

create or replace function app_private.is_capturing_due() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.captures where state in ('asked', 'fetching') and due_at <= clock_timestamp())
    or exists (select from app_private.reviews_to_look_through(1))
    or exists (select from public.source_looks where looked_at is null and due_at <= clock_timestamp())
$$;

create function app_private.take_look() returns table (id uuid, capture_id uuid, claim_id uuid, url text, tries int)
language sql security definer set search_path = '' as $$
  update public.source_looks l set taken_at = clock_timestamp(), tries = l.tries + 1
    from public.captures c
    where c.id = l.capture_id and l.id = (
      select d.id from public.source_looks d
        where d.looked_at is null and d.due_at <= clock_timestamp()
          and (d.taken_at is null or d.taken_at < clock_timestamp() - interval '3 minutes' or d.taken_at < d.due_at)
        order by d.due_at limit 1 for update skip locked)
    returning l.id, l.capture_id, l.claim_id, c.url, l.tries
$$;

create function app_private.finish_look(p_id uuid, p_outcome text, p_text_sha256 text, p_again interval) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.source_looks;
begin
  if p_again is not null then
    update public.source_looks set due_at = clock_timestamp() + p_again where id = p_id and looked_at is null;
    return;
  end if;
  update public.source_looks set looked_at = clock_timestamp(), outcome = p_outcome, text_sha256 = p_text_sha256
    where id = p_id and looked_at is null returning * into l;
  if l.outcome in ('changed', 'gone') then
    perform app_private.record_audit(null, 'capture.source_lost', 'review', l.claim_id::text,
      jsonb_build_object('captureId', l.capture_id, 'outcome', l.outcome));
  end if;
end $$;

create function public.look_again_at_source(p_capture uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.captures;
begin
  perform app_private.require_role('reviewer');
  perform app_private.require_writable();
  select * into c from public.captures where id = p_capture and state = 'kept';
  if not found or not app_private.may_read_review(c.claim_id) then
    raise exception 'There is no such capture.' using errcode = 'PT404';
  end if;
  insert into public.source_looks (capture_id, claim_id) values (c.id, c.claim_id)
    on conflict (capture_id) where looked_at is null and days is null do nothing;
end $$;

-- Published sources that are not what they were, the latest first, for who may read their reviews.
create function public.lost_sources(p_most int)
returns table (claim_id uuid, statement text, capture_id uuid, address text, title text, outcome text, looked_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select x.claim_id, x.statement, x.capture_id, x.address, x.title, x.outcome, x.looked_at from (
    select distinct on (c.claim_id, c.capture_id) c.claim_id, cl.statement, c.capture_id, c.address, c.title, l.outcome,
        l.looked_at
      from app_private.cited_captures c
      join public.claims cl on cl.id = c.claim_id
      join public.source_looks l on l.capture_id = c.capture_id and l.looked_at is not null
      where app_private.role_at_least('editor')
      order by c.claim_id, c.capture_id, l.looked_at desc) x
    where x.outcome in ('changed', 'gone', 'unreachable') and app_private.may_read_review(x.claim_id)
    order by x.looked_at desc limit least(greatest(p_most, 0), 200)
$$;

-- What anybody may know of the captures that published verdicts cite: when, and with which hashes; and what became of the
-- source since.
alter table public.desk_settings add column offer_captures boolean not null default false;
create function public.published_captures(p_claims uuid[])
returns table (claim_id uuid, capture_id uuid, address text, fetched_at timestamptz, body_sha256 text, text_sha256 text,
  warc_sha256 text, warc_bytes int, outcome text, looked_at timestamptz, offered boolean)
language sql stable security definer set search_path = '' as $$
  select c.claim_id, k.id, c.address, k.fetched_at, k.body_sha256, k.text_sha256, k.warc_sha256, k.warc_bytes,
      l.outcome, l.looked_at, (select s.offer_captures from public.desk_settings s)
    from app_private.cited_captures c
    join public.captures k on k.id = c.capture_id
    left join lateral (select o.outcome, o.looked_at from public.source_looks o
      where o.capture_id = k.id and o.looked_at is not null order by o.looked_at desc limit 1) l on true
    where c.claim_id = any (p_claims)
$$;

create function public.set_offer_captures(p_on boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  perform app_private.require_writable();
  if p_on is null then
    raise exception 'Say whether readers may have the captures.' using errcode = 'PT422';
  end if;
  update public.desk_settings set offer_captures = p_on where offer_captures <> p_on;
  if found then
    perform app_private.record_audit(me, case when p_on then 'desk.captures_offered' else 'desk.captures_withheld' end,
      'desk', 'desk', '{}');
  end if;
end $$;

revoke all on app_private.cited_captures from public, anon, authenticated, service_role;
revoke all on function app_private.source_looks_before(), app_private.plan_looks(timestamptz), app_private.take_look(),
  app_private.finish_look(uuid, text, text, interval) from public;
revoke all on function public.look_again_at_source(uuid), public.lost_sources(int), public.published_captures(uuid[]),
  public.set_offer_captures(boolean) from public, anon;
grant execute on function public.look_again_at_source(uuid), public.lost_sources(int),
  public.set_offer_captures(boolean) to authenticated;
grant execute on function public.published_captures(uuid[]) to anon, authenticated, service_role;

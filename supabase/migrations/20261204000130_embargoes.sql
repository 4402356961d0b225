-- A report that is to be published at a time: what exactly, and on whose word. Until then nothing of its article is published
-- otherwise. When the time has come the server publishes it with the rights that this person has by then, and no others.
create table public.embargoes (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id),
  until timestamptz not null,
  -- The words as the composer had them, and of each verdict the hash of the content that was seen.
  request jsonb not null check (octet_length(request::text) <= 1000000),
  set_by uuid not null references public.profiles (id),
  set_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'published', 'failed', 'cancelled')),
  ended_at timestamptz,
  -- Why it was not published, for editors.
  failure text check (char_length(failure) between 1 and 8000),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'failed') = (failure is not null))
);
create unique index embargoes_waiting_idx on public.embargoes (article_id) where state = 'waiting';
create index embargoes_due_idx on public.embargoes (until) where state = 'waiting';
create index embargoes_article_idx on public.embargoes (article_id, set_at);
alter table public.embargoes enable row level security;
revoke all on public.embargoes from public, anon, authenticated, service_role;
grant select on public.embargoes to authenticated, service_role;
create policy embargoes_read on public.embargoes for select to authenticated
  using ((select app_private.role_at_least('editor')));
select app_private.guard_while_read_only('public.embargoes', 'people');

insert into public.notification_kinds (kind, channel, hidden) values ('embargo_failed', 'email', 'verdict');
insert into public.notification_rules (event, audience, kind) values
  ('fail_embargo', 'editors', 'embargo_failed'),
  ('fail_embargo', 'person', 'embargo_failed');

-- Sets the time; one that waits already is replaced by it.
create function public.set_embargo(p_article uuid, p_until timestamptz, p_request jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  made uuid;
  replaced boolean;
begin
  if nullif(btrim(p_request ->> 'exception'), '') is not null then perform app_private.require_role('admin'); end if;
  perform from public.articles where id = p_article for update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  if p_until is null or p_until <= clock_timestamp() then
    raise exception 'That time is over. Choose a later one, or publish now.' using errcode = 'PT422';
  end if;
  if p_until > clock_timestamp() + interval '1 year' then
    raise exception 'Choose a time within a year.' using errcode = 'PT422';
  end if;
  if jsonb_array_length(coalesce(p_request -> 'verdicts', '[]')) = 0 or exists (
      select from jsonb_array_elements(p_request -> 'verdicts') i
        left join public.claims c on c.id::text = i ->> 'claimId' and c.article_id = p_article and c.state = 'approved'
        where c.id is null) then
    raise exception 'Only approved verdicts of this article can wait for a time.' using errcode = 'PT422';
  end if;
  update public.embargoes set state = 'cancelled', ended_at = clock_timestamp()
    where article_id = p_article and state = 'waiting';
  replaced := found;
  insert into public.embargoes (article_id, until, request, set_by)
    values (p_article, p_until, p_request, me) returning id into made;
  perform app_private.record_audit(me, 'report.embargo_set', 'article', p_article::text, jsonb_build_object(
    'until', to_char(p_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'replaced', replaced,
    'verdicts', jsonb_array_length(p_request -> 'verdicts'), 'exception', nullif(btrim(p_request ->> 'exception'), '')));
  return made;
end $$;

-- Cancelling what is cancelled changes nothing. What was published meanwhile is said.
create function public.cancel_embargo(p_embargo uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  e public.embargoes;
begin
  perform from public.articles where id = (select article_id from public.embargoes where id = p_embargo) for update;
  select * into e from public.embargoes where id = p_embargo for update;
  if not found then raise exception 'There is no such embargo.' using errcode = 'PT404'; end if;
  if e.state = 'cancelled' then return; end if;
  if e.state <> 'waiting' then
    raise exception 'It does not wait any more: it was %.',
      case e.state when 'published' then 'published' else 'not carried out' end using errcode = 'PT422';
  end if;
  update public.embargoes set state = 'cancelled', ended_at = clock_timestamp() where id = e.id;
  perform app_private.record_audit(me, 'report.embargo_cancelled', 'article', e.article_id::text,
    jsonb_build_object('until', to_char(e.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
end $$;

-- Whichever way it is published: not before the time, and then the embargo has ended.
create function app_private.keep_embargo() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  e public.embargoes;
begin
  select o.* into e from public.embargoes o join public.reports r on r.article_id = o.article_id
    where r.id = new.report_id and o.state = 'waiting' for update of o;
  if not found then return new; end if;
  if e.until > clock_timestamp() then
    raise exception 'There is an embargo until % (UTC). Cancel it to publish before.',
      to_char(e.until at time zone 'UTC', 'YYYY-MM-DD HH24:MI') using errcode = 'PT422';
  end if;
  update public.embargoes set state = 'published', ended_at = clock_timestamp() where id = e.id;
  return new;
end $$;
create trigger published_verdict_embargo before insert on public.published_verdicts
  for each row execute function app_private.keep_embargo();

-- One that waits and is due, locked until the end; none for whoever comes second.
create function app_private.due_embargo(p_embargo uuid) returns public.embargoes
language plpgsql security definer set search_path = '' as $$
declare
  e public.embargoes;
begin
  perform from public.articles where id = (select article_id from public.embargoes where id = p_embargo) for update;
  select * into e from public.embargoes
    where id = p_embargo and state = 'waiting' and until <= clock_timestamp() for update;
  return e;
end $$;

-- Publishes with all the rights of who set the time and none more; null where it does not wait any more.
create function public.publish_embargoed(p_embargo uuid, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  e public.embargoes := app_private.due_embargo(p_embargo);
  before text := current_setting('request.jwt.claims', true);
  before_sub text := current_setting('request.jwt.claim.sub', true);
  published jsonb;
begin
  if e.id is null then return null; end if;
  perform set_config('request.jwt.claims', jsonb_build_object('sub', e.set_by, 'role', 'authenticated')::text, true);
  perform set_config('request.jwt.claim.sub', e.set_by::text, true);
  published := public.publish_report(e.article_id, p_report);
  perform set_config('request.jwt.claims', coalesce(before, ''), true);
  perform set_config('request.jwt.claim.sub', coalesce(before_sub, ''), true);
  return published;
end $$;

-- Ends one that could not be published, and tells the editors; once.
create function public.fail_embargo(p_embargo uuid, p_failure text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.embargoes := app_private.due_embargo(p_embargo);
  c public.claims;
begin
  if e.id is null then return; end if;
  update public.embargoes set state = 'failed', ended_at = clock_timestamp(), failure = left(p_failure, 8000) where id = e.id;
  perform app_private.record_audit(null, 'report.embargo_failed', 'article', e.article_id::text,
    jsonb_build_object('failure', left(p_failure, 2000)));
  -- Told once, of the first of its claims, however many there are.
  select k.* into c from public.claims k
    where k.id::text = e.request -> 'verdicts' -> 0 ->> 'claimId';
  if found then perform app_private.notify('fail_embargo', c, null, 'embargo ' || e.id, e.set_by); end if;
end $$;

-- What is due, with who set it as the desk knows them now.
create function public.due_embargoes() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(x order by x.until), '[]') from (
    select e.id, e.article_id, e.until, e.request, e.set_by, p.name, app_private.role_of(e.set_by) as role
      from public.embargoes e join public.profiles p on p.id = e.set_by
      where e.state = 'waiting' and e.until <= clock_timestamp() order by e.until limit 20) x
$$;

revoke all on function public.set_embargo(uuid, timestamptz, jsonb), public.cancel_embargo(uuid) from public, anon;
grant execute on function public.set_embargo(uuid, timestamptz, jsonb), public.cancel_embargo(uuid) to authenticated;
revoke all on function public.publish_embargoed(uuid, jsonb), public.fail_embargo(uuid, text), public.due_embargoes()
  from public, anon, authenticated;
grant execute on function public.publish_embargoed(uuid, jsonb), public.fail_embargo(uuid, text), public.due_embargoes()
  to service_role;
revoke all on function app_private.keep_embargo(), app_private.due_embargo(uuid) from public;

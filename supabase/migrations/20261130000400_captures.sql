-- What the sources of a review said when the desk looked at them. One capture for each address of a claim: asked for,
-- fetched, kept or failed. The bytes rest in Storage as a WARC under the name of its hash; here stand its hashes, where it
-- came from and the words in it. A kept capture never changes. It is read by whoever may read the review.
create table public.captures (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  -- The address as addresses are compared: without fragment and marks of campaigns.
  url text not null check (char_length(url) between 8 and 2048),
  state text not null default 'asked' check (state in ('asked', 'fetching', 'kept', 'failed')),
  -- How often it was begun, and how often since somebody last asked.
  attempts int not null default 0,
  tries int not null default 0,
  failure text check (char_length(failure) <= 40),
  asked_at timestamptz not null default clock_timestamp(),
  -- Not before; a site is left alone for a moment between two requests, and what failed is tried again after a while.
  due_at timestamptz not null default clock_timestamp(),
  host text not null,
  began_at timestamptz,
  kept_at timestamptz,
  -- Of a kept one.
  fetched_at timestamptz,
  final_url text,
  redirects text[] not null default '{}',
  status int,
  content_type text,
  remote_address text,
  certificate text,
  tool text,
  body_bytes int,
  body_sha256 text check (body_sha256 ~ '^[0-9a-f]{64}$'),
  text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
  warc_bytes int,
  warc_sha256 text check (warc_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why no text could be read from it, where that is so.
  no_text text check (char_length(no_text) <= 40),
  unique (claim_id, url),
  check ((state = 'kept') = (kept_at is not null)),
  check (state <> 'kept' or (fetched_at is not null and final_url is not null and status is not null
    and body_sha256 is not null and warc_sha256 is not null and (text_sha256 is null) = (no_text is not null))),
  check (state <> 'failed' or failure is not null)
);
create index captures_due_idx on public.captures (due_at) where state in ('asked', 'fetching');
create index captures_host_idx on public.captures (host, began_at desc nulls last);

create table public.capture_texts (
  capture_id uuid primary key references public.captures (id),
  text text not null check (char_length(text) <= 600000)
);

-- Under which addresses, as people wrote them, a capture is cited.
create table public.capture_addresses (
  claim_id uuid not null references public.claims (id),
  address text not null check (char_length(address) <= 2048),
  capture_id uuid not null references public.captures (id),
  primary key (claim_id, address)
);
create index capture_addresses_capture_idx on public.capture_addresses (capture_id);

-- What became of a capture, step by step.
create table public.capture_steps (
  capture_id uuid not null references public.captures (id),
  n int not null,
  at timestamptz not null default clock_timestamp(),
  state text not null,
  failure text,
  primary key (capture_id, n)
);

-- How much of a review was looked through for sources. Of the server's own housekeeping.
create table app_private.sources_noticed (
  claim_id uuid primary key references public.claims (id),
  head bigint not null
);

create function app_private.captures_before() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'kept' then
    raise exception 'A capture that is kept never changes.' using errcode = '42501';
  end if;
  if (new.id, new.claim_id, new.url) is distinct from (old.id, old.claim_id, old.url) then
    raise exception 'A capture is of one source of one claim.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger captures_kept before update on public.captures
  for each row execute function app_private.captures_before();
create trigger captures_never_deleted before delete on public.captures
  for each row execute function app_private.refuse_change();

create function app_private.captures_after() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.state, new.failure) is not distinct from (old.state, old.failure) then return null; end if;
  insert into public.capture_steps (capture_id, n, state, failure)
    select new.id, coalesce(max(n), 0) + 1, new.state, new.failure from public.capture_steps where capture_id = new.id;
  return null;
end $$;
create trigger captures_step_noted after insert or update on public.captures
  for each row execute function app_private.captures_after();

do $$
declare
  t text;
begin
  foreach t in array array['capture_texts', 'capture_addresses', 'capture_steps'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
  end loop;
  foreach t in array array['captures', 'capture_texts', 'capture_addresses', 'capture_steps'] loop
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_whole', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    execute format('grant select on public.%I to authenticated, service_role', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;
create policy captures_read on public.captures for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));
create policy capture_addresses_read on public.capture_addresses for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));
create policy capture_texts_read on public.capture_texts for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.captures c where c.id = capture_id and app_private.may_read_review(c.claim_id)));
create policy capture_steps_read on public.capture_steps for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.captures c where c.id = capture_id and app_private.may_read_review(c.claim_id)));

create policy audit_captures_read on public.audit_events as restrictive for select to authenticated
  using (action not like 'capture.%' or app_private.may_read_review(entity_id::uuid));

-- Reviews in which something was written since they were last looked through. Of a demonstration nothing is fetched
-- unless somebody asks; nor of what was published before the desk captured anything.
create function app_private.reviews_to_look_through(p_most int) returns table (claim_id uuid, head bigint)
language sql stable security definer set search_path = '' as $$
  select d.claim_id, d.head from public.review_documents d
    join public.claims c on c.id = d.claim_id
    join public.articles a on a.id = c.article_id
    left join app_private.sources_noticed n on n.claim_id = d.claim_id
    where d.head > coalesce(n.head, 0) and not a.demo
      and c.state in ('in_review', 'second_review', 'disputed', 'approved')
    order by d.claim_id limit p_most
$$;

create function app_private.is_capturing_due() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.captures where state in ('asked', 'fetching') and due_at <= clock_timestamp())
    or exists (select from app_private.reviews_to_look_through(1))
$$;

create function app_private.ask_for_capture(p_claim uuid, p_url text, p_host text, p_address text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found_id uuid;
begin
  insert into public.captures (claim_id, url, host) values (p_claim, p_url, p_host)
    on conflict (claim_id, url) do nothing;
  select id into found_id from public.captures where claim_id = p_claim and url = p_url;
  insert into public.capture_addresses (claim_id, address, capture_id) values (p_claim, p_address, found_id)
    on conflict do nothing;
  return found_id;
end $$;

-- The sources that a review names at this row; asks for a capture of those that have none. Answers with how many are new.
create function app_private.notice_sources(p_claim uuid, p_head bigint, p_sources jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  before int := (select count(*) from public.captures where claim_id = p_claim);
begin
  perform app_private.ask_for_capture(p_claim, s.url, s.host, s.address)
    from jsonb_to_recordset(p_sources) as s (url text, host text, address text);
  insert into app_private.sources_noticed (claim_id, head) values (p_claim, p_head)
    on conflict (claim_id) do update set head = greatest(sources_noticed.head, excluded.head);
  return (select count(*) from public.captures where claim_id = p_claim) - before;
end $$;

-- Takes the next capture that is due, for a lease: one of a host at a time, with a pause between two. Whoever held one
-- longer than that has died with it. Answers nothing where none is due.
create function app_private.take_capture(p_lease interval, p_pause interval)
returns table (id uuid, claim_id uuid, url text, attempt int, tries int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  -- One after the other: two that look at once would both find the host free.
  perform pg_advisory_xact_lock(7203915);
  return query
  update public.captures c
    set state = 'fetching', attempts = c.attempts + 1, tries = c.tries + 1, began_at = clock_timestamp(), failure = null
    where c.id = (
      select d.id from public.captures d
        where ((d.state = 'asked' and d.due_at <= clock_timestamp())
            or (d.state = 'fetching' and d.began_at < clock_timestamp() - p_lease))
          and not exists (select from public.captures o where o.host = d.host and o.id <> d.id
            and ((o.state = 'fetching' and o.began_at >= clock_timestamp() - p_lease)
              or o.began_at > clock_timestamp() - p_pause))
        order by d.due_at limit 1)
    returning c.id, c.claim_id, c.url, c.attempts, c.tries;
end $$;

-- Keeps what was fetched, unless somebody else has meanwhile. The attempt is named, so that one who was given up and
-- comes back late changes nothing.
create function app_private.keep_capture(p_id uuid, p_attempt int, p_kept jsonb, p_text text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  c public.captures;
begin
  select * into c from public.captures where id = p_id for update;
  if c.state <> 'fetching' or c.attempts <> p_attempt then return false; end if;
  update public.captures set
      state = 'kept', failure = null, kept_at = clock_timestamp(), fetched_at = (p_kept ->> 'fetchedAt')::timestamptz,
      final_url = p_kept ->> 'finalUrl',
      redirects = array(select jsonb_array_elements_text(p_kept -> 'redirects')),
      status = (p_kept ->> 'status')::int, content_type = p_kept ->> 'contentType',
      remote_address = p_kept ->> 'remoteAddress', certificate = p_kept ->> 'certificate', tool = p_kept ->> 'tool',
      body_bytes = (p_kept ->> 'bodyBytes')::int, body_sha256 = p_kept ->> 'bodySha256',
      text_sha256 = p_kept ->> 'textSha256', no_text = p_kept ->> 'noText',
      warc_bytes = (p_kept ->> 'warcBytes')::int, warc_sha256 = p_kept ->> 'warcSha256'
    where id = p_id returning * into c;
  if p_text is not null then insert into public.capture_texts (capture_id, text) values (p_id, p_text); end if;
  -- Of the review, which no public trail has: it shows on what somebody works.
  perform app_private.record_audit(null, 'capture.kept', 'review', c.claim_id::text, jsonb_build_object(
    'captureId', c.id, 'fetchedAt', c.fetched_at, 'body', c.body_sha256, 'text', c.text_sha256, 'warc', c.warc_sha256));
  return true;
end $$;

-- It did not work: to be tried again after a while, or no more until somebody asks.
create function app_private.fail_capture(p_id uuid, p_attempt int, p_failure text, p_again interval) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.captures set
      state = case when p_again is null then 'failed' else 'asked' end, failure = p_failure,
      due_at = clock_timestamp() + coalesce(p_again, interval '0')
    where id = p_id and attempts = p_attempt and state = 'fetching';
  return found;
end $$;

-- Somebody wants it now: one that failed or waits. Whoever may read the review may ask; nothing of the review changes.
create function public.ask_for_capture(p_claim uuid, p_url text, p_host text, p_address text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  asked uuid;
  c public.captures;
begin
  perform app_private.require_writable();
  if not app_private.may_read_review(p_claim) then
    raise exception 'There is no such review.' using errcode = 'PT404';
  end if;
  if p_url !~ '^https?://' or char_length(p_address) > 2048 then
    raise exception 'Only web addresses can be captured.' using errcode = 'PT422';
  end if;
  if (select count(*) from public.captures where claim_id = p_claim) >= 300 then
    raise exception 'A claim has at most 300 captures.' using errcode = 'PT422';
  end if;
  asked := app_private.ask_for_capture(p_claim, p_url, p_host, p_address);
  select * into c from public.captures where id = asked for update;
  if c.state in ('failed', 'asked') and c.attempts > 0 then
    update public.captures set state = 'asked', failure = null, tries = 0, due_at = clock_timestamp() where id = c.id;
    perform app_private.record_audit(me, 'capture.asked_again', 'review', p_claim::text,
      jsonb_build_object('captureId', c.id));
  end if;
  return c.id;
end $$;

revoke all on function app_private.captures_before(), app_private.captures_after(),
  app_private.reviews_to_look_through(int), app_private.is_capturing_due(), app_private.ask_for_capture(uuid, text, text, text),
  app_private.notice_sources(uuid, bigint, jsonb), app_private.take_capture(interval, interval),
  app_private.keep_capture(uuid, int, jsonb, text), app_private.fail_capture(uuid, int, text, interval) from public;
revoke all on function public.ask_for_capture(uuid, text, text, text) from public, anon;
grant execute on function public.ask_for_capture(uuid, text, text, text) to authenticated;

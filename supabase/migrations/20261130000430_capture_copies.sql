-- Copies of a capture that others hold, where the operator has set them up: a page at the Internet Archive, and a timestamp
-- (RFC 3161) over the capture's hash. They are asked for when the capture is kept, and nothing ever waits for them.
create table public.capture_copies (
  capture_id uuid not null references public.captures (id),
  kind text not null check (kind in ('archive', 'timestamp')),
  state text not null default 'asked' check (state in ('asked', 'working', 'kept', 'failed')),
  tries int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  -- What the archive calls the work that is going on there.
  job text check (char_length(job) <= 200),
  failure text check (char_length(failure) <= 300),
  kept_at timestamptz,
  -- Where the copy stands.
  url text check (char_length(url) <= 4096),
  -- The moment that the timestamp names, and its token, as openssl reads it, in base64.
  stamped_at timestamptz,
  token text check (char_length(token) <= 100000),
  primary key (capture_id, kind),
  check (state <> 'kept' or (kept_at is not null and (url is not null or (token is not null and stamped_at is not null))))
);
create index capture_copies_due_idx on public.capture_copies (kind, due_at) where state in ('asked', 'working');

create function app_private.capture_copies_before() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'kept' then
    raise exception 'A copy that is kept never changes.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger capture_copies_kept before update on public.capture_copies
  for each row execute function app_private.capture_copies_before();
create trigger capture_copies_never_deleted before delete on public.capture_copies
  for each row execute function app_private.refuse_change();
create trigger capture_copies_whole before truncate on public.capture_copies
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.capture_copies', 'people');
alter table public.capture_copies enable row level security;
revoke all on public.capture_copies from public, anon, authenticated, service_role;
grant select on public.capture_copies to authenticated, service_role;
create policy capture_copies_read on public.capture_copies for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.captures c where c.id = capture_id and app_private.may_read_review(c.claim_id)));

-- Of captures that were kept lately, so that a key which is set for the first time does not send the whole past out.
create function app_private.plan_copies(p_kinds text[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.capture_copies (capture_id, kind)
    select c.id, k.kind from public.captures c
      cross join unnest(p_kinds) k (kind)
      where c.state = 'kept' and c.kept_at > clock_timestamp() - interval '7 days'
        and not exists (select from public.capture_copies x where x.capture_id = c.id and x.kind = k.kind)
  on conflict do nothing
$$;

create or replace function app_private.is_capturing_due() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.captures where state in ('asked', 'fetching') and due_at <= clock_timestamp())
    or exists (select from app_private.reviews_to_look_through(1))
    or exists (select from public.source_looks where looked_at is null and due_at <= clock_timestamp())
    or exists (select from public.capture_copies where state in ('asked', 'working') and due_at <= clock_timestamp())
$$;

create function app_private.take_copy(p_kinds text[])
returns table (capture_id uuid, kind text, tries int, job text, url text, warc_sha256 text)
language sql security definer set search_path = '' as $$
  update public.capture_copies x
    set state = 'working', taken_at = clock_timestamp(), tries = x.tries + case when x.job is null then 1 else 0 end
    from public.captures c
    where c.id = x.capture_id and (x.capture_id, x.kind) = (
      select d.capture_id, d.kind from public.capture_copies d
        where d.kind = any (p_kinds) and d.state in ('asked', 'working') and d.due_at <= clock_timestamp()
          and (d.state = 'asked' or d.taken_at < clock_timestamp() - interval '2 minutes')
        order by d.due_at limit 1 for update skip locked)
    returning x.capture_id, x.kind, x.tries, x.job, c.url, c.warc_sha256
$$;

-- What came of it: kept, or to be asked again after a while (with the job at the archive, or without), or given up.
create function app_private.note_copy(p_capture uuid, p_kind text, p_note jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.captures;
begin
  update public.capture_copies set
      state = p_note ->> 'state', job = p_note ->> 'job', failure = left(p_note ->> 'failure', 300),
      due_at = clock_timestamp() + make_interval(secs => coalesce((p_note ->> 'after')::int, 0)),
      kept_at = case when p_note ->> 'state' = 'kept' then clock_timestamp() end,
      url = p_note ->> 'url', stamped_at = (p_note ->> 'stampedAt')::timestamptz, token = p_note ->> 'token'
    where capture_id = p_capture and kind = p_kind and state = 'working';
  if found and p_note ->> 'state' = 'kept' then
    select * into c from public.captures where id = p_capture;
    perform app_private.record_audit(null, 'capture.copied', 'review', c.claim_id::text, jsonb_build_object(
      'captureId', c.id, 'kind', p_kind, 'url', p_note ->> 'url', 'stampedAt', p_note ->> 'stampedAt'));
  end if;
end $$;
revoke all on function app_private.capture_copies_before(), app_private.plan_copies(text[]), app_private.take_copy(text[]),
  app_private.note_copy(uuid, text, jsonb) from public;

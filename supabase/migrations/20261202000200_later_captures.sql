-- What a source says since it is not what was captured: the bytes of the later look are kept as well, so that the change can
-- be shown and not only told. And readers get the capture of a source that is lost to them, unless an admin says otherwise.
create table public.later_captures (
  look_id uuid primary key references public.source_looks (id),
  capture_id uuid not null references public.captures (id),
  claim_id uuid not null references public.claims (id),
  fetched_at timestamptz not null,
  final_url text not null,
  status int not null,
  content_type text not null,
  tool text not null,
  body_bytes int not null,
  body_sha256 text not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
  text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why no text could be read from it, where that is so.
  no_text text check (char_length(no_text) <= 40),
  warc_bytes int not null,
  warc_sha256 text not null check (warc_sha256 ~ '^[0-9a-f]{64}$'),
  check ((text_sha256 is null) = (no_text is not null))
);
create index later_captures_capture_idx on public.later_captures (capture_id, fetched_at desc);
create index later_captures_claim_idx on public.later_captures (claim_id);

create table public.later_capture_texts (
  look_id uuid primary key references public.later_captures (look_id),
  text text not null check (char_length(text) <= 600000)
);

do $$
declare
  t text;
begin
  foreach t in array array['later_captures', 'later_capture_texts'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_whole', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    execute format('grant select on public.%I to authenticated, service_role', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;
create policy later_captures_read on public.later_captures for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));
create policy later_capture_texts_read on public.later_capture_texts for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.later_captures c where c.look_id = later_capture_texts.look_id
      and app_private.may_read_review(c.claim_id)));

-- Ends a look, together with what it found where that is kept. The same answer as at the look before is there already.
create function app_private.finish_look_keeping(p_id uuid, p_outcome text, p_text_sha256 text, p_kept jsonb, p_text text)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.source_looks;
begin
  select * into l from public.source_looks where id = p_id and looked_at is null for update;
  if not found then return; end if;
  perform app_private.finish_look(p_id, p_outcome, p_text_sha256, null);
  if p_kept is null or (p_kept ->> 'status') || (p_kept ->> 'bodySha256') = (
    select n.status || n.body_sha256 from public.later_captures n where n.capture_id = l.capture_id
      order by n.fetched_at desc limit 1) then
    return;
  end if;
  insert into public.later_captures (look_id, capture_id, claim_id, fetched_at, final_url, status, content_type, tool,
      body_bytes, body_sha256, text_sha256, no_text, warc_bytes, warc_sha256)
    values (l.id, l.capture_id, l.claim_id, (p_kept ->> 'fetchedAt')::timestamptz, p_kept ->> 'finalUrl',
      (p_kept ->> 'status')::int, p_kept ->> 'contentType', p_kept ->> 'tool', (p_kept ->> 'bodyBytes')::int,
      p_kept ->> 'bodySha256', p_kept ->> 'textSha256', p_kept ->> 'noText', (p_kept ->> 'warcBytes')::int,
      p_kept ->> 'warcSha256');
  if p_text is not null then insert into public.later_capture_texts (look_id, text) values (l.id, p_text); end if;
  perform app_private.record_audit(null, 'capture.later_kept', 'review', l.claim_id::text, jsonb_build_object(
    'captureId', l.capture_id, 'lookId', l.id, 'fetchedAt', p_kept ->> 'fetchedAt', 'body', p_kept ->> 'bodySha256',
    'text', p_kept ->> 'textSha256', 'warc', p_kept ->> 'warcSha256'));
end $$;

-- `lost`: of sources that are gone, or do not say any more what is quoted. A desk that chose to keep its captures goes on so.
alter table public.desk_settings add column capture_offer text not null default 'lost'
  check (capture_offer in ('never', 'lost', 'always'));
update public.desk_settings set capture_offer = case
  when offer_captures then 'always'
  when exists (select from public.audit_events where action = 'desk.captures_withheld') then 'never'
  else 'lost' end;

drop function public.set_offer_captures(boolean);
create function public.set_capture_offer(p_offer text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  perform app_private.require_writable();
  if p_offer is null or p_offer not in ('never', 'lost', 'always') then
    raise exception 'Say which captures readers may have.' using errcode = 'PT422';
  end if;
  update public.desk_settings set capture_offer = p_offer where capture_offer <> p_offer;
  if found then
    perform app_private.record_audit(me, 'desk.capture_offer_set', 'desk', 'desk', jsonb_build_object('offer', p_offer));
  end if;
end $$;

-- As before, with what a later look kept. A look that did not reach the source takes nothing back of what one before found.
drop function public.published_captures(uuid[]);
create function public.published_captures(p_claims uuid[])
returns table (claim_id uuid, capture_id uuid, address text, fetched_at timestamptz, body_sha256 text, text_sha256 text,
  warc_sha256 text, warc_bytes int, outcome text, looked_at timestamptz, offered boolean, later_at timestamptz,
  later_text_sha256 text, later_warc_sha256 text, later_warc_bytes int)
language sql stable security definer set search_path = '' as $$
  select c.claim_id, k.id, c.address, k.fetched_at, k.body_sha256, k.text_sha256, k.warc_sha256, k.warc_bytes,
      l.outcome, l.looked_at, case s.capture_offer
        when 'always' then true
        when 'lost' then coalesce(l.outcome in ('changed', 'gone'), false)
        else false end,
      n.fetched_at, n.text_sha256, n.warc_sha256, n.warc_bytes
    from app_private.cited_captures c
    join public.captures k on k.id = c.capture_id
    cross join public.desk_settings s
    left join lateral (select o.outcome, o.looked_at from public.source_looks o
      where o.capture_id = k.id and o.looked_at is not null
      order by o.outcome = 'unreachable', o.looked_at desc limit 1) l on true
    left join lateral (select o.* from public.later_captures o
      where o.capture_id = k.id order by o.fetched_at desc limit 1) n on l.outcome in ('changed', 'gone')
    where c.claim_id = any (p_claims)
$$;

-- The words of a capture that readers may have, or of what the source says since.
create function public.published_capture_text(p_claim uuid, p_capture uuid, p_later boolean) returns text
language sql stable security definer set search_path = '' as $$
  select case when p_later
      then (select t.text from public.later_captures n join public.later_capture_texts t on t.look_id = n.look_id
        where n.capture_id = p.capture_id and n.fetched_at = p.later_at)
      else (select t.text from public.capture_texts t where t.capture_id = p.capture_id) end
    from public.published_captures(array[p_claim]) p where p.capture_id = p_capture and p.offered
$$;
alter table public.desk_settings drop column offer_captures;

revoke all on function app_private.finish_look_keeping(uuid, text, text, jsonb, text) from public;
revoke all on function public.set_capture_offer(text), public.published_captures(uuid[]),
  public.published_capture_text(uuid, uuid, boolean) from public, anon;
grant execute on function public.set_capture_offer(text) to authenticated;
grant execute on function public.published_captures(uuid[]), public.published_capture_text(uuid, uuid, boolean)
  to anon, authenticated, service_role;

-- An editor can keep a capture from readers, whatever the desk offers: somebody whose page it is has asked for that. What was
-- decided, by whom and why, stands here row by row; the newest one counts. Readers are told that it is withheld, when it was
-- captured and its hash, and not why.
create table public.capture_withholdings (
  capture_id uuid not null references public.captures (id),
  n int not null,
  withheld boolean not null,
  -- Why it is withheld; nothing for taking that back.
  reason text not null check (char_length(reason) <= 1000 and (withheld = (char_length(btrim(reason)) >= 3))),
  person_id uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp(),
  primary key (capture_id, n)
);
create index capture_withholdings_person_idx on public.capture_withholdings (person_id);
create trigger capture_withholdings_frozen before update or delete on public.capture_withholdings
  for each row execute function app_private.refuse_change();
create trigger capture_withholdings_whole before truncate on public.capture_withholdings
  for each statement execute function app_private.refuse_change();
alter table public.capture_withholdings enable row level security;
revoke all on public.capture_withholdings from public, anon, authenticated, service_role;
grant select on public.capture_withholdings to authenticated, service_role;
select app_private.guard_while_read_only('public.capture_withholdings', 'people');
create policy capture_withholdings_read on public.capture_withholdings for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.captures c where c.id = capture_id and app_private.may_read_review(c.claim_id)));

-- Keeps a capture from readers, or gives it back to them. Saying again what holds already changes nothing.
create function public.withhold_capture(p_capture uuid, p_withheld boolean, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  c public.captures;
  w public.capture_withholdings;
  why text := case when p_withheld then btrim(coalesce(p_reason, '')) else '' end;
begin
  perform app_private.require_writable();
  -- Locked, so that of two at once the second sees what the first decided.
  select * into c from public.captures where id = p_capture and state = 'kept' for no key update;
  if not found or not app_private.may_read_review(c.claim_id) then
    raise exception 'There is no such capture.' using errcode = 'PT404';
  end if;
  if p_withheld is null or (p_withheld and char_length(why) not between 3 and 1000) then
    raise exception 'Say why readers may not have it, in 3 to 1,000 characters.' using errcode = 'PT422';
  end if;
  select * into w from public.capture_withholdings where capture_id = c.id order by n desc limit 1;
  if coalesce(w.withheld, false) = p_withheld and coalesce(w.reason, '') = why then return; end if;
  insert into public.capture_withholdings (capture_id, n, withheld, reason, person_id)
    values (c.id, coalesce(w.n, 0) + 1, p_withheld, why, me);
  perform app_private.record_audit(me, case when p_withheld then 'capture.withheld' else 'capture.withholding_ended' end,
    'review', c.claim_id::text, jsonb_build_object('captureId', c.id, 'warc', c.warc_sha256)
    || case when p_withheld then jsonb_build_object('reason', why) else '{}' end);
end $$;

-- As before; nothing is offered of what is withheld, and since when it is. Of a reason that was reworded the first time counts.
drop function public.published_captures(uuid[]);
create function public.published_captures(p_claims uuid[])
returns table (claim_id uuid, capture_id uuid, address text, fetched_at timestamptz, body_sha256 text, text_sha256 text,
  warc_sha256 text, warc_bytes int, outcome text, looked_at timestamptz, offered boolean, later_at timestamptz,
  later_text_sha256 text, later_warc_sha256 text, later_warc_bytes int, withheld_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.claim_id, k.id, c.address, k.fetched_at, k.body_sha256, k.text_sha256, k.warc_sha256, k.warc_bytes,
      l.outcome, l.looked_at, w.at is null and case s.capture_offer
        when 'always' then true
        when 'lost' then coalesce(l.outcome in ('changed', 'gone'), false)
        else false end,
      n.fetched_at, n.text_sha256, n.warc_sha256, n.warc_bytes, w.at
    from app_private.cited_captures c
    join public.captures k on k.id = c.capture_id
    cross join public.desk_settings s
    left join lateral (select o.outcome, o.looked_at from public.source_looks o
      where o.capture_id = k.id and o.looked_at is not null
      order by o.outcome = 'unreachable', o.looked_at desc limit 1) l on true
    left join lateral (select o.* from public.later_captures o
      where o.capture_id = k.id order by o.fetched_at desc limit 1) n on l.outcome in ('changed', 'gone')
    left join lateral (select min(h.at) as at from public.capture_withholdings h
      where h.capture_id = k.id and h.withheld and h.n > coalesce((select max(e.n)
        from public.capture_withholdings e where e.capture_id = k.id and not e.withheld), 0)) w on true
    where c.claim_id = any (p_claims)
$$;

revoke all on function public.withhold_capture(uuid, boolean, text), public.published_captures(uuid[]) from public, anon;
grant execute on function public.withhold_capture(uuid, boolean, text) to authenticated;
grant execute on function public.published_captures(uuid[]) to anon, authenticated, service_role;

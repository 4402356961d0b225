-- What readers tell the desk about a published verdict. Anybody may, so nothing of it goes into the trail before a person of
-- the desk has dealt with it; who left an address is shown to editors only.
create table public.error_reports (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  words text not null check (char_length(words) between 10 and 4000),
  contact text check (char_length(contact) between 3 and 200),
  at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  settled_by uuid references public.profiles (id),
  outcome text check (char_length(outcome) between 3 and 2000),
  check (num_nonnulls(settled_at, settled_by, outcome) in (0, 3))
);
create unique index error_reports_once_idx on public.error_reports (claim_id, md5(words)) where settled_at is null;
create index error_reports_open_idx on public.error_reports (at) where settled_at is null;
alter table public.error_reports enable row level security;
revoke all on public.error_reports from public, anon, authenticated, service_role;
grant select on public.error_reports to authenticated;
create policy error_reports_read on public.error_reports for select to authenticated
  using ((select app_private.role_at_least('editor')));
-- Readers may report while nobody at the desk can write.
select app_private.guard_while_read_only('public.error_reports', 'people');

-- For the server alone, which counts how often one address comes. The same words again are the same report.
create function public.report_error(p_slug text, p_words text, p_contact text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  claim uuid := (select p.claim_id from public.published_verdicts p where p.slug = p_slug and p.number = 1);
begin
  if claim is null then raise exception 'No verdict is published at that address.' using errcode = 'PT404'; end if;
  if (select count(*) from (select from public.error_reports r
      where r.claim_id = claim and r.settled_at is null limit 200) x) >= 200 then
    raise exception 'The desk has very many reports on this verdict to read already. Keep what you wrote, and send it in some days.'
      using errcode = 'PT422';
  end if;
  insert into public.error_reports (claim_id, words, contact)
    values (claim, btrim(p_words), nullif(btrim(p_contact), ''))
    on conflict (claim_id, md5(words)) where settled_at is null do nothing;
end $$;

create function public.settle_error_report(p_report uuid, p_outcome text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  r public.error_reports;
begin
  select * into r from public.error_reports where id = p_report for update;
  if r.id is null then raise exception 'There is no such report.' using errcode = 'PT404'; end if;
  if r.settled_at is not null then
    raise exception 'Somebody has dealt with this report already. Nothing was changed.' using errcode = 'PT422';
  end if;
  update public.error_reports
    set settled_at = clock_timestamp(), settled_by = me, outcome = btrim(p_outcome) where id = r.id;
  perform app_private.record_audit(me, 'error_report.settled', 'error_report', r.id::text,
    jsonb_build_object('claimId', r.claim_id, 'outcome', btrim(p_outcome)));
end $$;

revoke all on function public.report_error(text, text, text), public.settle_error_report(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.report_error(text, text, text) to service_role;
grant execute on function public.settle_error_report(uuid, text) to authenticated;

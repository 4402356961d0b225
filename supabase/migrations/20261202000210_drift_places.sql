-- Where a person found the words of a claim in a later version of its article, when they could not be found for sure or at
-- all. Kept beside what was worked out. The claim's own anchor stays where it is, in the version that it rests on.
create table public.drift_places (
  id bigint generated always as identity primary key,
  -- It alone leads to the claim: a second way there would leave open which one a question about both means.
  drift_id uuid not null references public.claim_drifts (id),
  "by" uuid not null references public.profiles (id),
  start_offset int not null check (start_offset >= 0),
  end_offset int not null check (end_offset > start_offset),
  words text not null check (char_length(words) between 1 and 5000),
  at timestamptz not null default clock_timestamp()
);
create index drift_places_drift_idx on public.drift_places (drift_id, id);
create trigger drift_places_frozen before update or delete on public.drift_places
  for each row execute function app_private.refuse_change();
create trigger drift_places_kept before truncate on public.drift_places
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.drift_places', 'people');
alter table public.drift_places enable row level security;
revoke all on public.drift_places from public, anon, authenticated, service_role;
grant select on public.drift_places to authenticated;
create policy drift_places_read on public.drift_places for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

-- The words have to stand at that very place of that very version: whoever saw another text has chosen nothing.
create function public.choose_drift_place(p_drift uuid, p_start int, p_end int, p_words text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  d public.claim_drifts := app_private.open_drift(p_drift);
  v public.later_versions;
begin
  if d.placement not in ('unsure', 'gone') then
    raise exception 'The words were found for sure: there is no place to choose.' using errcode = 'PT422';
  end if;
  select * into v from public.later_versions where id = d.version_id;
  if p_start is null or p_end is null or p_start < 0 or p_end - p_start not between 1 and 5000
    or btrim(coalesce(p_words, '')) = '' or substring(v.text from p_start + 1 for p_end - p_start) <> p_words then
    raise exception 'These words do not stand there in version %. Nothing was chosen; choose the passage again.', v.number
      using errcode = 'PT422';
  end if;
  insert into public.drift_places (drift_id, "by", start_offset, end_offset, words)
    values (d.id, me, p_start, p_end, p_words);
  insert into public.drift_decisions (drift_id, claim_id, "by", decision) values (d.id, d.claim_id, me, 'here');
  update public.claim_drifts set decided = 'here' where id = d.id;
  -- The very words, and now a place for them: nothing is left to decide.
  if p_words = (select exact from public.claims where id = d.claim_id) then
    update public.claim_drifts set ended = 'placed', ended_at = clock_timestamp() where id = d.id;
  end if;
  perform app_private.record_audit(me, 'claim.words_placed', 'claim', d.claim_id::text, jsonb_build_object(
    'decision', 'chosen', 'number', v.number, 'start', p_start, 'end', p_end));
end $$;
revoke all on function public.choose_drift_place(uuid, int, int, text) from public, anon;
grant execute on function public.choose_drift_place(uuid, int, int, text) to authenticated;

-- What another desk published stays as it was written, beside what was made out in it, so that nothing is lost on the way
-- through. JSON as text: jsonb has no U+0000 and another order of members.
alter table public.earlier_checks add column markup text check (char_length(markup) <= 100000);

-- As before; and the markup is kept.
create or replace function public.import_checks(p_checks jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := case when (select auth.role()) = 'service_role' then null else app_private.require_role('editor') end;
  added int;
  changed int;
begin
  with incoming as (
    select distinct on (item ->> 'url') item from jsonb_array_elements(p_checks) with ordinality as i (item, at)
    order by item ->> 'url', at desc),
  kept as (
    insert into public.earlier_checks as e (url, claim, title, claimant, rating, publisher, checked_on, markup)
    select item ->> 'url', item ->> 'claim', item ->> 'title', item ->> 'claimant', item ->> 'rating',
      item ->> 'publisher', (item ->> 'checkedOn')::date, item ->> 'markup'
    from incoming order by item ->> 'url'
    on conflict (url) do update set claim = excluded.claim, title = excluded.title, claimant = excluded.claimant,
      rating = excluded.rating, publisher = excluded.publisher, checked_on = excluded.checked_on,
      markup = excluded.markup, imported_at = clock_timestamp()
    where (e.claim, e.title, e.claimant, e.rating, e.publisher, e.checked_on, e.markup) is distinct from (
      excluded.claim, excluded.title, excluded.claimant, excluded.rating, excluded.publisher, excluded.checked_on,
      excluded.markup)
    returning xmax = 0 as is_new)
  select count(*) filter (where is_new), count(*) filter (where not is_new) into added, changed from kept;
  if added + changed > 0 then
    update public.claims set compared_at = null where state in ('proposed', 'open', 'in_review');
    perform app_private.record_audit(me, 'checks.imported', 'desk', 'earlier_checks',
      jsonb_build_object('added', added, 'changed', changed));
  end if;
  return jsonb_build_object('added', added, 'changed', changed);
end $$;

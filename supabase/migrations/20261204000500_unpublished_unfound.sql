-- What is unpublished is not found by readers, nor counted; published again, it is as before.
create function app_private.search_visibility() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  p public.published_verdicts;
begin
  if new.unpublished_at is not null then
    delete from app_private.published_search where report_id = new.id;
    return null;
  end if;
  -- From the first publication on, whose time it keeps.
  for p in select * from public.published_verdicts where report_id = new.id order by claim_id, number loop
    perform app_private.make_searchable(p);
  end loop;
  return null;
end $$;
revoke all on function app_private.search_visibility() from public;
create trigger report_visibility_searched after update on public.reports for each row
  when ((old.unpublished_at is null) <> (new.unpublished_at is null))
  execute function app_private.search_visibility();
delete from app_private.published_search s using public.reports r where r.id = s.report_id and r.unpublished_at is not null;

-- What a published claim is about, by name: of what readers are shown, and nothing else.
create or replace function public.published_topics() returns table (claim_id uuid, names jsonb)
language sql stable security definer set search_path = '' as $$
  select e.claim_id, jsonb_agg(t.name order by lower(t.name))
  from app_private.effective_topics e
  join public.topics t on t.id = e.topic_id
  where exists (
    select from public.published_verdicts p join public.reports r on r.id = p.report_id
      where p.claim_id = e.claim_id and r.unpublished_at is null)
  group by e.claim_id
$$;

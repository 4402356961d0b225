-- What tells whether a public page can have changed: a number that grows with whatever readers are shown. One row for what any
-- page may rest on, and one for each report, for what its pages and those of its verdicts alone rest on (decision 29).
create table app_private.public_stamps (
  report_id uuid primary key,
  n bigint not null default 1
);
insert into app_private.public_stamps (report_id) values ('00000000-0000-0000-0000-000000000000');

-- Counts up, once in a transaction. The common row is locked first, so that no two transactions wait for each other.
create function app_private.grow_stamps(p_reports uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  everywhere constant uuid := '00000000-0000-0000-0000-000000000000';
  report uuid;
begin
  perform from app_private.public_stamps where report_id = everywhere for no key update;
  foreach report in array p_reports loop
    insert into app_private.public_stamps as s (report_id) values (report)
      on conflict (report_id) do update set n = s.n + 1 where s.xmin <> pg_current_xact_id()::xid;
  end loop;
end $$;

create function app_private.stamp_everywhere() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.grow_stamps(array['00000000-0000-0000-0000-000000000000']::uuid[]);
  return null;
end $$;

-- The row is about a claim, or about an article; of an event of the trail its entity says which.
create function app_private.stamp_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  facts jsonb := to_jsonb(new);
  its_kind text := coalesce(facts ->> 'entity', case when facts ? 'article_id' then 'article' else 'claim' end);
  its_id uuid;
  reports uuid[];
begin
  its_id := coalesce(facts ->> 'entity_id', facts ->> 'article_id', facts ->> 'claim_id')::uuid;
  case its_kind
    when 'article' then reports := array(select r.id from public.reports r where r.article_id = its_id);
    when 'report' then reports := array[its_id];
    else reports := array(select distinct v.report_id from public.published_verdicts v where v.claim_id = its_id);
  end case;
  if reports <> '{}' then perform app_private.grow_stamps(reports); end if;
  return null;
end $$;

create function app_private.stamp_withheld() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  reports uuid[] := array(select distinct v.report_id from public.captures c
    join public.published_verdicts v on v.claim_id = c.claim_id where c.id = new.capture_id);
begin
  if reports <> '{}' then perform app_private.grow_stamps(reports); end if;
  return null;
end $$;

-- At the end of the transaction: who waits for the common row holds nothing that another could wait for after it.
create function app_private.stamp_public_pages(p_table regclass) returns void
language plpgsql set search_path = '' as $$
begin
  execute format('create constraint trigger stamp_public_pages after insert or update or delete on %s
    deferrable initially deferred for each row execute function app_private.stamp_everywhere()', p_table);
end $$;
select app_private.stamp_public_pages(t::regclass)
  from unnest(array['public.reports', 'public.published_verdicts', 'public.verdict_notices', 'public.published_changes',
    'public.desk_settings']) t;

create constraint trigger stamp_report_pages after insert on public.audit_events deferrable initially deferred
  for each row when (new.entity in ('claim', 'report', 'article') and new.entity_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
  execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert or update on public.source_looks deferrable initially deferred
  for each row when (new.looked_at is not null) execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert or update on public.captures deferrable initially deferred
  for each row when (new.state = 'kept') execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert on public.capture_addresses deferrable initially deferred
  for each row execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert on public.later_captures deferrable initially deferred
  for each row execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert on public.capture_withholdings deferrable initially deferred
  for each row execute function app_private.stamp_withheld();
create constraint trigger stamp_report_pages after insert on public.later_versions deferrable initially deferred
  for each row execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert or update on public.claim_drifts deferrable initially deferred
  for each row execute function app_private.stamp_report();
create constraint trigger stamp_report_pages after insert on public.article_versions deferrable initially deferred
  for each row execute function app_private.stamp_report();

-- What the pages of this report or verdict rest on as of now; of any other page, what is common to all.
create function public.public_stamp(p_kind text, p_slug text) returns text
language sql stable security definer set search_path = '' as $$
  select string_agg(s.n::text, '.' order by s.report_id) from app_private.public_stamps s
    where s.report_id in (
      '00000000-0000-0000-0000-000000000000',
      case p_kind
        when 'report' then (select r.id from public.reports r where r.slug = p_slug)
        when 'verdict' then (select v.report_id from public.published_verdicts v where v.slug = p_slug limit 1)
      end)
$$;

revoke all on app_private.public_stamps from public, anon, authenticated, service_role;
revoke all on function app_private.grow_stamps(uuid[]), app_private.stamp_everywhere(), app_private.stamp_report(),
  app_private.stamp_withheld(), app_private.stamp_public_pages(regclass) from public;
revoke all on function public.public_stamp(text, text) from public, anon, authenticated;
grant execute on function public.public_stamp(text, text) to service_role;

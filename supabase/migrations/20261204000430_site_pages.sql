-- What the desk says about itself on pages of its site. Each time one is saved is a version, which stays.
create table public.site_page_versions (
  name text not null check (name in ('methodology', 'corrections-policy', 'complaints', 'funding', 'team', 'privacy')),
  number int not null check (number > 0),
  -- In the marks that app/domain/site/page-text.ts reads. Nothing stands for the text that comes with the program.
  text text not null check (char_length(text) <= 50000),
  by uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp(),
  primary key (name, number)
);
create index site_page_versions_by_idx on public.site_page_versions (by);
create trigger site_page_versions_frozen before update or delete on public.site_page_versions
  for each row execute function app_private.refuse_change();
create trigger site_page_versions_whole before truncate on public.site_page_versions
  for each statement execute function app_private.refuse_change();
alter table public.site_page_versions enable row level security;
revoke all on public.site_page_versions from public, anon, authenticated, service_role;
grant select on public.site_page_versions to authenticated, service_role;
create policy site_page_versions_read on public.site_page_versions for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
select app_private.guard_while_read_only('public.site_page_versions', 'people');
select app_private.stamp_public_pages('public.site_page_versions');

-- Saves a version, if the newest is the one that was read. The same text again changes nothing.
create function public.save_site_page(p_name text, p_expected int, p_text text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  v public.site_page_versions;
begin
  perform app_private.require_writable();
  perform pg_advisory_xact_lock(hashtext('site_page_versions'), hashtext(p_name));
  select * into v from public.site_page_versions where name = p_name order by number desc limit 1;
  if coalesce(v.text, '') = p_text then return; end if;
  if coalesce(v.number, 0) <> p_expected then
    raise exception '% saved another version of this page meanwhile, %. Nothing was saved, and what you wrote is still here. Copy it, open the page again, and put both together.',
      (select p.name from public.site_page_versions w join public.profiles p on p.id = w.by
        where w.name = p_name and w.number = v.number), app_private.ago(v.at) using errcode = 'PT409';
  end if;
  insert into public.site_page_versions (name, number, text, by) values (p_name, coalesce(v.number, 0) + 1, p_text, me);
  perform app_private.record_audit(me, 'site.page_saved', 'desk', 'site',
    jsonb_build_object('page', p_name, 'version', coalesce(v.number, 0) + 1));
end $$;

-- What readers read of each page that the desk wrote: the newest version and when it was saved, not by whom.
create function public.site_pages() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(v.name, jsonb_build_object('text', v.text, 'number', v.number, 'at', v.at)), '{}')
    from (select distinct on (name) * from public.site_page_versions order by name, number desc) v where v.text <> ''
$$;

revoke all on function public.save_site_page(text, int, text), public.site_pages() from public, anon;
grant execute on function public.save_site_page(text, int, text) to authenticated;
grant execute on function public.site_pages() to anon, authenticated, service_role;

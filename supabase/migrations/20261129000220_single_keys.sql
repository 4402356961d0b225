-- Whether single-key shortcuts are on for a person (WCAG 2.1.4), wherever they sign in.
create table public.keyboard_settings (
  person_id uuid primary key references public.profiles (id),
  single_keys boolean not null
);
alter table public.keyboard_settings enable row level security;
revoke all on public.keyboard_settings from public, anon, authenticated, service_role;
grant select on public.keyboard_settings to authenticated;
create policy keyboard_settings_read on public.keyboard_settings for select to authenticated
  using (person_id = (select auth.uid()));
select app_private.guard_while_read_only('public.keyboard_settings', 'people');

create function public.set_single_keys(p_on boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  insert into public.keyboard_settings (person_id, single_keys) values (me, p_on)
    on conflict (person_id) do update set single_keys = excluded.single_keys;
exception when not_null_violation then
  raise exception 'Say whether they are on.' using errcode = 'PT422';
end $$;
revoke all on function public.set_single_keys(boolean) from public, anon;
grant execute on function public.set_single_keys(boolean) to authenticated;

-- A view of the claim list that somebody gave a name: the query of its address. One's own, or shared with the desk.
create table public.claim_views (
  id uuid primary key,
  owner uuid not null references public.profiles (id),
  name text not null check (char_length(btrim(name)) between 1 and 60),
  query text not null check (char_length(query) <= 2000),
  shared boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);
create index claim_views_owner_idx on public.claim_views (owner, name);
create index claim_views_shared_idx on public.claim_views (name) where shared;

alter table public.claim_views enable row level security;
revoke all on public.claim_views from public, anon, authenticated, service_role;
grant select on public.claim_views to authenticated, service_role;
create policy claim_views_read on public.claim_views for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and (shared or owner = (select auth.uid())));

-- Its id comes from the form, so that sending a form twice saves one view.
create function public.save_claim_view(p_id uuid, p_name text, p_query text, p_shared boolean) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role(case when p_shared then 'editor' else 'reviewer' end::public.app_role);
begin
  perform from public.profiles where id = me for update;
  if (select count(*) from public.claim_views where owner = me) >= 50 then
    raise exception 'You have 50 saved views; remove one first.' using errcode = 'PT422';
  end if;
  insert into public.claim_views (id, owner, name, query, shared)
    values (p_id, me, btrim(p_name), p_query, p_shared) on conflict do nothing;
  if found then
    perform app_private.record_audit(me, 'desk.view_saved', 'desk', p_id::text,
      jsonb_build_object('name', btrim(p_name), 'shared', p_shared));
  end if;
  return p_id;
end $$;

-- One's own; one that is shared also by any editor.
create function public.remove_claim_view(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  gone public.claim_views;
begin
  delete from public.claim_views
    where id = p_id and (owner = me or (shared and app_private.role_at_least('editor'))) returning * into gone;
  if not found then raise exception 'There is no such saved view.' using errcode = 'PT404'; end if;
  perform app_private.record_audit(me, 'desk.view_removed', 'desk', p_id::text,
    jsonb_build_object('name', gone.name, 'shared', gone.shared));
end $$;

revoke all on function public.save_claim_view(uuid, text, text, boolean), public.remove_claim_view(uuid) from public, anon;
grant execute on function public.save_claim_view(uuid, text, text, boolean), public.remove_claim_view(uuid)
  to authenticated;

-- When an editor last had an approved claim before them in the lane, so that it can say what has changed since.
create table public.approval_looks (
  claim_id uuid not null references public.claims (id),
  person_id uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp(),
  -- The last look of the visit before: a page that is loaded again goes on with the visit.
  before_at timestamptz,
  primary key (claim_id, person_id)
);
create index approval_looks_person_idx on public.approval_looks (person_id);
alter table public.approval_looks enable row level security;
revoke all on public.approval_looks from public, anon, authenticated, service_role;
grant select on public.approval_looks to authenticated;
create policy approval_looks_read on public.approval_looks for select to authenticated
  using (person_id = (select auth.uid()) and (select app_private.role_at_least('editor')));
select app_private.guard_while_read_only('public.approval_looks', 'people');

create function public.note_approval_look(p_claim uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  perform from public.claims c where c.id = p_claim and c.state = 'approved';
  if not found then raise exception 'There is no such claim in the lane.' using errcode = 'PT404'; end if;
  insert into public.approval_looks as known (claim_id, person_id) values (p_claim, me)
    on conflict (claim_id, person_id) do update set at = excluded.at,
      before_at = case when known.at < excluded.at - interval '15 minutes' then known.at else known.before_at end;
end $$;
revoke all on function public.note_approval_look(uuid) from public, anon;
grant execute on function public.note_approval_look(uuid) to authenticated;

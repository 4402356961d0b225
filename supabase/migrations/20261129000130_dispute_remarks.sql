-- What lead, second reviewer and editors say to each other about a dispute. Read by whoever may read the review; the trail
-- says who spoke and not what, and readers are told neither.
create table public.dispute_remarks (
  id uuid primary key,
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.verdict_versions (id),
  by uuid not null references public.profiles (id),
  text text not null check (char_length(text) between 1 and 1000),
  at timestamptz not null default clock_timestamp()
);
create index dispute_remarks_claim_idx on public.dispute_remarks (claim_id, at);
create trigger dispute_remarks_frozen before update or delete on public.dispute_remarks
  for each row execute function app_private.refuse_change();
create trigger dispute_remarks_kept before truncate on public.dispute_remarks
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.dispute_remarks', 'people');
alter table public.dispute_remarks enable row level security;
revoke all on public.dispute_remarks from public, anon, authenticated, service_role;
grant select on public.dispute_remarks to authenticated, service_role;
create policy dispute_remarks_read on public.dispute_remarks for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id) and app_private.may_read_review(claim_id));

insert into public.notification_kinds (kind, channel, hidden) values
  ('remarked', 'app', 'verdict'),
  ('conceded', 'email', 'verdict');
insert into public.notification_rules (event, audience, kind) values
  ('remark', 'lead', 'remarked'),
  ('remark', 'second', 'remarked'),
  ('remark_to', 'person', 'remarked'),
  ('concede', 'lead', 'conceded'),
  ('concede', 'second', 'conceded'),
  ('carry', 'lead', 'approved'),
  ('carry', 'second', 'approved'),
  ('vote_anew', 'editors', 'disputed');

-- Its id comes from the form, so that sending a form twice says it once.
create function public.remark_on_dispute(p_claim uuid, p_id uuid, p_text text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  said text := btrim(p_text);
  c public.claims;
  v public.verdict_versions;
  editor uuid;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if me = any (c.recused) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  if not (coalesce(me in (c.lead_id, c.second_id), false) or app_private.role_at_least('editor')) then
    raise exception 'A dispute is discussed by its lead, its second reviewer and the editors.' using errcode = 'PT403';
  end if;
  perform from public.dispute_remarks where id = p_id and claim_id = c.id and by = me and text = said;
  if found then return; end if;
  if c.state <> 'disputed' then
    raise exception 'The dispute is over. What you typed is still here; nothing of it was kept.' using errcode = 'PT422';
  end if;
  if coalesce(char_length(said), 0) not between 1 and 1000 then
    raise exception 'Say it in 1 to 1,000 characters.' using errcode = 'PT422';
  end if;
  v := app_private.latest_version(c.id);
  begin
    insert into public.dispute_remarks (id, claim_id, version_id, by, text) values (p_id, c.id, v.id, me, said);
  exception when unique_violation or not_null_violation then
    raise exception 'This form was sent before with other words. Load the page again.' using errcode = 'PT422';
  end;
  perform app_private.record_audit(me, 'review.dispute_remark', 'claim', c.id::text, jsonb_build_object(
    'capacity', case me when c.lead_id then 'lead' when c.second_id then 'second' else 'editor' end));
  perform app_private.notify('remark', c, me, 'remark ' || p_id);
  -- Editors who have taken part in the discussion; all were told of the dispute.
  for editor in select distinct r.by from public.dispute_remarks r
    where r.version_id = v.id and r.by is distinct from c.lead_id and r.by is distinct from c.second_id
  loop
    perform app_private.notify('remark_to', c, me, 'remark ' || p_id, editor);
  end loop;
end $$;
revoke all on function public.remark_on_dispute(uuid, uuid, text) from public, anon;
grant execute on function public.remark_on_dispute(uuid, uuid, text) to authenticated;

-- As before; and whoever voted or spoke knows the two verdicts.
create or replace function app_private.knows_dispute(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.adjudications where claim_id = p_claim and by = p_person)
    or exists (select from public.dispute_votes where claim_id = p_claim and by = p_person)
    or exists (select from public.dispute_remarks where claim_id = p_claim and by = p_person)
$$;

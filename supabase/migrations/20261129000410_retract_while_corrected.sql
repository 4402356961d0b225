-- A published verdict can be retracted at any step of its correction, not only before that was assigned. What was never
-- published cannot be retracted, whichever way it comes.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('in_review', 'retract', 'retracted', '{editor}', true),
  ('second_review', 'retract', 'retracted', '{editor}', true),
  ('disputed', 'retract', 'retracted', '{editor}', true),
  ('approved', 'retract', 'retracted', '{editor}', true);

create function app_private.refuse_retraction() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  raise exception 'Readers have seen no verdict on this claim, so there is none to retract.' using errcode = 'PT422';
end $$;
create trigger claims_retracted_once_published before update of state on public.claims for each row
  when (new.state = 'retracted' and old.state <> 'retracted' and old.published_at is null)
  execute function app_private.refuse_retraction();
revoke all on function app_private.refuse_retraction() from public;

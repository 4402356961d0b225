-- Who is told that a verdict is cleared, or is not any more, and that a published verdict is retracted; and an exception
-- for clearing what one checked or signed, with a reason that readers see.
insert into public.notification_kinds (kind, channel, hidden) values
  ('cleared', 'app', 'verdict'),
  ('clearance_ended', 'app', 'verdict'),
  ('retracted', 'email', 'verdict');
insert into public.notification_rules (event, audience, kind) values
  ('clear', 'lead', 'cleared'),
  ('clear', 'second', 'cleared'),
  ('withdraw_clearance', 'lead', 'clearance_ended'),
  ('withdraw_clearance', 'second', 'clearance_ended'),
  ('end_clearance', 'person', 'clearance_ended'),
  ('retract', 'lead', 'retracted'),
  ('retract', 'second', 'retracted'),
  ('retract_correction', 'person', 'retracted');

-- Whoever gave a clearance is told how it ended, unless they ended it themselves.
create function app_private.notify_of_ended_clearance() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify('end_clearance', c, new.ended_by, 'clearance ' || new.id, new."by");
  return null;
end $$;
create trigger clearances_end_told after update on public.clearances for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function app_private.notify_of_ended_clearance();

-- Whoever began a correction is told that it ends in a retraction, also where they have no other part in the claim.
create function app_private.notify_of_retracted_correction() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  beginner uuid := (
    select l.actor from public.stage_ledger l
      where l.claim_id = new.claim_id and l.action = 'correct' order by l.id desc limit 1);
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify('retract_correction', c, new.actor, 'step ' || new.id, beginner);
  return null;
end $$;
create trigger stage_ledger_retraction_told after insert on public.stage_ledger for each row
  when (new.action = 'retract' and new.from_state <> 'published')
  execute function app_private.notify_of_retracted_correction();

alter table public.duty_exceptions drop constraint duty_exceptions_kind_check;
alter table public.duty_exceptions add constraint duty_exceptions_kind_check
  check (kind in ('second_wrote', 'publisher_checked', 'clearer_checked'));
-- That a verdict was cleared in an earlier round, and the words about it, tell a second reviewer as much as its clearance.
alter policy duty_exceptions_read on public.duty_exceptions
  using ((select app_private.role_at_least('reviewer'))
    and (kind <> 'clearer_checked' or not app_private.is_blind_to(claim_id::text)));

-- As before; and whoever gave a clearance takes it back, however they came to give it.
create or replace function app_private.check_clearer(c public.claims) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if exists (select from public.clearances k where k.claim_id = c.id and k.ended_at is null and k."by" = me) then
    return;
  end if;
  if coalesce(me in (c.lead_id, c.second_id), false) then
    raise exception 'A verdict is cleared by somebody who did not check the claim.' using errcode = 'PT403';
  end if;
  if exists (select from public.sign_offs s where s.claim_id = c.id and s."by" = me and s.voided_at is null) then
    raise exception 'A verdict is cleared by somebody who did not sign it.' using errcode = 'PT403';
  end if;
end $$;

-- As before; and an admin who checked or signed it clears it with a written reason.
drop function public.clear_claim(uuid, int, text);
create function public.clear_claim(p_claim uuid, p_expected int, p_hash text, p_exception text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, 'clear', p_expected, null);
  v public.verdict_versions := app_private.latest_version(c.id);
  me uuid := (select auth.uid());
  except_for text := nullif(btrim(p_exception), '');
  is_own boolean := coalesce(me in (c.lead_id, c.second_id), false) or exists (
    select from public.sign_offs s where s.claim_id = c.id and s."by" = me and s.voided_at is null);
begin
  if v.content_hash is distinct from p_hash then
    raise exception 'What you read is not the newest version any more. Look at the claim again.' using errcode = 'PT422';
  end if;
  if not exists (
    select from public.sign_offs s
    where s.version_id = v.id and s.content_hash = v.content_hash and s.voided_at is null) then
    raise exception 'A verdict without a valid signature cannot be cleared.' using errcode = 'PT422';
  end if;
  if exists (select from public.clearances k where k.version_id = v.id and k.ended_at is null) then
    raise exception 'This verdict is cleared already.' using errcode = 'PT422';
  end if;
  if is_own and except_for is null then
    perform app_private.check_clearer(c);
  elsif except_for is not null and not is_own then
    raise exception 'No exception is needed for this clearance.' using errcode = 'PT422';
  end if;
  insert into public.clearances (claim_id, version_id, content_hash, "by") values (c.id, v.id, v.content_hash, me);
  if is_own then perform app_private.except_duty(c.id, 'clearer_checked', me, except_for); end if;
  return app_private.finish_transition(c, 'clear', 'approved', null, 'claim.cleared',
    jsonb_strip_nulls(jsonb_build_object('number', v.number, 'contentHash', v.content_hash, 'exception', except_for)));
end $$;

-- As before; and of a clearance readers are told only where it is the one that this copy was published with.
create or replace function app_private.publish_exceptions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'reason', e.reason, 'at', e.at) order by e.at), '[]')
    into new.exceptions from public.duty_exceptions e
    where e.claim_id = new.claim_id and (e.kind <> 'clearer_checked' or exists (
      select from public.clearances k
        where k.version_id = (app_private.latest_version(new.claim_id)).id and k.ended_at is null
          and k."by" = e.person and k.cleared_at <= e.at));
  return new;
end $$;

revoke all on function app_private.notify_of_ended_clearance(), app_private.notify_of_retracted_correction() from public;
revoke all on function public.clear_claim(uuid, int, text, text) from public, anon;
grant execute on function public.clear_claim(uuid, int, text, text) to authenticated;

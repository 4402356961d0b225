-- Who is told of what, in the transaction in which it happens. The kinds and the rules are those of
-- app/domain/notification/rules.ts; a test proves both identical. Triggers on the rows that every command leaves write
-- what somebody is told, so that no command can forget it.

create table public.notification_kinds (
  kind text primary key,
  -- How a person is told who has set nothing themselves.
  channel text not null check (channel in ('email', 'app', 'digest', 'off')),
  -- What a second reviewer must not learn before deciding: `verdict`. `discussion` is kept from them in review as well.
  hidden text not null check (hidden in ('never', 'verdict', 'discussion'))
);
create table public.notification_rules (
  event text not null,
  audience text not null check (audience in ('lead', 'second', 'next', 'assigner', 'editors', 'person')),
  kind text not null references public.notification_kinds (kind),
  primary key (event, audience, kind)
);
insert into public.notification_kinds (kind, channel, hidden) values
  ('assigned', 'email', 'never'),
  ('submitted', 'email', 'never'),
  ('returned', 'email', 'verdict'),
  ('disputed', 'email', 'verdict'),
  ('approved', 'app', 'verdict'),
  ('published', 'app', 'verdict'),
  ('signature_void', 'email', 'verdict'),
  ('mentioned', 'email', 'discussion'),
  ('proposal_accepted', 'app', 'discussion'),
  ('proposal_declined', 'app', 'discussion'),
  ('due_soon', 'email', 'never'),
  ('overdue', 'email', 'never'),
  ('idle', 'email', 'never'),
  ('offered', 'app', 'never');
insert into public.notification_rules (event, audience, kind) values
  ('name_lead', 'lead', 'assigned'),
  ('name_second', 'second', 'assigned'),
  ('submit', 'second', 'submitted'),
  ('return', 'lead', 'returned'),
  ('dispute', 'lead', 'disputed'),
  ('dispute', 'editors', 'disputed'),
  ('sign_off', 'lead', 'approved'),
  ('sign_off', 'second', 'approved'),
  ('adjudicate', 'lead', 'approved'),
  ('adjudicate', 'second', 'approved'),
  ('publish', 'lead', 'published'),
  ('publish', 'second', 'published'),
  ('void', 'lead', 'signature_void'),
  ('void', 'second', 'signature_void'),
  ('void', 'person', 'signature_void'),
  ('mention', 'person', 'mentioned'),
  ('accept_proposal', 'person', 'proposal_accepted'),
  ('decline_proposal', 'person', 'proposal_declined'),
  ('due_soon', 'next', 'due_soon'),
  ('overdue', 'next', 'overdue'),
  ('overdue', 'assigner', 'overdue'),
  ('idle', 'lead', 'idle'),
  ('offer', 'lead', 'offered'),
  ('offer', 'assigner', 'offered');

create table public.notification_settings (
  person_id uuid not null references public.profiles (id),
  kind text not null references public.notification_kinds (kind),
  channel text not null check (channel in ('email', 'app', 'digest', 'off')),
  primary key (person_id, kind)
);

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  person_id uuid not null references public.profiles (id),
  kind text not null references public.notification_kinds (kind),
  claim_id uuid not null references public.claims (id),
  -- Null when the desk itself tells, such as of a deadline.
  by uuid references public.profiles (id),
  comment_id text check (char_length(comment_id) <= 64),
  due_on date,
  -- What it is told of: the same thing is told to one person once.
  source text not null,
  at timestamptz not null default clock_timestamp(),
  -- False for what a person wants to find in the daily digest alone.
  in_app boolean not null,
  read_at timestamptz,
  mail text not null check (mail in ('none', 'now', 'digest')),
  -- Handed to the job queue, and sent.
  queued_at timestamptz,
  mailed_at timestamptz,
  unique (person_id, kind, claim_id, source)
);
create index notifications_person_idx on public.notifications (person_id, seq desc);
create index notifications_unread_idx on public.notifications (person_id) where read_at is null;
create index notifications_claim_idx on public.notifications (claim_id, kind);
create index notifications_to_queue_idx on public.notifications (seq) where mail = 'now' and queued_at is null;
create index notifications_to_digest_idx on public.notifications (person_id) where mail = 'digest' and mailed_at is null;

-- Whether this person may learn this now: a second reviewer who has not decided learns nothing of verdicts, nor that
-- there was a dispute, nor of the discussion.
create function app_private.may_be_told(p_person uuid, p_kind text, p_claim uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_of(p_person) >= 'reviewer' and not exists (
    select from public.claims c join public.notification_kinds k on k.kind = p_kind
    where c.id = p_claim and c.second_id = p_person and c.state in ('in_review', 'second_review')
      and case k.hidden
        when 'never' then false
        when 'discussion' then c.state = 'in_review' or not public.second_verdict_given(c.id, p_person)
        else not public.second_verdict_given(c.id, p_person) end)
$$;

alter table public.notification_kinds enable row level security;
alter table public.notification_rules enable row level security;
alter table public.notification_settings enable row level security;
alter table public.notifications enable row level security;
revoke all on public.notification_kinds, public.notification_rules, public.notification_settings, public.notifications
  from public, anon, authenticated, service_role;
grant select on public.notification_kinds, public.notification_rules, public.notification_settings to authenticated;
-- How far the post has come is nobody's to read.
grant select (id, seq, person_id, kind, claim_id, by, comment_id, due_on, at, in_app, read_at)
  on public.notifications to authenticated;
create policy notification_kinds_read on public.notification_kinds for select to authenticated using (true);
create policy notification_rules_read on public.notification_rules for select to authenticated using (true);
create policy notification_settings_read on public.notification_settings for select to authenticated
  using (person_id = (select auth.uid()));
create policy notifications_read on public.notifications for select to authenticated
  using (person_id = (select auth.uid()) and app_private.may_be_told(person_id, kind, claim_id));

-- Tells whom the rules name of an event, each as they have set it; never the person who did it.
create function app_private.notify(
  p_event text, c public.claims, p_by uuid, p_source text, p_person uuid default null, p_comment text default null)
returns void
language sql security definer set search_path = '' as $$
  insert into public.notifications (person_id, kind, claim_id, by, comment_id, due_on, source, in_app, mail)
  select distinct a.person, r.kind, c.id, p_by, p_comment,
      case when r.event in ('due_soon', 'overdue', 'name_lead', 'name_second') then c.due_on end, p_source,
      coalesce(s.channel, k.channel) <> 'digest',
      case coalesce(s.channel, k.channel) when 'email' then 'now' when 'digest' then 'digest' else 'none' end
    from public.notification_rules r
    join public.notification_kinds k on k.kind = r.kind
    cross join lateral (
      select case r.audience
        when 'lead' then c.lead_id
        when 'second' then c.second_id
        when 'next' then case c.state when 'in_review' then c.lead_id when 'second_review' then c.second_id end
        when 'assigner' then (
          select l.actor from public.stage_ledger l
            where l.claim_id = c.id and l.action = 'assign' order by l.id desc limit 1)
        when 'person' then p_person end as person
      union all
      select u.user_id from app_private.user_roles u
        where r.audience = 'editors' and u.role >= 'editor'
          and u.user_id is distinct from c.lead_id and u.user_id is distinct from c.second_id) a
    left join public.notification_settings s on s.person_id = a.person and s.kind = r.kind
    where r.event = p_event and a.person is not null and a.person is distinct from p_by
      and app_private.role_of(a.person) >= 'reviewer' and coalesce(s.channel, k.channel) <> 'off'
  on conflict do nothing
$$;

create function app_private.notify_of_naming() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if new.lead_id is distinct from old.lead_id then
    perform app_private.notify('name_lead', new, me, 'version ' || new.version);
  end if;
  if new.second_id is distinct from old.second_id then
    perform app_private.notify('name_second', new, me, 'version ' || new.version);
  end if;
  return null;
end $$;
create trigger claims_naming_told after update on public.claims for each row
  when ((old.lead_id, old.second_id) is distinct from (new.lead_id, new.second_id))
  execute function app_private.notify_of_naming();

create function app_private.notify_of_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify(
    case when new.action = 'decide' and new.to_state = 'disputed' then 'dispute' else new.action end,
    c, new.actor, 'step ' || new.id);
  return null;
end $$;
create trigger stage_ledger_told after insert on public.stage_ledger for each row
  execute function app_private.notify_of_step();

create function app_private.notify_of_void() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify('void', c, (select auth.uid()), 'version ' || c.version, new."by");
  return null;
end $$;
create trigger sign_offs_void_told after update on public.sign_offs for each row
  when (old.voided_at is null and new.voided_at is not null)
  execute function app_private.notify_of_void();

-- What was there for mentions goes on here: their rows say what happened, and whoever is told has a notification.
insert into public.notifications (person_id, kind, claim_id, by, comment_id, source, at, in_app, read_at, mail)
  select person_id,
    case outcome when 'accepted' then 'proposal_accepted' when 'declined' then 'proposal_declined' else 'mentioned' end,
    claim_id, by, comment_id, 'comment ' || comment_id, at, true, seen_at, 'none'
  from public.review_mentions order by at;
drop function public.see_mentions(uuid);
drop policy mentions_read on public.review_mentions;
revoke all on public.review_mentions from authenticated;
drop index public.review_mentions_person_idx;
alter table public.review_mentions drop column seen_at;

create function app_private.notify_of_comment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify(
    case new.outcome when 'accepted' then 'accept_proposal' when 'declined' then 'decline_proposal' else 'mention' end,
    c, new."by", 'comment ' || new.comment_id, new.person_id, new.comment_id);
  return null;
end $$;
create trigger review_mentions_told after insert on public.review_mentions for each row
  execute function app_private.notify_of_comment();

-- Heard by the processes that run jobs; they look every minute in any case.
create function app_private.tell_of_post() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('countersign_post', '');
  return null;
end $$;
create trigger notifications_post_told after insert on public.notifications for each row
  when (new.mail = 'now') execute function app_private.tell_of_post();

-- How many the caller has not read; no more than 100 are counted.
create function public.unread_notifications() returns int
language sql stable security invoker set search_path = '' as $$
  select count(*)::int from (
    select from public.notifications
      where person_id = (select auth.uid()) and read_at is null and in_app limit 100) n
$$;

-- The caller has seen these: one, those of a claim, or all up to one. What they may not learn yet stays unread.
create function public.see_notification(p_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.notifications set read_at = clock_timestamp()
    where id = p_id and person_id = (select auth.uid()) and read_at is null
      and app_private.may_be_told(person_id, kind, claim_id)
$$;
create function public.see_notifications_of(p_claim uuid) returns void
language sql security definer set search_path = '' as $$
  update public.notifications set read_at = clock_timestamp()
    where claim_id = p_claim and person_id = (select auth.uid()) and read_at is null
      and app_private.may_be_told(person_id, kind, claim_id)
$$;
create function public.see_notifications_to(p_seq bigint) returns void
language sql security definer set search_path = '' as $$
  update public.notifications set read_at = clock_timestamp()
    where seq <= p_seq and person_id = (select auth.uid()) and read_at is null
      and app_private.may_be_told(person_id, kind, claim_id)
$$;

-- {kind: channel, ...}: how the caller wants to be told from now on.
create function public.set_notification_channels(p_channels jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  insert into public.notification_settings (person_id, kind, channel)
    select me, key, value from jsonb_each_text(p_channels)
    on conflict (person_id, kind) do update set channel = excluded.channel;
exception when check_violation or foreign_key_violation or not_null_violation then
  raise exception 'There is no such notification, or no such way to be told.' using errcode = 'PT422';
end $$;

revoke all on function app_private.may_be_told(uuid, text, uuid),
  app_private.notify(text, public.claims, uuid, text, uuid, text), app_private.notify_of_naming(),
  app_private.notify_of_step(), app_private.notify_of_void(), app_private.notify_of_comment(),
  app_private.tell_of_post() from public;
grant execute on function app_private.may_be_told(uuid, text, uuid) to authenticated;
revoke all on function public.unread_notifications(), public.see_notification(uuid),
  public.see_notifications_of(uuid), public.see_notifications_to(bigint), public.set_notification_channels(jsonb)
  from public, anon;
grant execute on function public.unread_notifications(), public.see_notification(uuid),
  public.see_notifications_of(uuid), public.see_notifications_to(bigint), public.set_notification_channels(jsonb)
  to authenticated;

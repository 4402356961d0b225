-- What nobody does and the clock brings: deadlines, claims that nobody works on, and the daily digest. Called by jobs,
-- over and over; each tells of the same thing once.

create table public.reminder_schedule (
  one boolean primary key default true check (one),
  -- The hour, in UTC, from which the digest of the day is sent.
  digest_hour int not null default 7 check (digest_hour between 0 and 23),
  -- Days without an edit or a step until the lead is nudged, and days after that until others may take over.
  nudge_days int not null default 3 check (nudge_days between 1 and 60),
  offer_days int not null default 2 check (offer_days between 1 and 60)
);
insert into public.reminder_schedule default values;

create table public.claim_offers (
  claim_id uuid primary key references public.claims (id),
  idle_since timestamptz not null,
  offered_at timestamptz not null default clock_timestamp()
);

create table app_private.digests (
  person_id uuid not null references public.profiles (id),
  day date not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (person_id, day)
);

alter table public.reminder_schedule enable row level security;
alter table public.claim_offers enable row level security;
alter table app_private.digests enable row level security;
revoke all on public.reminder_schedule, public.claim_offers from public, anon, authenticated, service_role;
grant select on public.reminder_schedule, public.claim_offers to authenticated;
create policy reminder_schedule_read on public.reminder_schedule for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy claim_offers_read on public.claim_offers for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

-- When somebody last did something on a claim: took a step or wrote in its review.
create function app_private.last_touched(c public.claims) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select greatest(c.updated_at, (
    select u.at from public.review_documents d
      join public.review_updates u on u.claim_id = d.claim_id and u.n = d.head where d.claim_id = c.id))
$$;

-- A claim is due at the end of its day, in UTC; it is due soon for the 24 hours before.
create function app_private.remind_of_deadlines(p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  told text;
begin
  for c in
    select * from public.claims
      where due_on is not null and due_on <= (p_now at time zone 'UTC')::date
        and state in ('in_review', 'second_review', 'disputed', 'approved')
  loop
    told := case when c.due_on < (p_now at time zone 'UTC')::date then 'overdue' else 'due_soon' end;
    -- Whoever was named since the last look is told too.
    continue when c.updated_at < p_now - interval '10 minutes' and exists (
      select from public.notifications n
        where n.claim_id = c.id and n.kind = told and n.source = 'due ' || c.due_on and n.at > c.updated_at);
    perform app_private.notify(told, c, null, 'due ' || c.due_on);
  end loop;
end $$;

-- Nudges the lead of a claim that nobody works on, and then offers it to others until somebody does.
create function app_private.remind_of_idle_claims(p_now timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  since timestamptz;
  days public.reminder_schedule;
  withdrawn uuid;
begin
  select * into strict days from public.reminder_schedule;
  for withdrawn in
    delete from public.claim_offers o using public.claims k
      where k.id = o.claim_id and (k.state <> 'in_review' or app_private.last_touched(k) > o.idle_since)
      returning o.claim_id
  loop
    perform app_private.record_audit(null, 'claim.offer_ended', 'claim', withdrawn::text, '{}');
  end loop;
  for c in
    select * from public.claims
      where state = 'in_review' and updated_at < p_now - make_interval(days => days.nudge_days)
  loop
    since := app_private.last_touched(c);
    continue when since >= p_now - make_interval(days => days.nudge_days);
    perform app_private.notify('idle', c, null, 'idle since ' || since);
    continue when since >= p_now - make_interval(days => days.nudge_days + days.offer_days);
    insert into public.claim_offers (claim_id, idle_since) values (c.id, since) on conflict do nothing;
    if found then
      perform app_private.record_audit(null, 'claim.offered', 'claim', c.id::text, jsonb_build_object('idleSince', since));
      perform app_private.notify('offer', c, null, 'idle since ' || since);
    end if;
  end loop;
end $$;

-- Who has something for a digest of this day that was not sent yet; nobody before its hour.
create function app_private.digests_due(p_now timestamptz) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select distinct n.person_id from public.notifications n, public.reminder_schedule s
    where n.mail = 'digest' and n.mailed_at is null
      and extract(hour from p_now at time zone 'UTC') >= s.digest_hour
      and not exists (
        select from app_private.digests d
          where d.person_id = n.person_id and d.day = (p_now at time zone 'UTC')::date)
$$;

-- Sets what is given of {digestHour, nudgeDays, offerDays}. For admins.
create function public.set_reminder_schedule(p_schedule jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  update public.reminder_schedule set
    digest_hour = coalesce((p_schedule ->> 'digestHour')::int, digest_hour),
    nudge_days = coalesce((p_schedule ->> 'nudgeDays')::int, nudge_days),
    offer_days = coalesce((p_schedule ->> 'offerDays')::int, offer_days);
  perform app_private.record_audit(me, 'desk.reminders_set', 'desk', 'reminders', p_schedule);
end $$;

revoke all on function app_private.last_touched(public.claims), app_private.remind_of_deadlines(timestamptz),
  app_private.remind_of_idle_claims(timestamptz), app_private.digests_due(timestamptz) from public;
revoke all on function public.set_reminder_schedule(jsonb) from public, anon;
grant execute on function public.set_reminder_schedule(jsonb) to authenticated;

-- As before; and that a claim was offered is the desk's own affair.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select distinct p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected', 'claim.recused', 'review.write_refused',
      'review.help_asked', 'review.help_answered', 'claim.offered', 'claim.offer_ended') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;

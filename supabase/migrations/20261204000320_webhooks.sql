-- Other programs that are told, at an address of theirs, whatever readers are told of a verdict. What is to be sent is written
-- in the transaction that tells readers, by a trigger on the public log, so that no command can forget it and nothing is sent
-- that was rolled back.
create table public.webhooks (
  id uuid primary key default gen_random_uuid(),
  url text not null check (url ~ '^https?://' and char_length(url) <= 2048),
  events text[] not null check (cardinality(events) between 1 and 50),
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default clock_timestamp(),
  paused_at timestamptz,
  -- `hand`: somebody paused it. `dead`: nothing could be sent for days.
  paused_why text check (paused_why in ('hand', 'dead')),
  removed_at timestamptz,
  -- Since when every attempt has failed.
  failing_since timestamptz,
  failures int not null default 0,
  next_at timestamptz not null default now(),
  -- Who is sending holds it until then, so that one address gets one message at a time, in order.
  held_until timestamptz,
  check ((paused_at is null) = (paused_why is null))
);
create index webhooks_due_idx on public.webhooks (next_at) where removed_at is null and paused_at is null;

-- Apart from what admins read: a secret is shown once. After a change messages are signed with both for a day.
create table app_private.webhook_secrets (
  webhook_id uuid primary key references public.webhooks (id),
  secret text not null check (secret ~ '^whsec_[A-Za-z0-9+/]{32,88}={0,2}$'),
  former text,
  former_until timestamptz
);

create table public.webhook_deliveries (
  -- The message's id: the same however often it is sent.
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  webhook_id uuid not null references public.webhooks (id),
  event text not null check (event ~ '^[a-z_.]{3,60}$'),
  payload jsonb not null,
  at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  tried_at timestamptz,
  -- Of the last attempt: what the address answered, or why it did not.
  status int,
  problem text check (char_length(problem) <= 300),
  delivered_at timestamptz
);
create index webhook_deliveries_open_idx on public.webhook_deliveries (webhook_id, seq) where delivered_at is null;
create index webhook_deliveries_recent_idx on public.webhook_deliveries (webhook_id, seq desc);
create index webhook_deliveries_old_idx on public.webhook_deliveries (delivered_at);
select app_private.guard_while_read_only('public.webhooks', 'people');
select app_private.guard_while_read_only('public.webhook_deliveries', 'people');

alter table public.webhooks enable row level security;
alter table public.webhook_deliveries enable row level security;
revoke all on public.webhooks, public.webhook_deliveries, app_private.webhook_secrets
  from public, anon, authenticated, service_role;
grant select on public.webhooks, public.webhook_deliveries to authenticated;
create policy webhooks_read on public.webhooks for select to authenticated
  using ((select app_private.role_at_least('admin')));
create policy webhook_deliveries_read on public.webhook_deliveries for select to authenticated
  using ((select app_private.role_at_least('admin')));

create function app_private.queue_webhooks() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  told text := 'verdict.' || new.kind;
  said jsonb := new.record::jsonb;
begin
  insert into public.webhook_deliveries (webhook_id, event, payload)
    select w.id, told, jsonb_strip_nulls(jsonb_build_object(
        'claim', new.claim, 'publication', new.publication, 'contentHash', said ->> 'contentHash', 'logIndex', new.index,
        'shortClaim', said ->> 'shortClaim', 'report', said -> 'report' ->> 'slug', 'reason', said ->> 'reason'))
      from public.webhooks w where w.removed_at is null and told = any (w.events) order by w.id;
  if found then perform pg_notify('countersign_webhooks', ''); end if;
  return null;
end $$;
create trigger log_entries_to_webhooks after insert on public.log_entries
  for each row execute function app_private.queue_webhooks();

create function public.add_webhook(p_url text, p_events text[], p_secret text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  made uuid;
begin
  if (select count(*) from public.webhooks where removed_at is null) >= 50 then
    raise exception 'The desk tells fifty addresses. Remove one first.' using errcode = 'PT422';
  end if;
  insert into public.webhooks (url, events, created_by)
    values (p_url, array(select distinct unnest(p_events) order by 1), me) returning id into made;
  insert into app_private.webhook_secrets (webhook_id, secret) values (made, p_secret);
  perform app_private.record_audit(me, 'webhook.added', 'desk', 'webhooks',
    jsonb_build_object('webhook', made, 'url', p_url, 'events', to_jsonb(p_events)));
  return made;
end $$;

create function public.change_webhook(p_webhook uuid, p_action text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  w public.webhooks;
begin
  select * into w from public.webhooks where id = p_webhook and removed_at is null for update;
  if not found then raise exception 'There is no such webhook.' using errcode = 'PT404'; end if;
  case p_action
    when 'pause' then
      if w.paused_at is not null then return; end if;
      update public.webhooks set paused_at = clock_timestamp(), paused_why = 'hand' where id = w.id;
    when 'resume' then
      if w.paused_at is null then return; end if;
      update public.webhooks set paused_at = null, paused_why = null, failing_since = null, failures = 0, next_at = now(),
        held_until = null where id = w.id;
      perform pg_notify('countersign_webhooks', '');
    when 'remove' then
      update public.webhooks set removed_at = clock_timestamp() where id = w.id;
      delete from app_private.webhook_secrets where webhook_id = w.id;
    else raise exception 'There is no such step.' using errcode = 'PT422';
  end case;
  perform app_private.record_audit(me,
    case p_action when 'pause' then 'webhook.paused' when 'resume' then 'webhook.resumed' else 'webhook.removed' end,
    'desk', 'webhooks', jsonb_build_object('webhook', w.id, 'url', w.url));
end $$;

-- Gives it another secret. For a day both sign, so that the other side can change over without losing a message.
create function public.rotate_webhook_secret(p_webhook uuid, p_secret text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  w public.webhooks;
begin
  select * into w from public.webhooks where id = p_webhook and removed_at is null for update;
  if not found then raise exception 'There is no such webhook.' using errcode = 'PT404'; end if;
  insert into app_private.webhook_secrets as s (webhook_id, secret) values (w.id, p_secret)
    on conflict (webhook_id) do update set former = s.secret, former_until = now() + interval '1 day', secret = excluded.secret;
  perform app_private.record_audit(me, 'webhook.secret_changed', 'desk', 'webhooks',
    jsonb_build_object('webhook', w.id, 'url', w.url));
end $$;

-- Sends a message once more, under its id.
create function public.send_webhook_again(p_delivery uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
  d public.webhook_deliveries;
begin
  select o.* into d from public.webhook_deliveries o join public.webhooks w on w.id = o.webhook_id
    where o.id = p_delivery and w.removed_at is null for update of o;
  if not found then raise exception 'There is no such message.' using errcode = 'PT404'; end if;
  update public.webhook_deliveries set delivered_at = null where id = d.id;
  update public.webhooks set next_at = now() where id = d.webhook_id;
  perform pg_notify('countersign_webhooks', '');
end $$;

-- For the job: the next message of the address that has waited longest, which nobody else gets for half a minute.
create function app_private.next_webhook_delivery() returns jsonb
language plpgsql set search_path = '' as $$
declare
  w public.webhooks;
  d public.webhook_deliveries;
begin
  select * into w from public.webhooks o
    where o.removed_at is null and o.paused_at is null and o.next_at <= now()
      and (o.held_until is null or o.held_until <= now())
      and exists (select from app_private.webhook_secrets s where s.webhook_id = o.id)
      and exists (select from public.webhook_deliveries m where m.webhook_id = o.id and m.delivered_at is null)
    order by o.next_at, o.id limit 1 for update skip locked;
  if not found then return null; end if;
  update public.webhooks set held_until = clock_timestamp() + interval '30 seconds' where id = w.id;
  select * into d from public.webhook_deliveries m
    where m.webhook_id = w.id and m.delivered_at is null order by m.seq limit 1;
  return jsonb_build_object('id', d.id, 'url', w.url, 'event', d.event, 'at', d.at, 'payload', d.payload,
    'secrets', (select to_jsonb(array_remove(array[s.secret, case when s.former_until > now() then s.former end], null))
      from app_private.webhook_secrets s where s.webhook_id = w.id));
end $$;

-- How an attempt ended. After one that failed, the address waits, twice as long each time, up to six hours; nothing else
-- waits with it. After five days of nothing else, or when it says that it is gone for good, it is paused and the admins are
-- told; what was to be sent stays, and goes out when it is resumed.
create function app_private.note_webhook_delivery(p_delivery uuid, p_status int, p_problem text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  w public.webhooks;
  d public.webhook_deliveries;
  admin uuid;
begin
  select * into strict d from public.webhook_deliveries where id = p_delivery;
  select * into strict w from public.webhooks where id = d.webhook_id for update;
  update public.webhook_deliveries set attempts = attempts + 1, tried_at = clock_timestamp(), status = p_status,
      problem = left(p_problem, 300), delivered_at = case when p_problem is null then clock_timestamp() end
    where id = d.id;
  if p_problem is null then
    update public.webhooks set failures = 0, failing_since = null, next_at = now(), held_until = null where id = w.id;
    return;
  end if;
  update public.webhooks set failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
      held_until = null, next_at = now() + least(interval '30 seconds' * power(2, least(failures, 12)), interval '6 hours')
    where id = w.id returning * into w;
  if w.paused_at is null and (p_status = 410 or w.failing_since < now() - interval '5 days') then
    update public.webhooks set paused_at = clock_timestamp(), paused_why = 'dead' where id = w.id;
    perform app_private.record_audit(null, 'webhook.given_up', 'desk', 'webhooks',
      jsonb_build_object('webhook', w.id, 'url', w.url));
    for admin in select user_id from app_private.user_roles where role = 'admin' loop
      perform app_private.notify('webhook_given_up', c, null, 'webhook ' || w.id || ' ' || w.failing_since, admin)
        from public.claims c join public.published_verdicts p on p.claim_id = c.id
        where p.slug = d.payload ->> 'claim' limit 1;
    end loop;
  end if;
end $$;

-- What was delivered a month ago is not needed any more.
create function app_private.drop_old_deliveries(p_now timestamptz) returns void
language sql set search_path = '' as $$
  delete from public.webhook_deliveries where delivered_at < p_now - interval '30 days'
$$;

insert into public.notification_kinds (kind, channel, hidden) values ('webhook_given_up', 'email', 'never');
insert into public.notification_rules (event, audience, kind) values ('webhook_given_up', 'person', 'webhook_given_up');

revoke all on function app_private.queue_webhooks(), app_private.next_webhook_delivery(),
  app_private.note_webhook_delivery(uuid, int, text), app_private.drop_old_deliveries(timestamptz) from public;
revoke all on function public.add_webhook(text, text[], text), public.change_webhook(uuid, text),
  public.rotate_webhook_secret(uuid, text), public.send_webhook_again(uuid) from public, anon, authenticated, service_role;
grant execute on function public.add_webhook(text, text[], text), public.change_webhook(uuid, text),
  public.rotate_webhook_secret(uuid, text), public.send_webhook_again(uuid) to authenticated;

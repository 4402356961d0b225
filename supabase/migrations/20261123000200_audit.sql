-- The append-only, hash-chained trail. `entry` is the exact text that is hashed, so that a verifier never has to
-- rebuild it. The hash is the RFC 6962 leaf hash: SHA-256 over a zero byte and the entry's UTF-8 bytes.
create table app_private.audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
insert into app_private.audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create table public.audit_events (
  seq bigint primary key,
  at timestamptz not null,
  actor uuid,
  action text not null,
  entity text not null,
  entity_id text not null,
  payload jsonb not null,
  entry text not null,
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);
create index audit_events_entity_idx on public.audit_events (entity, entity_id, seq);

-- Computed here for every insert by anybody, so that not even the service key can choose a place or a hash. The row
-- lock is held to commit: numbers have no gaps, and a rolled-back command leaves none.
create function app_private.audit_before_insert() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  head record;
begin
  select seq, hash into strict head from app_private.audit_head for update;
  new.seq := head.seq + 1;
  new.prev_hash := head.hash;
  new.at := clock_timestamp();
  new.entry := jsonb_build_object(
    'v', 1, 'seq', new.seq,
    'at', to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', new.actor, 'action', new.action, 'entity', new.entity, 'entity_id', new.entity_id,
    'payload', new.payload, 'prev', encode(new.prev_hash, 'hex'))::text;
  new.hash := sha256('\x00'::bytea || convert_to(new.entry, 'UTF8'));
  update app_private.audit_head set seq = new.seq, hash = new.hash;
  return new;
end $$;
create trigger audit_chain before insert on public.audit_events
  for each row execute function app_private.audit_before_insert();
create trigger audit_frozen before update or delete on public.audit_events
  for each row execute function app_private.refuse_change();
create trigger audit_kept before truncate on public.audit_events
  for each statement execute function app_private.refuse_change();

-- Called by every command inside its own transaction.
create function app_private.record_audit(
  actor uuid, action text, entity text, entity_id text, payload jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.audit_events (seq, at, actor, action, entity, entity_id, payload, entry, prev_hash, hash)
  values (0, now(), actor, action, entity, entity_id, jsonb_strip_nulls(payload), '', '', '');
$$;

alter table public.audit_events enable row level security;
grant select on public.audit_events to authenticated, service_role;
-- Who may read which entry is said with the workflow, which knows who must not see a rating yet.

revoke all on function app_private.audit_before_insert(), app_private.refuse_change(),
  app_private.record_audit(uuid, text, text, text, jsonb) from public;

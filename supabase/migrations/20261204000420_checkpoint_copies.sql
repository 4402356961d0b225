-- Copies of checkpoints of the public log outside: in a directory, in a git repository, with whoever listens to a webhook, and a
-- timestamp (RFC 3161) over the note. Nothing waits for them, and none is given up: a later copy does not replace an earlier one.
create table public.checkpoint_copies (
  checkpoint_id bigint not null references public.log_checkpoints (id),
  place text not null check (place in ('directory', 'git', 'webhook', 'timestamp')),
  state text not null default 'waiting' check (state in ('waiting', 'kept')),
  asked_at timestamptz not null default clock_timestamp(),
  tries int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  failure text check (char_length(failure) <= 300),
  kept_at timestamptz,
  -- The moment that a timestamp names, and the answer that holds it, as openssl reads it, in base64.
  stamped_at timestamptz,
  token text check (char_length(token) <= 100000),
  primary key (checkpoint_id, place),
  check ((state = 'kept') = (kept_at is not null)),
  check (place <> 'timestamp' or state <> 'kept' or (stamped_at is not null and token is not null))
);
create index checkpoint_copies_due_idx on public.checkpoint_copies (due_at) where state = 'waiting';
create trigger checkpoint_copies_never_deleted before delete on public.checkpoint_copies
  for each row execute function app_private.refuse_change();
create trigger checkpoint_copies_whole before truncate on public.checkpoint_copies
  for each statement execute function app_private.refuse_change();

create function app_private.checkpoint_copies_before() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'kept' then
    raise exception 'A copy that is kept never changes.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger checkpoint_copies_kept before update on public.checkpoint_copies
  for each row execute function app_private.checkpoint_copies_before();
select app_private.guard_while_read_only('public.checkpoint_copies', 'people');
alter table public.checkpoint_copies enable row level security;
revoke all on public.checkpoint_copies from public, anon, authenticated, service_role;
grant select on public.checkpoint_copies to service_role;

create function app_private.tell_of_checkpoint() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('countersign_checkpoints', '');
  return null;
end $$;
create trigger log_checkpoint_told after insert on public.log_checkpoints
  for each row execute function app_private.tell_of_checkpoint();

-- Of a place that is new the newest checkpoint, which stands for all before it; from then on every one.
create function app_private.plan_checkpoint_copies(p_places text[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.checkpoint_copies (checkpoint_id, place)
    select c.id, p.place from unnest(p_places) p (place)
      cross join public.log_checkpoints c
      where c.id > coalesce(
          (select max(k.checkpoint_id) from public.checkpoint_copies k where k.place = p.place),
          (select max(n.id) - 1 from public.log_checkpoints n))
  on conflict do nothing
$$;

-- The next one that is due, for this process alone during two minutes.
create function app_private.take_checkpoint_copy(p_places text[])
returns table (checkpoint_id bigint, place text, tries int, note text, size bigint)
language sql security definer set search_path = '' as $$
  update public.checkpoint_copies x set tries = x.tries + 1, due_at = clock_timestamp() + interval '2 minutes'
    from public.log_checkpoints c
    where c.id = x.checkpoint_id and (x.checkpoint_id, x.place) = (
      select d.checkpoint_id, d.place from public.checkpoint_copies d
        where d.place = any (p_places) and d.state = 'waiting' and d.due_at <= clock_timestamp()
        order by d.checkpoint_id, d.place limit 1 for update skip locked)
    returning x.checkpoint_id, x.place, x.tries, c.note, c.size
$$;

-- What came of it: kept, or to be tried again after so many seconds.
create function app_private.note_checkpoint_copy(p_checkpoint bigint, p_place text, p_note jsonb) returns void
language sql security definer set search_path = '' as $$
  update public.checkpoint_copies set
      state = case when p_note ? 'failure' then 'waiting' else 'kept' end,
      failure = left(p_note ->> 'failure', 300),
      due_at = clock_timestamp() + make_interval(secs => coalesce((p_note ->> 'after')::int, 0)),
      kept_at = case when not p_note ? 'failure' then clock_timestamp() end,
      stamped_at = (p_note ->> 'stampedAt')::timestamptz, token = p_note ->> 'token'
    where checkpoint_id = p_checkpoint and place = p_place and state = 'waiting'
$$;

-- How far each of these places is: how many checkpoints wait, since when the first of them does, and why the last try failed.
create function public.checkpoint_places(p_places text[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'place', p.place,
      'waiting', (select count(*) from public.checkpoint_copies k where k.place = p.place and k.state = 'waiting'),
      'since', (select min(k.asked_at) from public.checkpoint_copies k where k.place = p.place and k.state = 'waiting'),
      'failure', (select k.failure from public.checkpoint_copies k
        where k.place = p.place and k.state = 'waiting' and k.failure is not null order by k.checkpoint_id limit 1),
      'size', (select max(c.size) from public.checkpoint_copies k join public.log_checkpoints c on c.id = k.checkpoint_id
        where k.place = p.place and k.state = 'kept'),
      'keptAt', (select max(k.kept_at) from public.checkpoint_copies k where k.place = p.place and k.state = 'kept'))
    order by p.place), '[]') from unnest(p_places) p (place)
$$;

-- The timestamp over the newest checkpoint of this size, or over the newest that has one.
create function public.checkpoint_timestamp(p_size bigint default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('note', c.note, 'token', k.token)
    from public.checkpoint_copies k join public.log_checkpoints c on c.id = k.checkpoint_id
    where k.place = 'timestamp' and k.state = 'kept' and (p_size is null or c.size = p_size)
    order by k.checkpoint_id desc limit 1
$$;

revoke all on function app_private.checkpoint_copies_before(), app_private.tell_of_checkpoint(),
  app_private.plan_checkpoint_copies(text[]), app_private.take_checkpoint_copy(text[]),
  app_private.note_checkpoint_copy(bigint, text, jsonb) from public;
revoke all on function public.checkpoint_places(text[]), public.checkpoint_timestamp(bigint) from public, anon, authenticated;
grant execute on function public.checkpoint_places(text[]), public.checkpoint_timestamp(bigint) to service_role;

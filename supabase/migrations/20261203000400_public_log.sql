-- The public log: an entry for whatever readers are told of a verdict, in the transaction that tells them. Entries are
-- numbered from 0 without holes and are the leaves of a Merkle tree after RFC 6962. An entry names nobody; it has the hashes
-- of the record, which is everything that the page shows, and of the signed content. It also has the head of the trail
-- (audit_events) at that moment, so that whoever keeps a checkpoint of the log has the trail up to there pinned as well.

-- RFC 8785 for what records hold: names of members in ASCII, numbers without fractions.
create function app_private.canonical_json(p_json jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  case jsonb_typeof(p_json)
    when 'object' then
      return '{' || coalesce((
        select string_agg(to_json(m.key)::text || ':' || app_private.canonical_json(m.value), ',' order by m.key collate "C")
          from jsonb_each(p_json) m), '') || '}';
    when 'array' then
      return '[' || coalesce((
        select string_agg(app_private.canonical_json(i.value), ',' order by i.place)
          from jsonb_array_elements(p_json) with ordinality i (value, place)), '') || ']';
    when 'string' then return to_json(p_json #>> '{}')::text;
    when 'number' then
      if p_json::numeric <> trunc(p_json::numeric) or abs(p_json::numeric) > 9007199254740991 then
        raise exception 'A record of the log has no such number: %', p_json;
      end if;
      return trunc(p_json::numeric)::text;
    else return p_json::text;
  end case;
end $$;

create table app_private.log_head (
  one boolean primary key default true check (one),
  size bigint not null
);
insert into app_private.log_head (size) values (0);

create table public.log_entries (
  index bigint primary key check (index >= 0),
  at timestamptz not null,
  kind text not null check (kind in ('published', 'corrected', 'correction_begun', 'upheld', 'retracted')),
  claim_id uuid not null,
  claim text not null,
  publication int not null check (publication > 0),
  record text not null,
  entry text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index log_entries_claim_idx on public.log_entries (claim_id, index);

-- The texts of articles, which records have by their hash.
create table public.log_texts (
  sha256 text primary key,
  text text not null,
  check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);

-- Computed here for every insert by anybody, as in the trail. The trail's head is always locked before the log's.
create function app_private.log_before_insert() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  trail record;
  kept jsonb := new.record::jsonb;
begin
  select seq, hash into strict trail from app_private.audit_head for update;
  select size into strict new.index from app_private.log_head for update;
  new.at := clock_timestamp();
  new.record := app_private.canonical_json(kept);
  new.entry := app_private.canonical_json(jsonb_build_object(
    'v', 1, 'index', new.index, 'at', to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'kind', new.kind, 'claim', new.claim, 'publication', new.publication, 'contentHash', kept ->> 'contentHash',
    'recordHash', encode(sha256(convert_to(new.record, 'UTF8')), 'hex'),
    'trail', jsonb_build_object('seq', trail.seq, 'hash', encode(trail.hash, 'hex'))));
  new.hash := encode(sha256('\x00'::bytea || convert_to(new.entry, 'UTF8')), 'hex');
  update app_private.log_head set size = new.index + 1;
  return new;
end $$;
create trigger log_entry_numbered before insert on public.log_entries
  for each row execute function app_private.log_before_insert();

create function app_private.append_to_log(p_kind text, p public.published_verdicts, p_record jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.log_entries (index, at, kind, claim_id, claim, publication, record, entry, hash)
  values (0, now(), p_kind, p.claim_id, p.slug, p.number, (jsonb_build_object(
    'v', 1, 'kind', p_kind, 'claimId', p.claim_id, 'slug', p.slug, 'number', p.number, 'contentHash', p.content_hash,
    'reportId', p.report_id) || p_record)::text, '', '');
$$;

-- Everything that the pages of the verdict and of its report say by what was published. Times are written as the API
-- writes them, in UTC whoever publishes.
create function app_private.log_publication(p public.published_verdicts) returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  r public.reports;
begin
  select * into strict r from public.reports where id = p.report_id;
  insert into public.log_texts (sha256, text)
    values (encode(sha256(convert_to(r.source ->> 'text', 'UTF8')), 'hex'), r.source ->> 'text') on conflict do nothing;
  perform app_private.append_to_log(case p.number when 1 then 'published' else 'corrected' end, p, jsonb_build_object(
    'shortClaim', p.short_claim, 'content', p.content, 'credits', p.credits, 'exceptions', p.exceptions,
    'settlement', p.settlement, 'replies', p.replies, 'publishedAt', p.published_at,
    'report', jsonb_build_object('slug', r.slug, 'headline', r.headline, 'summary', r.summary,
      'source', r.source - 'text', 'demo', r.demo, 'publishedBy', r.published_by, 'publishedAt', r.published_at,
      'updatedAt', r.updated_at)));
end $$;

create function app_private.log_notice(p_claim uuid, p_kind text, p_record jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.published_verdicts;
begin
  select * into strict p from public.published_verdicts where claim_id = p_claim order by number desc limit 1;
  perform app_private.append_to_log(p_kind, p, p_record);
end $$;

create function app_private.publication_logged() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.log_publication(new);
  return null;
end $$;
-- After the triggers that complete the row.
create trigger published_verdict_logged after insert on public.published_verdicts
  for each row execute function app_private.publication_logged();

create function app_private.notice_logged() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
begin
  if tg_op = 'DELETE' then
    -- A correction that was published took the notice away with it; anything else kept the verdict as it was.
    if (select e.kind from public.log_entries e where e.claim_id = old.claim_id order by e.index desc limit 1)
        = 'correction_begun' then
      perform app_private.log_notice(old.claim_id, 'upheld', '{}');
    end if;
  else
    perform app_private.log_notice(new.claim_id,
      case new.kind when 'retracted' then 'retracted' else 'correction_begun' end,
      jsonb_build_object('reason', new.reason, 'since', new.since));
  end if;
  return null;
end $$;
create trigger verdict_notice_logged after insert or update or delete on public.verdict_notices
  for each row execute function app_private.notice_logged();

-- What readers were told before there was a log, in its order; of corrections that ended, nothing is on record here. What
-- stands in the log already is left alone.
create function app_private.log_earlier_publications() returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  p public.published_verdicts;
  n public.verdict_notices;
begin
  for p in select v.* from public.published_verdicts v where not exists (
      select from public.log_entries e where e.claim_id = v.claim_id and e.publication = v.number)
    order by v.published_at, v.claim_id, v.number loop
    perform app_private.log_publication(p);
  end loop;
  for n in select o.* from public.verdict_notices o where not exists (
      select from public.log_entries e
        where e.claim_id = o.claim_id and e.kind in ('retracted', 'correction_begun') and e.record::jsonb ->> 'reason' = o.reason)
    order by o.since, o.claim_id loop
    perform app_private.log_notice(n.claim_id, case n.kind when 'retracted' then 'retracted' else 'correction_begun' end,
      jsonb_build_object('reason', n.reason, 'since', n.since));
  end loop;
end $$;
select app_private.log_earlier_publications();

-- What the server signed: a size, the root over the entries up to it, and the note with the signatures. The key is not in
-- the database.
create table public.log_checkpoints (
  id bigint generated always as identity primary key,
  size bigint not null check (size > 0),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  note text not null unique check (char_length(note) <= 10000),
  at timestamptz not null default clock_timestamp()
);
create index log_checkpoints_size_idx on public.log_checkpoints (size);

-- Keeping the same checkpoint again changes nothing. The log never gets shorter, and no size has two roots.
create function public.keep_checkpoint(p_size bigint, p_root text, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  known bigint;
begin
  select size into strict known from app_private.log_head for update;
  if p_size > known then
    raise exception 'The log has % entries, and the checkpoint says %.', known, p_size using errcode = 'PT422';
  end if;
  if exists (select from public.log_checkpoints c where c.size = p_size and c.root <> p_root) then
    raise exception 'There is a checkpoint of this size with another root.' using errcode = 'PT422';
  end if;
  insert into public.log_checkpoints (size, root, note) values (p_size, p_root, p_note) on conflict (note) do nothing;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['log_entries', 'log_texts', 'log_checkpoints'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_kept', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    execute format('grant select on public.%I to anon, authenticated, service_role', t);
    execute format('create policy %I on public.%I for select to anon, authenticated using (true)', t || '_read', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;

revoke all on function public.keep_checkpoint(bigint, text, text) from public, anon, authenticated;
grant execute on function public.keep_checkpoint(bigint, text, text) to service_role;
revoke all on function app_private.canonical_json(jsonb), app_private.log_before_insert(),
  app_private.append_to_log(text, public.published_verdicts, jsonb), app_private.log_publication(public.published_verdicts),
  app_private.log_notice(uuid, text, jsonb), app_private.publication_logged(), app_private.notice_logged(),
  app_private.log_earlier_publications() from public;

-- The drift guard: an article's address is looked at again, by schedule and when somebody asks; what it says then is kept
-- beside the version that the claims rest on, and what became of each claim's words is kept beside the claim. Nothing here
-- changes a claim's anchor or the text of a report. When a look is due and what it means is said in
-- app/domain/article/drift.

create table public.article_watches (
  article_id uuid primary key references public.articles (id),
  -- `auto`: while its claims are of interest.
  mode text not null default 'auto' check (mode in ('auto', 'on', 'off')),
  -- Null while nothing is due by schedule.
  next_look_at timestamptz,
  failures int not null default 0 check (failures >= 0)
);
create index article_watches_due_idx on public.article_watches (next_look_at) where next_look_at is not null;

create table public.article_looks (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id),
  -- Null for a look by schedule.
  asked_by uuid references public.profiles (id),
  asked_at timestamptz not null default clock_timestamp(),
  queued_at timestamptz,
  begun_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in
    ('unchanged', 'changed', 'moved', 'elsewhere', 'gone', 'wall', 'unreachable', 'unreadable')),
  problem text check (char_length(problem) <= 40),
  final_url text check (final_url ~ '^https?://' and char_length(final_url) <= 2048),
  bytes_sha256 text check (bytes_sha256 ~ '^[0-9a-f]{64}$'),
  number int,
  check ((ended_at is null) = (outcome is null))
);
-- Two people who ask at once have asked for the same look.
create unique index article_looks_open_idx on public.article_looks (article_id) where ended_at is null;
create index article_looks_article_idx on public.article_looks (article_id, asked_at desc);

-- What was found at the address later. Numbered on from the desk's own version, which stands in article_versions and stays
-- the one that claims and reports rest on.
create table public.later_versions (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id),
  number int not null check (number > 1),
  look_id uuid not null unique references public.article_looks (id),
  title text not null check (char_length(title) between 1 and 300),
  byline text check (char_length(byline) <= 200),
  published_on date,
  final_url text not null check (final_url ~ '^https?://' and char_length(final_url) <= 2048),
  fetched_at timestamptz not null,
  bytes_sha256 text not null check (bytes_sha256 ~ '^[0-9a-f]{64}$'),
  text text not null check (char_length(text) between 1 and 200000),
  sha256 text not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (article_id, number)
);
create trigger later_version_hash before insert on public.later_versions
  for each row execute function app_private.check_article_version();
create trigger later_versions_frozen before update or delete on public.later_versions
  for each row execute function app_private.refuse_change();
create trigger later_versions_kept before truncate on public.later_versions
  for each statement execute function app_private.refuse_change();

create table public.claim_drifts (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.later_versions (id),
  placement text not null check (placement in ('same', 'surroundings', 'changed', 'unsure', 'gone')),
  score real not null check (score between 0 and 1),
  start_offset int,
  end_offset int,
  words text,
  -- Whether somebody has to look: false also where the same was looked at for an earlier version.
  flagged boolean not null,
  created_at timestamptz not null default clock_timestamp(),
  decided text check (decided in ('here', 'gone')),
  ended text check (ended in ('dismissed', 'acted', 'placed', 'superseded')),
  ended_at timestamptz,
  unique (claim_id, version_id),
  check ((placement = 'gone') = (words is null)),
  check ((words is null) = (start_offset is null) and (words is null) = (end_offset is null)),
  check ((ended is null) = (ended_at is null))
);
create index claim_drifts_version_idx on public.claim_drifts (version_id);
create index claim_drifts_open_idx on public.claim_drifts (claim_id) where flagged and ended is null;

-- Who decided what of a flag and why. A reason can tell what the verdict says, so it is not for whoever has yet to decide.
create table public.drift_decisions (
  id bigint generated always as identity primary key,
  drift_id uuid not null references public.claim_drifts (id),
  claim_id uuid not null references public.claims (id),
  "by" uuid not null references public.profiles (id),
  decision text not null check (decision in ('here', 'gone', 'dismissed')),
  reason text check (char_length(reason) <= 2000),
  at timestamptz not null default clock_timestamp()
);
create index drift_decisions_claim_idx on public.drift_decisions (claim_id);
create trigger drift_decisions_frozen before update or delete on public.drift_decisions
  for each row execute function app_private.refuse_change();
create trigger drift_decisions_kept before truncate on public.drift_decisions
  for each statement execute function app_private.refuse_change();

-- What was found stays as it was found; only what people do about it is added.
create function app_private.only_decide_drift() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(old) - array['decided', 'ended', 'ended_at', 'flagged'])
      is distinct from (to_jsonb(new) - array['decided', 'ended', 'ended_at', 'flagged'])
    or old.ended is not null or old.flagged is distinct from new.flagged then
    raise exception 'claim_drifts is append-only: % refused', tg_op using errcode = '42501';
  end if;
  return new;
end $$;
create trigger claim_drifts_frozen before update or delete on public.claim_drifts
  for each row execute function app_private.only_decide_drift();

select app_private.guard_while_read_only(t, 'people') from unnest(array[
  'public.article_watches', 'public.article_looks', 'public.later_versions', 'public.claim_drifts',
  'public.drift_decisions']::regclass[]) t;

alter table public.article_watches enable row level security;
alter table public.article_looks enable row level security;
alter table public.later_versions enable row level security;
alter table public.claim_drifts enable row level security;
alter table public.drift_decisions enable row level security;
revoke all on public.article_watches, public.article_looks, public.later_versions, public.claim_drifts,
  public.drift_decisions from public, anon, authenticated, service_role;
grant select on public.article_watches, public.article_looks, public.later_versions, public.claim_drifts,
  public.drift_decisions to authenticated;
create policy article_watches_read on public.article_watches for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy article_looks_read on public.article_looks for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy later_versions_read on public.later_versions for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy claim_drifts_read on public.claim_drifts for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy drift_decisions_read on public.drift_decisions for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and not app_private.is_blind_to(claim_id::text));

insert into public.notification_kinds (kind, channel, hidden) values ('article_changed', 'app', 'never');
insert into public.notification_rules (event, audience, kind) values
  ('drift', 'lead', 'article_changed'),
  ('drift_published', 'lead', 'article_changed'),
  ('drift_published', 'editors', 'article_changed');

create function app_private.source_of(p_article uuid) returns text
language sql stable security definer set search_path = '' as $$
  select source_url from public.article_versions where article_id = p_article order by number desc limit 1
$$;

-- The first look is due some hours after a claim of the article goes into review or is out; whether there is one then is
-- asked when it is due.
create function app_private.watch_article() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if app_private.source_of(new.article_id) is not null
    and not exists (select from public.articles where id = new.article_id and demo) then
    insert into public.article_watches as w (article_id, next_look_at)
      values (new.article_id, clock_timestamp() + interval '6 hours')
      on conflict (article_id) do update set next_look_at = excluded.next_look_at
        where w.next_look_at is null and w.mode <> 'off';
  end if;
  return null;
end $$;
create trigger claims_watched after update on public.claims for each row
  when (old.state is distinct from new.state and new.state in ('in_review', 'published', 'being_corrected'))
  execute function app_private.watch_article();
insert into public.article_watches (article_id, next_look_at)
  select distinct c.article_id, clock_timestamp() + interval '6 hours' * (0.9 + 0.2 * random())
    from public.claims c join public.articles a on a.id = c.article_id and not a.demo
    where c.state not in ('proposed', 'dismissed', 'open', 'retracted')
      and app_private.source_of(c.article_id) is not null;

create function public.set_article_watch(p_article uuid, p_mode text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  perform from public.articles where id = p_article for update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  if p_mode not in ('auto', 'on', 'off') or p_mode is null then
    raise exception 'There is no such way to watch an article.' using errcode = 'PT422';
  end if;
  if app_private.source_of(p_article) is null then
    raise exception 'This article has no address to look at.' using errcode = 'PT422';
  end if;
  insert into public.article_watches as w (article_id, mode, next_look_at)
    values (p_article, p_mode, case when p_mode <> 'off' then clock_timestamp() end)
    on conflict (article_id) do update set mode = excluded.mode, failures = 0,
      next_look_at = case when excluded.mode <> 'off' then coalesce(w.next_look_at, clock_timestamp()) end
      where w.mode <> excluded.mode;
  if found then
    perform app_private.record_audit(me, 'desk.article_watch_set', 'desk', p_article::text,
      jsonb_build_object('mode', p_mode));
  end if;
end $$;

-- Asks for a look now; answers with the one that is open already where there is one.
create function public.ask_for_look(p_article uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  l public.article_looks;
begin
  perform from public.articles where id = p_article for update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  if app_private.source_of(p_article) is null then
    raise exception 'This article has no address to look at.' using errcode = 'PT422';
  end if;
  perform app_private.require_writable();
  select * into l from public.article_looks where article_id = p_article order by asked_at desc limit 1;
  if found and l.ended_at is null then return l.id; end if;
  if found and l.ended_at > clock_timestamp() - interval '5 seconds' then
    raise exception 'The article was looked at a moment ago. Wait a few seconds, for the sake of the site.'
      using errcode = 'PT422';
  end if;
  insert into public.article_looks (article_id, asked_by) values (p_article, me) returning * into l;
  perform pg_notify('countersign_looks', l.id::text);
  return l.id;
end $$;

-- For the jobs. What is due by schedule, of each site one article at a time.
create function app_private.watches_due(p_now timestamptz, p_most int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'articleId', d.article_id, 'mode', d.mode, 'demo', a.demo, 'claims', (
        select coalesce(jsonb_agg(distinct jsonb_build_object('state', c.state, 'publishedAt', c.published_at)), '[]')
          from public.claims c where c.article_id = d.article_id))), '[]')
  from (
    select distinct on (s.site) w.* , s.site from public.article_watches w
      cross join lateral (select substring(app_private.source_of(w.article_id) from '^https?://([^/?#]+)') as site) s
      where w.next_look_at <= p_now and s.site is not null
        and not exists (select from public.article_looks l where l.article_id = w.article_id and l.ended_at is null)
      order by s.site, w.next_look_at limit p_most) d
  join public.articles a on a.id = d.article_id
  where not app_private.is_read_only()
$$;

create function app_private.begin_scheduled_look(p_article uuid, p_every bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_every is null then
    update public.article_watches set next_look_at = null where article_id = p_article;
    return;
  end if;
  insert into public.article_looks (article_id) values (p_article) on conflict do nothing;
end $$;

-- Looks that are to be handed to the queue: new ones, and those whose worker has not been heard of for long.
create function app_private.looks_to_queue() returns table (look_id uuid, job_id uuid)
language sql security definer set search_path = '' as $$
  with taken as (
    update public.article_looks set queued_at = clock_timestamp()
      where ended_at is null and (queued_at is null or queued_at < clock_timestamp() - interval '15 minutes')
      returning id, queued_at)
  select id, md5(id::text || queued_at::text)::uuid from taken
$$;

-- What a look needs to know; null when it has ended. Where another article of the site was looked at a moment ago it
-- answers with how long to wait.
create function app_private.begin_look(p_look uuid, p_pause interval) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  l public.article_looks;
  v public.article_versions;
  n public.later_versions;
  site text;
  busy_for interval;
begin
  select * into l from public.article_looks where id = p_look for update;
  if not found or l.ended_at is not null then return null; end if;
  select * into v from public.article_versions where article_id = l.article_id order by number desc limit 1;
  select * into n from public.later_versions where article_id = l.article_id order by number desc limit 1;
  site := substring(v.source_url from '^https?://([^/?#]+)');
  perform pg_advisory_xact_lock(hashtextextended('look at ' || site, 0));
  select p_pause - (clock_timestamp() - max(o.begun_at)) into busy_for
    from public.article_looks o
    where o.article_id <> l.article_id and o.begun_at > clock_timestamp() - p_pause
      and substring(app_private.source_of(o.article_id) from '^https?://([^/?#]+)') = site;
  if busy_for > interval '0' then
    return jsonb_build_object('wait', ceil(extract(epoch from busy_for) * 1000));
  end if;
  update public.article_looks set begun_at = clock_timestamp() where id = l.id;
  return jsonb_build_object(
    'articleId', l.article_id, 'sourceUrl', v.source_url,
    'number', greatest(v.number, coalesce(n.number, 0)), 'text', coalesce(n.text, v.text),
    'mode', coalesce((select mode from public.article_watches where article_id = l.article_id), 'auto'),
    'failures', coalesce((select failures from public.article_watches where article_id = l.article_id), 0),
    'demo', (select demo from public.articles where id = l.article_id),
    'claims', (
      select coalesce(jsonb_agg(distinct jsonb_build_object('state', c.state, 'publishedAt', c.published_at)), '[]')
        from public.claims c where c.article_id = l.article_id));
end $$;

-- Ends a look with what came of it, and keeps the text where it is another one. False when somebody kept a version since
-- `p_known` was read: then it has to be judged anew.
create function app_private.end_look(p_look uuid, p_known int, p_end jsonb, p_draft jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  l public.article_looks;
  newest int;
begin
  select * into l from public.article_looks where id = p_look;
  perform from public.articles where id = l.article_id for update;
  select * into l from public.article_looks where id = p_look for update;
  if l.ended_at is not null then return true; end if;
  select greatest(
      (select max(number) from public.article_versions where article_id = l.article_id),
      (select max(number) from public.later_versions where article_id = l.article_id)) into newest;
  if newest <> p_known then return false; end if;
  if p_draft is not null then
    newest := newest + 1;
    insert into public.later_versions (
      article_id, number, look_id, title, byline, published_on, final_url, fetched_at, bytes_sha256, text, sha256)
    values (
      l.article_id, newest, l.id, p_draft ->> 'title', p_draft ->> 'byline', (p_draft ->> 'publishedOn')::date,
      p_end ->> 'finalUrl', (p_draft ->> 'fetchedAt')::timestamptz, p_end ->> 'bytesSha256', p_draft ->> 'text', '');
    perform app_private.record_audit(l.asked_by, 'article.change_kept', 'desk', l.article_id::text,
      jsonb_build_object('number', newest, 'finalUrl', p_end ->> 'finalUrl', 'bytesSha256', p_end ->> 'bytesSha256',
        'sha256', (select sha256 from public.later_versions where look_id = l.id)));
  end if;
  update public.article_looks set ended_at = clock_timestamp(), outcome = p_end ->> 'outcome',
    problem = p_end ->> 'problem', final_url = p_end ->> 'finalUrl', bytes_sha256 = p_end ->> 'bytesSha256',
    number = case when p_draft is not null then newest end
    where id = l.id;
  insert into public.article_watches as w (article_id, next_look_at, failures)
    values (l.article_id, (p_end ->> 'nextLookAt')::timestamptz, (p_end ->> 'failures')::int)
    on conflict (article_id) do update set failures = excluded.failures,
      next_look_at = case when w.mode <> 'off' then excluded.next_look_at end;
  return true;
end $$;

-- Claims that were not looked for in the newest version of their article, of one article at a time.
create function app_private.claims_to_place() returns jsonb
language sql stable security definer set search_path = '' as $$
  with newest as (
    select distinct on (article_id) * from public.later_versions order by article_id, number desc),
  waiting as (
    select c.*, n.id as later_id, n.text as later_text, v.text as own_text
      from newest n
      join public.claims c on c.article_id = n.article_id and c.state not in ('dismissed', 'retracted')
      join public.article_versions v on v.id = c.article_version_id
      where not exists (select from public.claim_drifts d where d.claim_id = c.id and d.version_id = n.id)),
  one as (select later_id, article_version_id from waiting order by later_id limit 1)
  select jsonb_build_object('versionId', w.later_id, 'before', min(w.own_text), 'after', min(w.later_text),
      'claims', jsonb_agg(jsonb_build_object('id', w.id, 'exact', w.exact, 'prefix', w.prefix, 'suffix', w.suffix,
        'start', w.start_offset, 'end', w.end_offset)))
    from waiting w join one using (later_id, article_version_id) group by w.later_id
$$;

-- Keeps where the claims stand in a version, and tells those whom it concerns. Sent again it changes nothing.
create function app_private.keep_placements(p_version uuid, p_placements jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v public.later_versions;
  item jsonb;
  c public.claims;
  before public.claim_drifts;
  d public.claim_drifts;
begin
  select * into v from public.later_versions where id = p_version;
  for item in select * from jsonb_array_elements(p_placements) order by value ->> 'claimId' loop
    select * into c from public.claims where id = (item ->> 'claimId')::uuid for update;
    select x.* into before from public.claim_drifts x join public.later_versions l on l.id = x.version_id
      where x.claim_id = c.id and l.number < v.number order by l.number desc limit 1;
    insert into public.claim_drifts (
      claim_id, version_id, placement, score, start_offset, end_offset, words, flagged)
    values (
      c.id, v.id, item ->> 'placement', (item ->> 'score')::real, (item ->> 'start')::int, (item ->> 'end')::int,
      item ->> 'words',
      (item ->> 'needsLook')::boolean and not coalesce(
        before.placement = item ->> 'placement' and before.words is not distinct from item ->> 'words'
          -- A person has looked at these very words already.
          and (before.ended in ('dismissed', 'acted', 'placed') or not before.flagged), false))
    on conflict (claim_id, version_id) do nothing returning * into d;
    continue when not found;
    update public.claim_drifts set ended = 'superseded', ended_at = clock_timestamp()
      where claim_id = c.id and id <> d.id and flagged and ended is null;
    if d.flagged then
      perform app_private.record_audit(null, 'claim.words_changed', 'review', c.id::text, jsonb_build_object(
        'number', v.number, 'placement', d.placement));
      if c.state in ('published', 'being_corrected') then
        perform app_private.notify('drift_published', c, null, 'drift ' || v.number);
      elsif c.state not in ('proposed', 'open') then
        perform app_private.notify('drift', c, null, 'drift ' || v.number);
      end if;
    end if;
  end loop;
end $$;

-- A correction, a retraction or a dismissal of the claim answers what was found.
create function app_private.act_on_drift() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.claim_drifts set ended = 'acted', ended_at = clock_timestamp()
    where claim_id = new.claim_id and flagged and ended is null;
  return null;
end $$;
create trigger stage_ledger_answers_drift after insert on public.stage_ledger for each row
  when (new.action in ('correct', 'retract', 'dismiss', 'merge', 'split'))
  execute function app_private.act_on_drift();

create function app_private.open_drift(p_drift uuid) returns public.claim_drifts
language plpgsql security definer set search_path = '' as $$
declare
  d public.claim_drifts;
begin
  select * into d from public.claim_drifts where id = p_drift for update;
  if not found then raise exception 'There is no such change.' using errcode = 'PT404'; end if;
  if not d.flagged or d.ended is not null then
    raise exception 'This change does not wait for anybody any more. Look at the claim again.' using errcode = 'PT422';
  end if;
  return d;
end $$;

-- A person says whether what was found is the claim's place. Nothing of the claim moves.
create function public.decide_drift_place(p_drift uuid, p_decision text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  d public.claim_drifts := app_private.open_drift(p_drift);
begin
  if d.placement <> 'unsure' or d.decided is not null then
    raise exception 'There is nothing to decide about the place.' using errcode = 'PT422';
  end if;
  if p_decision is null or p_decision not in ('here', 'gone') then
    raise exception 'Say whether this is the place.' using errcode = 'PT422';
  end if;
  insert into public.drift_decisions (drift_id, claim_id, "by", decision) values (d.id, d.claim_id, me, p_decision);
  update public.claim_drifts set decided = p_decision where id = d.id;
  -- The very words, and now a place for them: nothing is left to decide.
  if p_decision = 'here' and d.words = (select exact from public.claims where id = d.claim_id) then
    update public.claim_drifts set ended = 'placed', ended_at = clock_timestamp() where id = d.id;
  end if;
  perform app_private.record_audit(me, 'claim.words_placed', 'claim', d.claim_id::text, jsonb_build_object(
    'decision', p_decision));
end $$;

create function public.dismiss_drift(p_drift uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  d public.claim_drifts := app_private.open_drift(p_drift);
  reason text := btrim(p_reason);
begin
  if coalesce(char_length(reason), 0) not between 3 and 2000 then
    raise exception 'Say in 3 to 2,000 characters why the verdict stands all the same.' using errcode = 'PT422';
  end if;
  insert into public.drift_decisions (drift_id, claim_id, "by", decision, reason)
    values (d.id, d.claim_id, me, 'dismissed', reason);
  update public.claim_drifts set ended = 'dismissed', ended_at = clock_timestamp() where id = d.id;
  perform app_private.record_audit(me, 'claim.change_dismissed', 'claim', d.claim_id::text, jsonb_build_object(
    'reason', reason));
end $$;

-- For readers of a report: since when the text that its verdicts rest on is known to have changed. Dates alone. What was
-- found first can differ because somebody corrected the text when it was taken in, so it counts only where words that
-- were checked are others; whatever was found after it counts.
create function public.article_since_report(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
      'number', v.number, 'takenAt', coalesce(v.fetched_at, v.created_at),
      'changedAt', (
        select max(l.fetched_at) from public.later_versions l where l.article_id = r.article_id and (
          l.number > v.number + 1 or exists (
            select from public.claim_drifts d join public.published_verdicts p on p.claim_id = d.claim_id
            where d.version_id = l.id and d.placement in ('changed', 'gone')))))
    from public.reports r
    cross join lateral (
      select * from public.article_versions where article_id = r.article_id order by number desc limit 1) v
    where r.slug = p_slug
$$;

revoke all on function app_private.only_decide_drift(), app_private.source_of(uuid), app_private.watch_article(),
  app_private.watches_due(timestamptz, int), app_private.begin_scheduled_look(uuid, bigint),
  app_private.looks_to_queue(), app_private.begin_look(uuid, interval),
  app_private.end_look(uuid, int, jsonb, jsonb), app_private.claims_to_place(),
  app_private.keep_placements(uuid, jsonb), app_private.act_on_drift(), app_private.open_drift(uuid) from public;
revoke all on function public.set_article_watch(uuid, text), public.ask_for_look(uuid),
  public.decide_drift_place(uuid, text), public.dismiss_drift(uuid, text), public.article_since_report(text)
  from public, anon;
grant execute on function public.set_article_watch(uuid, text), public.ask_for_look(uuid),
  public.decide_drift_place(uuid, text), public.dismiss_drift(uuid, text) to authenticated;
grant execute on function public.article_since_report(text) to anon, authenticated;

-- Feeds that the desk watches, and what they brought, waiting to be taken in or dismissed.
create table public.feeds (
  id uuid primary key default gen_random_uuid(),
  url text not null check (url ~ '^https?://' and char_length(url) <= 2048),
  title text check (char_length(title) between 1 and 200),
  added_by uuid not null references public.profiles (id),
  added_at timestamptz not null default now(),
  paused boolean not null default false,
  removed_at timestamptz,
  next_at timestamptz not null default now(),
  -- Of the last try, and of the last that went well.
  tried_at timestamptz,
  read_at timestamptz,
  failures int not null default 0,
  problem text check (char_length(problem) <= 500),
  etag text check (char_length(etag) <= 500),
  last_modified text check (char_length(last_modified) <= 100)
);
create unique index feeds_url_idx on public.feeds (app_private.canonical_url(url)) where removed_at is null;
create index feeds_due_idx on public.feeds (next_at) where removed_at is null and not paused;

create table public.feed_items (
  id uuid primary key default gen_random_uuid(),
  feed_id uuid not null references public.feeds (id),
  guid text not null check (char_length(guid) between 1 and 500),
  url text not null check (url ~ '^https?://' and char_length(url) <= 2048),
  canonical_url text not null unique,
  title text not null check (char_length(title) between 1 and 300),
  summary text not null default '' check (char_length(summary) <= 1000),
  published_at timestamptz,
  found_at timestamptz not null default clock_timestamp(),
  state text not null default 'new' check (state in ('new', 'dismissed', 'taken_in')),
  decided_by uuid references public.profiles (id),
  decided_at timestamptz,
  article_id uuid references public.articles (id),
  unique (feed_id, guid),
  check ((state = 'taken_in') = (article_id is not null))
);
create index feed_items_state_idx on public.feed_items (state, found_at desc);
select app_private.guard_while_read_only('public.feeds', 'people');
select app_private.guard_while_read_only('public.feed_items', 'people');

alter table public.feeds enable row level security;
alter table public.feed_items enable row level security;
revoke all on public.feeds, public.feed_items from public, anon, authenticated, service_role;
grant select on public.feeds, public.feed_items to authenticated;
create policy feeds_read on public.feeds for select to authenticated
  using ((select app_private.role_at_least('editor')));
create policy feed_items_read on public.feed_items for select to authenticated
  using ((select app_private.role_at_least('editor')));

create function public.add_feed(p_url text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  made uuid;
begin
  if (select count(*) from public.feeds where removed_at is null) >= 200 then
    raise exception 'The desk watches two hundred feeds. Remove one first.' using errcode = 'PT422';
  end if;
  insert into public.feeds (url, added_by) values (p_url, me) on conflict do nothing returning id into made;
  if made is null then
    raise exception 'The desk watches this feed already.' using errcode = 'PT422';
  end if;
  perform app_private.record_audit(me, 'feed.added', 'desk', 'feeds', jsonb_build_object('feed', made, 'url', p_url));
  return made;
end $$;

create function public.change_feed(p_feed uuid, p_action text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  f public.feeds;
begin
  select * into f from public.feeds where id = p_feed and removed_at is null for update;
  if not found then raise exception 'There is no such feed.' using errcode = 'PT404'; end if;
  case p_action
    when 'pause' then update public.feeds set paused = true where id = f.id;
    when 'resume' then update public.feeds set paused = false, next_at = now() where id = f.id;
    when 'remove' then update public.feeds set removed_at = clock_timestamp() where id = f.id;
    -- Looking again changes nothing that anybody decided, and is not for the trail.
    when 'look' then update public.feeds set next_at = now() where id = f.id; return;
    else raise exception 'There is no such step.' using errcode = 'PT422';
  end case;
  perform app_private.record_audit(me,
    case p_action when 'pause' then 'feed.paused' when 'resume' then 'feed.resumed' else 'feed.removed' end,
    'desk', 'feeds', jsonb_build_object('feed', f.id, 'url', f.url));
end $$;

-- Dismisses what a feed brought, or brings it back.
create function public.decide_feed_item(p_item uuid, p_state text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  i public.feed_items;
begin
  if p_state is null or p_state not in ('new', 'dismissed') then
    raise exception 'There is no such step.' using errcode = 'PT422';
  end if;
  select * into i from public.feed_items where id = p_item for update;
  if not found then raise exception 'There is no such item of a feed.' using errcode = 'PT404'; end if;
  if i.state = 'taken_in' then
    raise exception 'This has been taken in as an article meanwhile.' using errcode = 'PT422';
  end if;
  if i.state = p_state then return; end if;
  update public.feed_items set state = p_state, decided_by = me, decided_at = clock_timestamp() where id = i.id;
  perform app_private.record_audit(me,
    case p_state when 'dismissed' then 'feed.item_dismissed' else 'feed.item_restored' end,
    'desk', 'feeds', jsonb_build_object('item', i.id, 'title', i.title));
end $$;

-- Whatever way an article came in, what a feed brought of it waits no longer.
create function app_private.settle_feed_items() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.feed_items
    set state = 'taken_in', article_id = new.article_id, decided_by = new.created_by, decided_at = clock_timestamp()
    where canonical_url = app_private.canonical_url(new.source_url) and state <> 'taken_in';
  return null;
end $$;
create trigger article_settles_feed_items after insert on public.article_versions
  for each row when (new.number = 1 and new.source_url is not null) execute function app_private.settle_feed_items();

-- For the job: the feed that has waited longest, which nobody else gets for a quarter of an hour.
create function app_private.next_feed() returns setof public.feeds
language sql set search_path = '' as $$
  update public.feeds set next_at = now() + interval '15 minutes', tried_at = clock_timestamp()
    where not app_private.is_read_only() and id = (
      select id from public.feeds where removed_at is null and not paused and next_at <= now()
        order by next_at limit 1 for update skip locked)
    returning *
$$;

-- What a look at a feed brought. What is known by guid or address, of any feed, or is an article, comes in once.
create function app_private.store_feed(p_feed uuid, p_title text, p_entries jsonb, p_etag text, p_last_modified text)
returns int
language plpgsql set search_path = '' as $$
declare
  added int;
begin
  update public.feeds set title = coalesce(nullif(p_title, ''), title), read_at = clock_timestamp(), failures = 0,
      problem = null, etag = p_etag, last_modified = p_last_modified, next_at = now() + interval '15 minutes'
    where id = p_feed;
  with entries as (
    select e ->> 'guid' as guid, e ->> 'url' as url, app_private.canonical_url(e ->> 'url') as canonical,
        e ->> 'title' as title, coalesce(e ->> 'summary', '') as summary, (e ->> 'publishedAt')::timestamptz as published
      from jsonb_array_elements(p_entries) e),
  known as (
    select entries.*, (select s from app_private.same_articles(entries.url, null, null) s limit 1) as article from entries),
  inserted as (
    insert into public.feed_items (feed_id, guid, url, canonical_url, title, summary, published_at, state, article_id)
      select p_feed, guid, url, canonical, title, summary, published,
          case when article is null then 'new' else 'taken_in' end, article
        from known where canonical is not null
      on conflict do nothing returning state)
  select count(*) into added from inserted where state = 'new';
  return added;
end $$;

-- A look that failed: the next one waits twice as long as the last, up to a day.
create function app_private.note_feed_failure(p_feed uuid, p_problem text) returns void
language sql set search_path = '' as $$
  update public.feeds set failures = failures + 1, problem = left(p_problem, 500),
      next_at = now() + least(interval '15 minutes' * power(2, least(failures, 7)), interval '1 day')
    where id = p_feed
$$;

revoke all on function app_private.settle_feed_items(), app_private.next_feed(),
  app_private.store_feed(uuid, text, jsonb, text, text), app_private.note_feed_failure(uuid, text) from public;
revoke all on function public.add_feed(text), public.change_feed(uuid, text), public.decide_feed_item(uuid, text)
  from public, anon, service_role;
grant execute on function public.add_feed(text), public.change_feed(uuid, text), public.decide_feed_item(uuid, text)
  to authenticated;

-- What claims are about: a list that the desk keeps. An article has topics, which hold for each of its claims; a claim may
-- have further ones of its own. A topic that is retired stays where it is and is offered no more.
create table public.topics (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default clock_timestamp(),
  retired_by uuid references public.profiles (id),
  retired_at timestamptz,
  check ((retired_by is null) = (retired_at is null))
);
create unique index topics_name_idx on public.topics (lower(name));

create table public.article_topics (
  article_id uuid not null references public.articles (id),
  topic_id uuid not null references public.topics (id),
  added_by uuid not null references public.profiles (id),
  added_at timestamptz not null default clock_timestamp(),
  primary key (article_id, topic_id)
);
create index article_topics_topic_idx on public.article_topics (topic_id, article_id);

create table public.claim_topics (
  claim_id uuid not null references public.claims (id),
  topic_id uuid not null references public.topics (id),
  added_by uuid not null references public.profiles (id),
  added_at timestamptz not null default clock_timestamp(),
  primary key (claim_id, topic_id)
);
create index claim_topics_topic_idx on public.claim_topics (topic_id, claim_id);

select app_private.guard_while_read_only(t, 'people')
  from unnest(array['public.topics', 'public.article_topics', 'public.claim_topics']::regclass[]) t;
alter table public.topics enable row level security;
alter table public.article_topics enable row level security;
alter table public.claim_topics enable row level security;
revoke all on public.topics, public.article_topics, public.claim_topics from public, anon, authenticated, service_role;
grant select on public.topics, public.article_topics, public.claim_topics to authenticated;
create policy topics_read on public.topics for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy article_topics_read on public.article_topics for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
create policy claim_topics_read on public.claim_topics for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

-- The topics that a claim has, each once: its article's and its own. Everything that asks for topics of claims asks here;
-- app/domain/topic/topic.ts says the same of what a page has loaded.
create view app_private.effective_topics with (security_invoker = true) as
  select c.id as claim_id, t.topic_id from public.article_topics t join public.claims c on c.article_id = t.article_id
  union
  select o.claim_id, o.topic_id from public.claim_topics o;
revoke all on app_private.effective_topics from public, anon, authenticated, service_role;

-- The topics of an article and the own ones of its claims, for its page.
create function public.topics_of_article(p_article uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'article', coalesce((select jsonb_agg(t.topic_id) from public.article_topics t where t.article_id = p_article), '[]'),
    'claims', coalesce((
      select jsonb_object_agg(k.claim_id, k.topics) from (
        select o.claim_id, jsonb_agg(o.topic_id) as topics
        from public.claims c join public.claim_topics o on o.claim_id = c.id
        where c.article_id = p_article group by o.claim_id) k), '{}'))
$$;

-- A name as it is kept. Refuses one that another topic has, and says so where that one is retired.
create function app_private.topic_name(p_name text, p_but uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  written text := btrim(regexp_replace(coalesce(p_name, ''), '\s+', ' ', 'g'));
  other public.topics;
begin
  if char_length(written) not between 1 and 60 then
    raise exception 'A topic has a name of 1 to 60 characters. Nothing was changed.' using errcode = 'PT422';
  end if;
  select * into other from public.topics where lower(name) = lower(written) and id is distinct from p_but;
  if found then
    raise exception '%', case when other.retired_at is null
      then format('There is a topic “%s” already. Nothing was changed.', other.name)
      else format('There is a retired topic “%s”. Bring it back instead; nothing was changed.', other.name) end
      using errcode = 'PT422';
  end if;
  return written;
end $$;

create function public.add_topic(p_name text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  t public.topics;
begin
  -- One change of the list at a time, so that names and number hold.
  perform pg_advisory_xact_lock(hashtextextended('topics of the desk', 0));
  if (select count(*) from public.topics where retired_at is null) >= 200 then
    raise exception 'The desk has 200 topics; retire one first. Nothing was added.' using errcode = 'PT422';
  end if;
  insert into public.topics (name, created_by) values (app_private.topic_name(p_name, null), me) returning * into t;
  perform app_private.record_audit(me, 'desk.topic_added', 'desk', 'topics',
    jsonb_build_object('topic', t.id, 'name', t.name));
  return t.id;
end $$;

create function public.rename_topic(p_topic uuid, p_name text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  t public.topics;
  written text;
begin
  perform pg_advisory_xact_lock(hashtextextended('topics of the desk', 0));
  select * into t from public.topics where id = p_topic for no key update;
  if not found then raise exception 'There is no such topic.' using errcode = 'PT404'; end if;
  written := app_private.topic_name(p_name, t.id);
  if written = t.name then return; end if;
  update public.topics set name = written where id = t.id;
  perform app_private.record_audit(me, 'desk.topic_renamed', 'desk', 'topics',
    jsonb_build_object('topic', t.id, 'before', t.name, 'name', written));
end $$;

create function public.retire_topic(p_topic uuid, p_retired boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  t public.topics;
begin
  perform pg_advisory_xact_lock(hashtextextended('topics of the desk', 0));
  select * into t from public.topics where id = p_topic for no key update;
  if not found then raise exception 'There is no such topic.' using errcode = 'PT404'; end if;
  if (t.retired_at is not null) = p_retired then return; end if;
  if not p_retired and (select count(*) from public.topics where retired_at is null) >= 200 then
    raise exception 'The desk has 200 topics; retire one first. Nothing was changed.' using errcode = 'PT422';
  end if;
  update public.topics set retired_at = case when p_retired then clock_timestamp() end,
    retired_by = case when p_retired then me end where id = t.id;
  perform app_private.record_audit(me, case when p_retired then 'desk.topic_retired' else 'desk.topic_restored' end,
    'desk', 'topics', jsonb_build_object('topic', t.id, 'name', t.name));
end $$;

create function app_private.topic_names(p_topics uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(t.name order by lower(t.name)) from public.topics t where t.id = any (p_topics)
$$;

-- Gives an article or a claim topics and takes some from it. What is not named stays as it is, so that two people who
-- change different topics at once both get what they wanted; what is so already leaves no trace.
create function public.set_topics(p_on text, p_id uuid, p_add uuid[], p_remove uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  adding uuid[] := array(select distinct u from unnest(p_add) u where u is not null and not u = any (coalesce(p_remove, '{}')));
  held uuid[];
  added uuid[];
  removed uuid[];
  recused uuid[] := '{}';
  gone text;
begin
  if p_on is null or p_on not in ('article', 'claim') then
    raise exception 'Topics are given to articles and claims.' using errcode = 'PT422';
  end if;
  if cardinality(adding) > 20 or cardinality(p_remove) > 200 then
    raise exception 'Too many topics at once. Nothing was changed.' using errcode = 'PT422';
  end if;
  if p_on = 'article' then
    perform from public.articles a where a.id = p_id for no key update;
  else
    select c.recused into recused from public.claims c where c.id = p_id for no key update;
  end if;
  if not found then raise exception 'There is no such %.', p_on using errcode = 'PT404'; end if;
  if me = any (recused) then
    raise exception 'You declared a conflict of interest on this claim. Nothing was changed.' using errcode = 'PT403';
  end if;
  held := case when p_on = 'article' then array(select t.topic_id from public.article_topics t where t.article_id = p_id)
    else array(select t.topic_id from public.claim_topics t where t.claim_id = p_id) end;
  adding := array(select u from unnest(adding) u where not u = any (held));
  -- Held to the end, so that nobody retires one meanwhile.
  perform from public.topics t where t.id = any (adding) order by t.id for share;
  if (select count(*) from public.topics t where t.id = any (adding)) < cardinality(adding) then
    raise exception 'One of these topics is not there. Nothing was changed; load the page again.' using errcode = 'PT404';
  end if;
  select t.name into gone from public.topics t where t.id = any (adding) and t.retired_at is not null limit 1;
  if found then
    raise exception 'The topic “%” was retired. Nothing was changed; choose another.', gone using errcode = 'PT422';
  end if;
  removed := array(select u from unnest(held) u where u = any (coalesce(p_remove, '{}')));
  if cardinality(held) + cardinality(adding) - cardinality(removed) > 20 then
    raise exception 'At most 20 topics. Nothing was changed; take some away first.' using errcode = 'PT422';
  end if;
  if cardinality(adding) + cardinality(removed) = 0 then return; end if;
  added := adding;
  if p_on = 'article' then
    insert into public.article_topics (article_id, topic_id, added_by) select p_id, u, me from unnest(added) u;
    delete from public.article_topics t where t.article_id = p_id and t.topic_id = any (removed);
  else
    insert into public.claim_topics (claim_id, topic_id, added_by) select p_id, u, me from unnest(added) u;
    delete from public.claim_topics t where t.claim_id = p_id and t.topic_id = any (removed);
  end if;
  perform app_private.record_audit(me, p_on || '.topics_changed', p_on, p_id::text, jsonb_build_object(
    'added', app_private.topic_names(added), 'removed', app_private.topic_names(removed)));
end $$;

-- What a claim is split or merged into is about what it was about.
create function app_private.hand_on_topics() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  heir uuid;
  handed uuid[];
begin
  for heir in select t.id::uuid from jsonb_array_elements_text(case jsonb_typeof(new.payload -> 'into')
    when 'array' then new.payload -> 'into' else jsonb_build_array(new.payload -> 'into') end) t(id)
  loop
    with given as (
      insert into public.claim_topics (claim_id, topic_id, added_by)
        select heir, o.topic_id, new.actor from public.claim_topics o where o.claim_id = new.entity_id::uuid
        on conflict do nothing returning topic_id)
    select array_agg(g.topic_id) into handed from given g;
    if handed is not null then
      perform app_private.record_audit(new.actor, 'claim.topics_changed', 'claim', heir::text,
        jsonb_build_object('added', app_private.topic_names(handed), 'from', new.entity_id));
    end if;
  end loop;
  return null;
end $$;
create trigger audit_topics_handed_on after insert on public.audit_events for each row
  when (new.action in ('claim.split', 'claim.merged') and new.payload ? 'into' and new.actor is not null)
  execute function app_private.hand_on_topics();

revoke all on function app_private.topic_name(text, uuid), app_private.topic_names(uuid[]),
  app_private.hand_on_topics() from public;
revoke all on function public.topics_of_article(uuid), public.add_topic(text), public.rename_topic(uuid, text),
  public.retire_topic(uuid, boolean), public.set_topics(text, uuid, uuid[], uuid[]) from public, anon;
grant execute on function public.topics_of_article(uuid), public.add_topic(text), public.rename_topic(uuid, text),
  public.retire_topic(uuid, boolean), public.set_topics(text, uuid, uuid[], uuid[]) to authenticated;

-- What an article was read from, as it came: the bytes of the page, the file, the paste. Kept in the transaction that
-- saves the article, so that there is never one without the other.

-- Two addresses of one page are the same without scheme, "www.", fragment, marks of campaigns and a slash at the end.
create function app_private.canonical_url(p_url text) returns text
language sql immutable set search_path = '' as $$
  select case when p_url ~* '^https?://[^/?#]' then
    regexp_replace(regexp_replace(lower(substring(p_url from '(?i)^https?://([^/?#]+)')), ':(80|443)$', ''), '^www\.', '')
    || rtrim(coalesce(substring(p_url from '(?i)^https?://[^/?#]+([^?#]*)'), ''), '/')
    || coalesce('?' || (
      select string_agg(part, '&' order by part)
        from unnest(string_to_array(substring(p_url from '\?([^#]*)'), '&')) part
        where part <> '' and part !~* '^(utm_[^=]*|fbclid|gclid|mc_cid|mc_eid|igshid|cmpid|at_medium|at_campaign)(=|$)'), '')
  end
$$;
create index article_versions_canonical_idx on public.article_versions (app_private.canonical_url(source_url))
  where source_url is not null;
create index article_versions_sha256_idx on public.article_versions (sha256);

create table public.article_originals (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null unique references public.articles (id),
  -- How it came; `text` where there is only the text as it was saved.
  way text not null check (way in ('fetch', 'upload', 'paste', 'feed', 'api', 'text')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (char_length(media_type) between 3 and 200),
  size int not null check (size > 0),
  -- The sender's word, never a path.
  name text check (char_length(name) <= 200),
  url text check (url ~ '^https?://' and char_length(url) <= 2048),
  kept_by uuid not null references public.profiles (id),
  kept_at timestamptz not null default now()
);
create index article_originals_sha256_idx on public.article_originals (sha256);
-- Where no table of the API is: bytes leave it by `original_bytes` alone.
create table app_private.original_bytes (
  original_id uuid primary key references public.article_originals (id),
  bytes bytea not null
);
alter table app_private.original_bytes alter column bytes set storage external;
-- What was read and is not saved yet, for two days and twenty of each person.
create table app_private.staged_originals (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references public.profiles (id),
  way text not null,
  media_type text not null,
  name text,
  url text,
  bytes bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
create index staged_originals_person_idx on app_private.staged_originals (person_id, created_at);

create trigger article_originals_frozen before update or delete on public.article_originals
  for each row execute function app_private.refuse_change();
create trigger article_originals_kept before truncate on public.article_originals
  for each statement execute function app_private.refuse_change();
create trigger original_bytes_frozen before update or delete on app_private.original_bytes
  for each row execute function app_private.refuse_change();
create trigger original_bytes_kept before truncate on app_private.original_bytes
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.article_originals', 'people');

alter table public.article_originals enable row level security;
revoke all on public.article_originals from public, anon, authenticated, service_role;
revoke all on app_private.original_bytes, app_private.staged_originals from public, anon, authenticated, service_role;
grant select on public.article_originals to authenticated;
create policy article_originals_read on public.article_originals for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

create function app_private.insert_original(p_article uuid, p_by uuid, s app_private.staged_originals) returns void
language plpgsql set search_path = '' as $$
declare
  kept uuid;
begin
  insert into public.article_originals (article_id, way, sha256, media_type, size, name, url, kept_by)
    values (p_article, s.way, encode(sha256(s.bytes), 'hex'), s.media_type, octet_length(s.bytes), s.name, s.url, p_by)
    returning id into kept;
  insert into app_private.original_bytes (original_id, bytes) values (kept, s.bytes);
end $$;

-- With the first version of each article, whoever saves it: the staged original that `take_in_article` named, or, where
-- nothing else came, the text itself.
create function app_private.keep_original() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  named text := nullif(current_setting('countersign.original', true), '');
  s app_private.staged_originals;
begin
  if named is null then
    s.way := 'text';
    s.media_type := 'text/plain; charset=utf-8';
    s.bytes := convert_to(new.text, 'UTF8');
  else
    delete from app_private.staged_originals where id = named::uuid and person_id = new.created_by returning * into s;
    if s.id is null then
      raise exception 'What this article was read from is not kept any longer. Nothing was saved; copy what you corrected, and take the article in again.'
        using errcode = 'PT422';
    end if;
  end if;
  perform app_private.insert_original(new.article_id, new.created_by, s);
  return null;
end $$;
create trigger article_original_kept after insert on public.article_versions
  for each row when (new.number = 1) execute function app_private.keep_original();

insert into public.article_originals (article_id, way, sha256, media_type, size, kept_by)
  select v.article_id, 'text', v.sha256, 'text/plain; charset=utf-8', octet_length(convert_to(v.text, 'UTF8')), v.created_by
    from public.article_versions v where v.number = 1;
insert into app_private.original_bytes (original_id, bytes)
  select o.id, convert_to(v.text, 'UTF8') from public.article_originals o
    join public.article_versions v on v.article_id = o.article_id and v.number = 1;

create function app_private.stage_original(p_person uuid, p_original jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  bytes bytea := decode(p_original ->> 'base64', 'base64');
  staged uuid;
begin
  if coalesce(octet_length(bytes), 0) not between 1 and 10000000 then
    raise exception 'An original of an article has at most 10 MB. Nothing was saved.' using errcode = 'PT422';
  end if;
  delete from app_private.staged_originals where created_at < now() - interval '2 days';
  delete from app_private.staged_originals where id in (
    select id from app_private.staged_originals where person_id = p_person order by created_at desc offset 19);
  insert into app_private.staged_originals (person_id, way, media_type, name, url, bytes)
    values (p_person, p_original ->> 'way', left(coalesce(nullif(p_original ->> 'mediaType', ''), 'application/octet-stream'), 200),
      left(p_original ->> 'name', 200), left(p_original ->> 'url', 2048), bytes)
    returning id into staged;
  return staged;
end $$;

create function public.stage_original(p_original jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  perform app_private.require_writable();
  if coalesce(p_original ->> 'way', '') not in ('fetch', 'upload', 'paste', 'feed') then
    raise exception 'There is no such way in.' using errcode = 'PT422';
  end if;
  return app_private.stage_original(me, p_original);
end $$;

-- Saves an article together with what it was read from.
create function public.take_in_article(p_article uuid, p_draft jsonb, p_original uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  saved jsonb;
begin
  perform app_private.require_role('editor');
  perform set_config('countersign.original', coalesce(p_original::text, ''), true);
  saved := public.save_article(p_article, p_draft);
  perform set_config('countersign.original', '', true);
  return saved;
end $$;

-- The bytes of an original in base64, for who works at the desk.
create function public.original_bytes(p_article uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('reviewer');
  return (select encode(b.bytes, 'base64') from public.article_originals o
    join app_private.original_bytes b on b.original_id = o.id where o.article_id = p_article);
end $$;

-- Articles that say they are this one: from the same address, of the same words, or read from the same bytes.
create function app_private.same_articles(p_url text, p_text text, p_sha256 text) returns setof uuid
language sql stable set search_path = '' as $$
  select article_id from public.article_versions
    where source_url is not null and app_private.canonical_url(source_url) = app_private.canonical_url(p_url)
  union select article_id from public.article_versions where sha256 = encode(sha256(convert_to(p_text, 'UTF8')), 'hex')
  union select article_id from public.article_originals where sha256 = p_sha256 and way <> 'text'
$$;
create function public.articles_like(p_url text, p_text text, p_original uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  bytes_hash text := (select encode(sha256(s.bytes), 'hex') from app_private.staged_originals s
    where s.id = p_original and s.person_id = (select auth.uid()));
begin
  perform app_private.require_role('reviewer');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', v.article_id, 'title', v.title, 'savedAt', v.created_at)
      order by v.created_at), '[]')
    from (select v.* from public.article_versions v
      where v.number = 1 and v.article_id in (select app_private.same_articles(p_url, p_text, bytes_hash))
      order by v.created_at limit 3) v);
end $$;

revoke all on function app_private.canonical_url(text), app_private.keep_original(), app_private.stage_original(uuid, jsonb),
  app_private.insert_original(uuid, uuid, app_private.staged_originals), app_private.same_articles(text, text, text)
  from public;
revoke all on function public.stage_original(jsonb), public.take_in_article(uuid, jsonb, uuid), public.original_bytes(uuid),
  public.articles_like(text, text, uuid) from public, anon, service_role;
grant execute on function public.stage_original(jsonb), public.take_in_article(uuid, jsonb, uuid),
  public.original_bytes(uuid), public.articles_like(text, text, uuid) to authenticated;

-- Other programs take articles in with a token that an editor makes: shown once, kept as its hash, good for a while and
-- until it is taken back or its maker is no editor any more.
create table public.api_tokens (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 2 and 80),
  scope text not null default 'articles:create' check (scope = 'articles:create'),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references public.profiles (id),
  check ((revoked_at is null) = (revoked_by is null))
);
create index api_tokens_created_by_idx on public.api_tokens (created_by);
-- What a program said of a request, so that asking again answers the same.
create table app_private.api_requests (
  token_id uuid not null references public.api_tokens (id),
  key text not null check (char_length(key) between 1 and 200),
  request_hash text not null,
  article_id uuid not null references public.articles (id),
  at timestamptz not null default now(),
  primary key (token_id, key)
);
select app_private.guard_while_read_only('public.api_tokens', 'people');

alter table public.api_tokens enable row level security;
revoke all on public.api_tokens, app_private.api_requests from public, anon, authenticated, service_role;
-- Not the hash of the secret.
grant select (id, name, scope, created_by, created_at, expires_at, last_used_at, revoked_at) on public.api_tokens to authenticated;
create policy api_tokens_read on public.api_tokens for select to authenticated
  using ((select app_private.role_at_least('editor')));

create function public.create_api_token(p_name text, p_days int, p_token_hash text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  made uuid;
begin
  if coalesce(p_days, 0) not between 1 and 366 then
    raise exception 'A token is good for 1 to 366 days.' using errcode = 'PT422';
  end if;
  if (select count(*) from public.api_tokens where created_by = me and revoked_at is null and expires_at > now()) >= 20 then
    raise exception 'You have twenty tokens that work. Take one back first.' using errcode = 'PT422';
  end if;
  insert into public.api_tokens (name, token_hash, created_by, expires_at)
    values (btrim(p_name), p_token_hash, me, now() + make_interval(days => p_days)) returning id into made;
  perform app_private.record_audit(me, 'token.made', 'desk', 'tokens',
    jsonb_build_object('token', made, 'name', btrim(p_name), 'days', p_days));
  return made;
end $$;

create function public.revoke_api_token(p_token uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  t public.api_tokens;
begin
  select * into t from public.api_tokens where id = p_token for update;
  if t.id is null or not (t.created_by = me or app_private.role_at_least('admin')) then
    raise exception 'There is no such token of yours.' using errcode = 'PT404';
  end if;
  if t.revoked_at is not null then return; end if;
  update public.api_tokens set revoked_at = clock_timestamp(), revoked_by = me where id = t.id;
  perform app_private.record_audit(me, 'token.revoked', 'desk', 'tokens', jsonb_build_object('token', t.id, 'name', t.name));
end $$;

-- For the server only, which is given the secret by the program: the token, if it is good now.
create function app_private.good_token(p_token_hash text) returns public.api_tokens
language plpgsql set search_path = '' as $$
declare
  t public.api_tokens;
begin
  select * into t from public.api_tokens where token_hash = p_token_hash;
  if t.id is null or t.revoked_at is not null or t.expires_at <= now() or app_private.role_of(t.created_by) < 'editor' then
    raise exception 'The token is not known, has run out or was taken back.' using errcode = 'PT403';
  end if;
  return t;
end $$;

create function app_private.answered_before(p_token uuid, p_key text, p_request_hash text) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  r app_private.api_requests;
begin
  select * into r from app_private.api_requests where token_id = p_token and key = p_key;
  if r.article_id is not null and r.request_hash <> p_request_hash then
    raise exception 'This Idempotency-Key came with another request before. Nothing was saved.' using errcode = 'PT422';
  end if;
  return r.article_id;
end $$;

-- Whether a token is good, and whether what it asks for is here already; asked before anything is fetched.
create function public.look_up_by_token(p_token_hash text, p_key text, p_request_hash text, p_url text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t public.api_tokens := app_private.good_token(p_token_hash);
begin
  perform app_private.require_writable();
  update public.api_tokens set last_used_at = clock_timestamp() where id = t.id;
  return jsonb_build_object('name', t.name, 'articleId', coalesce(
    app_private.answered_before(t.id, p_key, p_request_hash),
    (select s from app_private.same_articles(p_url, null, null) s limit 1)));
end $$;

-- Takes an article in with all the rights of who made the token and none more, in one transaction: article, original,
-- claims and trail. What is here already is answered with and not saved again.
create function public.take_in_by_token(
  p_token_hash text, p_key text, p_request_hash text, p_article uuid, p_draft jsonb, p_original jsonb, p_claims jsonb)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t public.api_tokens := app_private.good_token(p_token_hash);
  before text := current_setting('request.jwt.claims', true);
  before_sub text := current_setting('request.jwt.claim.sub', true);
  found uuid;
  staged uuid;
  saved jsonb;
begin
  -- Two programs that send the same article at once are answered one after the other.
  perform pg_advisory_xact_lock(hashtextextended('countersign api intake', 0));
  found := coalesce(
    app_private.answered_before(t.id, p_key, p_request_hash),
    (select s from app_private.same_articles(p_draft ->> 'sourceUrl', p_draft ->> 'text',
      encode(sha256(decode(p_original ->> 'base64', 'base64')), 'hex')) s limit 1));
  if found is null then
    perform set_config('request.jwt.claims', jsonb_build_object('sub', t.created_by, 'role', 'authenticated')::text, true);
    perform set_config('request.jwt.claim.sub', t.created_by::text, true);
    staged := app_private.stage_original(t.created_by, p_original || '{"way": "api"}');
    saved := public.take_in_article(p_article, p_draft, staged);
    perform public.propose_claims((saved ->> 'versionId')::uuid, p_claims, 'engine');
    perform app_private.record_audit(t.created_by, 'article.taken_in_by_token', 'article', p_article::text,
      jsonb_build_object('name', t.name, 'token', t.id));
    perform set_config('request.jwt.claims', coalesce(before, ''), true);
    perform set_config('request.jwt.claim.sub', coalesce(before_sub, ''), true);
  end if;
  if p_key is not null then
    insert into app_private.api_requests (token_id, key, request_hash, article_id)
      values (t.id, p_key, p_request_hash, coalesce(found, p_article)) on conflict do nothing;
  end if;
  return jsonb_build_object('articleId', coalesce(found, p_article), 'created', found is null);
end $$;

revoke all on function app_private.good_token(text), app_private.answered_before(uuid, text, text) from public;
revoke all on function public.create_api_token(text, int, text), public.revoke_api_token(uuid),
  public.look_up_by_token(text, text, text, text),
  public.take_in_by_token(text, text, text, uuid, jsonb, jsonb, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.create_api_token(text, int, text), public.revoke_api_token(uuid) to authenticated;
grant execute on function public.look_up_by_token(text, text, text, text),
  public.take_in_by_token(text, text, text, uuid, jsonb, jsonb, jsonb) to service_role;

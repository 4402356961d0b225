-- What a token is good for. Those that were made before can do what they could: take articles in.
create table app_private.token_scopes (
  scope text primary key,
  -- What the maker must be at the moment at which the token is used.
  least_role public.app_role not null
);
insert into app_private.token_scopes values ('articles:create', 'editor'), ('claims:read', 'reviewer');
revoke all on app_private.token_scopes from public, anon, authenticated, service_role;

alter table public.api_tokens add column scopes text[] not null default '{articles:create}' check (cardinality(scopes) > 0);
alter table public.api_tokens alter column scopes drop default;
alter table public.api_tokens drop column scope;
grant select (scopes) on public.api_tokens to authenticated;

drop function public.create_api_token(text, int, text);
create function public.create_api_token(p_name text, p_days int, p_token_hash text, p_scopes text[]) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  named text[] := array(select distinct unnest(p_scopes) order by 1);
  made uuid;
begin
  if coalesce(p_days, 0) not between 1 and 366 then
    raise exception 'A token is good for 1 to 366 days.' using errcode = 'PT422';
  end if;
  if cardinality(named) = 0 or exists (select from unnest(named) n where not exists (
      select from app_private.token_scopes s where s.scope = n)) then
    raise exception 'Say what the token is for.' using errcode = 'PT422';
  end if;
  if exists (select from app_private.token_scopes s
      where s.scope = any (named) and s.least_role > app_private.role_of(me)) then
    raise exception 'A token cannot do what its maker may not.' using errcode = 'PT403';
  end if;
  if (select count(*) from public.api_tokens where created_by = me and revoked_at is null and expires_at > now()) >= 20 then
    raise exception 'You have twenty tokens that work. Take one back first.' using errcode = 'PT422';
  end if;
  insert into public.api_tokens (name, token_hash, created_by, expires_at, scopes)
    values (btrim(p_name), p_token_hash, me, now() + make_interval(days => p_days), named) returning id into made;
  perform app_private.record_audit(me, 'token.made', 'desk', 'tokens',
    jsonb_build_object('token', made, 'name', btrim(p_name), 'days', p_days, 'scopes', to_jsonb(named)));
  return made;
end $$;
revoke all on function public.create_api_token(text, int, text, text[]) from public, anon, authenticated, service_role;
grant execute on function public.create_api_token(text, int, text, text[]) to authenticated;

-- The one place that says whether a token is good for something now: it is known, not taken back and not run out, it was made
-- for this, and its maker is still of the desk's editors and may do it themselves.
drop function app_private.good_token(text);
create function app_private.good_token(p_token_hash text, p_scope text) returns public.api_tokens
language plpgsql set search_path = '' as $$
declare
  t public.api_tokens;
begin
  select * into t from public.api_tokens where token_hash = p_token_hash;
  if t.id is null or t.revoked_at is not null or t.expires_at <= now() or app_private.role_of(t.created_by) < 'editor' then
    raise exception 'The token is not known, has run out or was taken back.' using errcode = 'PT403';
  end if;
  if not p_scope = any (t.scopes) or app_private.role_of(t.created_by)
      < (select s.least_role from app_private.token_scopes s where s.scope = p_scope) then
    raise exception 'The token is not good for this: it needs %.', p_scope using errcode = 'PT403', detail = 'scope';
  end if;
  return t;
end $$;
revoke all on function app_private.good_token(text, text) from public;

-- Until the end of the transaction the database takes who asks for who made the token: every rule holds as for them.
create function app_private.act_by_token(p_token_hash text, p_scope text) returns public.api_tokens
language plpgsql set search_path = '' as $$
declare
  t public.api_tokens := app_private.good_token(p_token_hash, p_scope);
begin
  if not app_private.is_read_only() then
    update public.api_tokens set last_used_at = clock_timestamp() where id = t.id;
  end if;
  perform set_config('request.jwt.claims', jsonb_build_object('sub', t.created_by, 'role', 'authenticated')::text, true);
  perform set_config('request.jwt.claim.sub', t.created_by::text, true);
  return t;
end $$;
revoke all on function app_private.act_by_token(text, text) from public;

create or replace function public.look_up_by_token(p_token_hash text, p_key text, p_request_hash text, p_url text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t public.api_tokens := app_private.good_token(p_token_hash, 'articles:create');
begin
  perform app_private.require_writable();
  update public.api_tokens set last_used_at = clock_timestamp() where id = t.id;
  return jsonb_build_object('name', t.name, 'articleId', coalesce(
    app_private.answered_before(t.id, p_key, p_request_hash),
    (select s from app_private.same_articles(p_url, null, null) s limit 1)));
end $$;

create or replace function public.take_in_by_token(
  p_token_hash text, p_key text, p_request_hash text, p_article uuid, p_draft jsonb, p_original jsonb, p_claims jsonb)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t public.api_tokens := app_private.good_token(p_token_hash, 'articles:create');
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
    perform app_private.act_by_token(p_token_hash, 'articles:create');
    staged := app_private.stage_original(t.created_by, p_original || '{"way": "api"}');
    saved := public.take_in_article(p_article, p_draft, staged);
    perform public.propose_claims((saved ->> 'versionId')::uuid, p_claims, 'engine');
    perform app_private.record_audit(t.created_by, 'article.taken_in_by_token', 'article', p_article::text,
      jsonb_build_object('name', t.name, 'token', t.id));
  end if;
  if p_key is not null then
    insert into app_private.api_requests (token_id, key, request_hash, article_id)
      values (t.id, p_key, p_request_hash, coalesce(found, p_article)) on conflict do nothing;
  end if;
  return jsonb_build_object('articleId', coalesce(found, p_article), 'created', found is null);
end $$;

-- The desk's list of claims for a program: the very list that the page shows who made the token.
create function public.desk_claims_by_token(
  p_token_hash text, p_filter jsonb, p_sort text, p_after jsonb, p_limit int, p_today date) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.act_by_token(p_token_hash, 'claims:read');
  return public.list_claims(p_filter, p_sort, p_after, p_limit, p_today);
end $$;
revoke all on function public.desk_claims_by_token(text, jsonb, text, jsonb, int, date) from public, anon, authenticated, service_role;
grant execute on function public.desk_claims_by_token(text, jsonb, text, jsonb, int, date) to service_role;

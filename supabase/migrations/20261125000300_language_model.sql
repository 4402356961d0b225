-- What a language model suggested for a claim, and the mark on every claim whose words came from one. The server alone
-- may say what a model said: with a person's token that would be a claim of the person's.
create table public.statement_suggestions (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  kind text not null check (kind in ('rewrite', 'split')),
  model text not null check (char_length(model) between 1 and 200),
  statements jsonb not null,
  asked_by uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp()
);
create index statement_suggestions_claim_idx on public.statement_suggestions (claim_id, at);
create trigger statement_suggestions_frozen before update or delete on public.statement_suggestions
  for each row execute function app_private.refuse_change();
create trigger statement_suggestions_kept before truncate on public.statement_suggestions
  for each statement execute function app_private.refuse_change();

alter table public.statement_suggestions enable row level security;
revoke all on public.statement_suggestions from public, anon, authenticated, service_role;
grant select on public.statement_suggestions to authenticated, service_role;
create policy statement_suggestions_read on public.statement_suggestions for select to authenticated
  using ((select app_private.role_at_least('reviewer')));

-- The model that worded the claim, as far as one did; null where people and the claim engine wrote it alone.
alter table public.claims add column model text check (char_length(model) between 1 and 200);

create function app_private.keep_model() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.model is not null and new.model is null then
    raise exception 'That a language model worded this claim is marked for ever.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger claims_model_kept before update of model on public.claims
  for each row execute function app_private.keep_model();

-- Keeps a suggestion that passed the checks, in the name of the editor who asked for it. Called by the server alone.
create function public.record_suggestion(p_claim uuid, p_kind text, p_model text, p_statements jsonb, p_by uuid)
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
  item jsonb;
  made uuid;
begin
  if app_private.role_of(p_by) < 'editor' then
    raise exception 'Only an editor asks a language model.' using errcode = 'PT403';
  end if;
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.state not in ('proposed', 'open') then
    raise exception 'A suggestion is made only for a claim that nobody reviews yet.' using errcode = 'PT422';
  end if;
  if jsonb_typeof(p_statements) is distinct from 'array'
    or (p_kind = 'rewrite' and jsonb_array_length(p_statements) <> 1)
    or (p_kind = 'split' and jsonb_array_length(p_statements) not between 2 and 10) then
    raise exception 'A rewording is one statement, a split two to ten.' using errcode = 'PT422';
  end if;
  for item in select * from jsonb_array_elements(p_statements) loop
    if coalesce(char_length(item ->> 'statement'), 0) not between 3 and 1000 then
      raise exception 'A statement has 3 to 1,000 characters.' using errcode = 'PT422';
    end if;
    if ((item ->> 'start')::int >= c.start_offset and (item ->> 'end')::int <= c.end_offset
        and (item ->> 'start')::int < (item ->> 'end')::int) is not true then
      raise exception 'A suggestion stays inside the claim''s passage.' using errcode = 'PT422';
    end if;
  end loop;
  insert into public.statement_suggestions (claim_id, kind, model, statements, asked_by)
    values (c.id, p_kind, p_model, p_statements, p_by) returning id into made;
  perform app_private.record_audit(p_by, 'claim.suggestion_made', 'claim', c.id::text, jsonb_build_object(
    'suggestion', made, 'kind', p_kind, 'model', p_model, 'capacity', 'editor',
    'statements', (select jsonb_agg(s -> 'statement') from jsonb_array_elements(p_statements) s)));
  return made;
end $$;
revoke all on function public.record_suggestion(uuid, text, text, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.record_suggestion(uuid, text, text, jsonb, uuid) to service_role;

-- The suggestion that a person worked from: the one the form names, or else the newest that holds the very words, so
-- that leaving the name out does not leave the mark out.
create function app_private.suggestion_used(c public.claims, p_kind text, p_id text, p_written text[])
returns public.statement_suggestions
language plpgsql stable security definer set search_path = '' as $$
declare
  s public.statement_suggestions;
begin
  if p_id is not null then
    select * into s from public.statement_suggestions where id = p_id::uuid and claim_id = c.id and kind = p_kind;
    if not found then
      raise exception 'That suggestion was not made for this claim.' using errcode = 'PT422';
    end if;
    return s;
  end if;
  select * into s from public.statement_suggestions
    where claim_id = c.id and exists (
      select from jsonb_array_elements(statements) item where item ->> 'statement' = any (p_written))
    order by at desc limit 1;
  return s;
end $$;

-- What the trail says of it: whose words, and whether they were taken as they were.
create function app_private.suggestion_trail(s public.statement_suggestions, p_written text[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when s.id is null then '{}'::jsonb else jsonb_build_object(
    'model', s.model, 'suggestion', s.id,
    'unchanged', p_written = array(select item ->> 'statement' from jsonb_array_elements(s.statements) item)) end
$$;

create or replace function app_private.edit_statement(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  written text := btrim(p_payload ->> 'statement');
  used public.statement_suggestions;
begin
  if coalesce(char_length(written), 0) < 3 then
    raise exception 'A statement needs words.' using errcode = 'PT422';
  end if;
  used := app_private.suggestion_used(c, 'rewrite', p_payload ->> 'suggestionId', array[written]);
  update public.claims set statement = written, model = coalesce(used.model, model) where id = c.id;
  return app_private.finish_transition(c, 'edit_statement', c.state, p_reason, 'claim.statement_edited',
    jsonb_build_object('before', c.statement, 'after', written)
      || app_private.suggestion_trail(used, array[written]));
end $$;

create or replace function app_private.split(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.article_versions;
  part public.claims;
  item jsonb;
  ids jsonb := '[]';
  written text[] := array(
    select each ->> 'statement' from jsonb_array_elements(coalesce(p_payload -> 'parts', '[]')) each);
  used public.statement_suggestions;
begin
  if cardinality(written) < 2 then
    raise exception 'A split needs at least two statements.' using errcode = 'PT422';
  end if;
  used := app_private.suggestion_used(c, 'split', p_payload ->> 'suggestionId', written);
  select * into v from public.article_versions where id = c.article_version_id;
  for item in select * from jsonb_array_elements(p_payload -> 'parts') loop
    part := app_private.insert_claim((select auth.uid()), v, item, 'person');
    if part.start_offset < c.start_offset or part.end_offset > c.end_offset then
      raise exception 'A part stays inside the claim''s passage.' using errcode = 'PT422';
    end if;
    update public.claims set model = coalesce(used.model, c.model) where id = part.id;
    ids := ids || to_jsonb(part.id);
  end loop;
  update public.claims set dismissal_reason = 'Split into ' || jsonb_array_length(ids) || ' claims',
    model = coalesce(used.model, model) where id = c.id;
  return app_private.finish_transition(
    c, 'split', 'dismissed', null, 'claim.split',
    jsonb_build_object('into', ids) || app_private.suggestion_trail(used, written))
    || jsonb_build_object('ids', ids);
end $$;

-- When the words of a merged claim may go on in the statement of the one that stays, the mark goes with them.
create or replace function app_private.merge(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kept public.claims;
  written text := nullif(btrim(p_payload ->> 'statement'), '');
  used public.statement_suggestions;
begin
  select * into kept from public.claims where id = (p_payload ->> 'withClaimId')::uuid for update;
  if not found or kept.article_id <> c.article_id or kept.id = c.id or kept.state not in ('proposed', 'open') then
    raise exception 'Choose another proposed or open claim of the same article.' using errcode = 'PT422';
  end if;
  if written is not null then
    used := app_private.suggestion_used(kept, 'rewrite', null, array[written]);
    update public.claims set statement = written, model = coalesce(used.model, model, c.model) where id = kept.id;
  end if;
  update public.claims set version = version + 1, updated_at = clock_timestamp() where id = kept.id;
  update public.claims set dismissal_reason = 'Merged into: ' || left(kept.statement, 200) where id = c.id;
  return app_private.finish_transition(
    c, 'merge', 'dismissed', null, 'claim.merged', jsonb_build_object('into', kept.id));
end $$;

revoke all on function app_private.keep_model(),
  app_private.suggestion_used(public.claims, text, text, text[]),
  app_private.suggestion_trail(public.statement_suggestions, text[]),
  app_private.edit_statement(public.claims, text, jsonb), app_private.split(public.claims, jsonb),
  app_private.merge(public.claims, jsonb) from public;

-- What the claim engine says of a claim besides its score, and why a claim was dismissed in a word that can be counted.
create type public.dismissal_kind as enum (
  'not_checkable', 'not_worth_checking', 'checked_before', 'not_in_article', 'other');

alter table public.claims
  add column dimensions jsonb check (
    dimensions is null or (
      jsonb_typeof(dimensions -> 'checkability') = 'number'
      and jsonb_typeof(dimensions -> 'publicInterest') = 'number'
      and jsonb_typeof(dimensions -> 'specificity') = 'number')),
  add column attribution text check (attribution in ('none', 'direct', 'indirect', 'mixed', 'hearsay')),
  add column needs_context text[] not null default '{}',
  add column dismissal_kind public.dismissal_kind;

create or replace function app_private.insert_claim(
  me uuid, p_version public.article_versions, p_claim jsonb, p_origin text) returns public.claims
language plpgsql set search_path = '' as $$
declare
  c public.claims;
  a jsonb := p_claim -> 'anchor';
  quoted text := substr(p_version.text, (a ->> 'start')::int + 1, (a ->> 'end')::int - (a ->> 'start')::int);
begin
  if quoted is distinct from a ->> 'exact' then
    raise exception 'The marked words are not in the article at that place.' using errcode = 'PT422';
  end if;
  insert into public.claims (
    article_id, article_version_id, exact, prefix, suffix, start_offset, end_offset, statement, claimant, type,
    check_worthiness, reasons, dimensions, attribution, needs_context, origin, created_by)
  values (
    p_version.article_id, p_version.id, quoted, a ->> 'prefix', a ->> 'suffix', (a ->> 'start')::int,
    (a ->> 'end')::int, p_claim ->> 'statement', p_claim ->> 'claimant', (p_claim ->> 'type')::public.claim_type,
    (p_claim ->> 'checkWorthiness')::real,
    array(select jsonb_array_elements_text(p_claim -> 'reasons')),
    nullif(p_claim -> 'dimensions', 'null'), p_claim ->> 'attribution',
    array(select jsonb_array_elements_text(nullif(p_claim -> 'needsContext', 'null'))), p_origin, me)
  returning * into c;
  insert into public.stage_ledger (claim_id, action, to_state, actor) values (c.id, 'propose', 'proposed', me);
  return c;
end $$;

create function app_private.dismiss(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kind public.dismissal_kind := coalesce(p_payload ->> 'kind', 'other')::public.dismissal_kind;
begin
  update public.claims set dismissal_reason = btrim(p_reason), dismissal_kind = kind where id = c.id;
  return app_private.finish_transition(c, 'dismiss', 'dismissed', p_reason, 'claim.dismissed',
    jsonb_build_object('kind', kind));
end $$;

create function app_private.edit_statement(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  written text := btrim(p_payload ->> 'statement');
begin
  if coalesce(char_length(written), 0) < 3 then
    raise exception 'A statement needs words.' using errcode = 'PT422';
  end if;
  update public.claims set statement = written where id = c.id;
  return app_private.finish_transition(c, 'edit_statement', c.state, p_reason, 'claim.statement_edited',
    jsonb_build_object('before', c.statement, 'after', written));
end $$;

create or replace function public.act_on_claim(
  p_claim uuid, p_action text, p_expected int, p_reason text default null, p_payload jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, p_action, p_expected, p_reason);
begin
  case p_action
    when 'accept' then
      return app_private.finish_transition(c, p_action, 'open', null, 'claim.accepted', '{}');
    when 'dismiss' then return app_private.dismiss(c, p_reason, p_payload);
    when 'restore' then
      update public.claims set dismissal_reason = null, dismissal_kind = null where id = c.id;
      return app_private.finish_transition(c, p_action, 'proposed', p_reason, 'claim.restored', '{}');
    when 'edit_statement' then return app_private.edit_statement(c, p_reason, p_payload);
    when 'split' then return app_private.split(c, p_payload);
    when 'merge' then return app_private.merge(c, p_payload);
    when 'assign' then return app_private.assign(c, p_payload);
    when 'submit' then return app_private.submit(c, p_payload);
    when 'return' then
      return app_private.finish_transition(c, p_action, 'in_review', p_reason, 'review.returned', '{}');
    when 'decide' then return app_private.decide(c, p_reason, p_payload);
    when 'sign_off' then return app_private.sign_off(c, p_payload);
    when 'adjudicate' then return app_private.adjudicate(c, p_reason, p_payload);
    when 'reopen' then return app_private.reopen(c, p_reason);
    else
      raise exception 'The action % is not taken here.', p_action using errcode = 'PT422';
  end case;
end $$;

revoke all on function app_private.dismiss(public.claims, text, jsonb),
  app_private.edit_statement(public.claims, text, jsonb) from public;

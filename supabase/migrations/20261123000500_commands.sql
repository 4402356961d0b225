-- What a person can do. Every function checks the right of the caller's own token, makes the change, and writes the
-- ledger row and the audit event, all in one transaction. Errors carry PTxyz codes, which the HTTP layer turns into
-- status xyz: 403 no right, 404 not there, 409 somebody else was faster, 422 not possible as asked.

create function app_private.require_role(needed public.app_role) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null or not app_private.role_at_least(needed) then
    raise exception 'This needs the role % or higher.', needed using errcode = 'PT403';
  end if;
  return (select auth.uid());
end $$;

-- Saves an article. Its id comes from the form, so that sending a form twice saves one article; the text is frozen
-- from then on, and sending another one under the same id is refused.
create function public.save_article(p_article uuid, p_draft jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  v public.article_versions;
begin
  insert into public.articles (id, created_by, demo)
    values (p_article, me, coalesce((p_draft ->> 'demo')::boolean, false)) on conflict do nothing;
  perform from public.articles where id = p_article for update;
  select * into v from public.article_versions where article_id = p_article order by number desc limit 1;
  if found then
    if (v.text, v.title, v.byline, v.outlet, v.published_on, v.language, v.source_url) is distinct from (
      p_draft ->> 'text', p_draft ->> 'title', p_draft ->> 'byline', p_draft ->> 'outlet',
      (p_draft ->> 'publishedOn')::date, p_draft ->> 'language', p_draft ->> 'sourceUrl') then
      raise exception 'This article has been saved already, and its text is frozen. To take in a corrected one, begin a new article.'
        using errcode = 'PT422';
    end if;
    return jsonb_build_object('articleId', v.article_id, 'versionId', v.id, 'saved', false);
  end if;
  insert into public.article_versions (
    article_id, number, title, byline, outlet, published_on, language, source_url, fetched_at, text, sha256, created_by)
  values (
    p_article, 1, p_draft ->> 'title', p_draft ->> 'byline', p_draft ->> 'outlet', (p_draft ->> 'publishedOn')::date,
    p_draft ->> 'language', p_draft ->> 'sourceUrl', (p_draft ->> 'fetchedAt')::timestamptz,
    p_draft ->> 'text', '', me)
  returning * into v;
  perform app_private.record_audit(me, 'article.version_saved', 'article', p_article::text, jsonb_build_object(
    'title', v.title, 'number', v.number, 'sha256', v.sha256, 'sourceUrl', v.source_url));
  return jsonb_build_object('articleId', v.article_id, 'versionId', v.id, 'saved', true);
end $$;

create function app_private.insert_claim(
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
    check_worthiness, reasons, origin, created_by)
  values (
    p_version.article_id, p_version.id, quoted, a ->> 'prefix', a ->> 'suffix', (a ->> 'start')::int,
    (a ->> 'end')::int, p_claim ->> 'statement', p_claim ->> 'claimant', (p_claim ->> 'type')::public.claim_type,
    (p_claim ->> 'checkWorthiness')::real,
    array(select jsonb_array_elements_text(p_claim -> 'reasons')), p_origin, me)
  returning * into c;
  insert into public.stage_ledger (claim_id, action, to_state, actor) values (c.id, 'propose', 'proposed', me);
  return c;
end $$;

-- Proposes claims on an article version. The engine proposes once for each version; asking again changes nothing.
create function public.propose_claims(p_version uuid, p_claims jsonb, p_origin text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  v public.article_versions;
  c public.claims;
  item jsonb;
  ids jsonb := '[]';
begin
  select * into v from public.article_versions where id = p_version;
  if not found then raise exception 'There is no such article version.' using errcode = 'PT404'; end if;
  perform from public.articles where id = v.article_id for update;
  if p_origin = 'engine' and exists (
    select from public.claims where article_version_id = p_version and origin = 'engine') then
    return ids;
  end if;
  for item in select * from jsonb_array_elements(p_claims) loop
    if p_origin = 'person' and exists (
      select from public.claims where article_version_id = p_version and state <> 'dismissed'
        and start_offset = (item #>> '{anchor,start}')::int and end_offset = (item #>> '{anchor,end}')::int) then
      raise exception 'There is already a claim on exactly these words.' using errcode = 'PT422';
    end if;
    c := app_private.insert_claim(me, v, item, p_origin);
    perform app_private.record_audit(me, 'claim.proposed', 'claim', c.id::text,
      jsonb_build_object('statement', c.statement, 'origin', p_origin, 'articleId', c.article_id));
    ids := ids || to_jsonb(c.id);
  end loop;
  return ids;
end $$;

-- Locks the claim and checks that the caller may take this action from where it stands.
create function app_private.begin_transition(p_claim uuid, p_action text, p_expected int, p_reason text)
returns public.claims
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  last record;
  held text[] := '{}';
  legal record;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.version is distinct from p_expected then
    select p.name, l.at into last from public.stage_ledger l join public.profiles p on p.id = l.actor
      where l.claim_id = p_claim order by l.id desc limit 1;
    raise exception 'Somebody moved this claim meanwhile.' using errcode = 'PT409',
      detail = jsonb_build_object('state', c.state, 'movedBy', last.name, 'movedAt', last.at)::text;
  end if;
  if app_private.role_at_least('editor') then held := held || 'editor'::text; end if;
  if c.lead_id = me then held := held || 'lead'::text; end if;
  if c.second_id = me then held := held || 'second'::text; end if;
  select bool_or(t.by && held) as allowed, bool_or(t.reason_required) as reason_required into legal
    from public.workflow_transitions t where t.from_state = c.state and t.action = p_action;
  if legal.allowed is null then
    raise exception 'A claim that is % cannot take the action %.', c.state, p_action using errcode = 'PT422';
  end if;
  if not legal.allowed then
    raise exception 'You are not the person who may do this to this claim.' using errcode = 'PT403';
  end if;
  if legal.reason_required and coalesce(btrim(p_reason), '') = '' then
    raise exception 'This needs a reason.' using errcode = 'PT422';
  end if;
  return c;
end $$;

-- Moves a claim whose transition was begun, with its ledger row and its audit event.
create function app_private.finish_transition(
  c public.claims, p_action text, p_to public.claim_state, p_reason text, p_event text, p_payload jsonb)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  perform from public.workflow_transitions
    where from_state = c.state and action = p_action and to_state = p_to;
  if not found then
    raise exception 'There is no step from % to % by %.', c.state, p_to, p_action using errcode = 'PT422';
  end if;
  update public.claims set state = p_to, version = version + 1, updated_at = clock_timestamp() where id = c.id;
  insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason)
    values (c.id, p_action, c.state, p_to, me, nullif(btrim(p_reason), ''));
  perform app_private.record_audit(me, p_event, 'claim', c.id::text,
    coalesce(p_payload, '{}') || jsonb_build_object(
      'from', c.state, 'to', p_to, 'reason', nullif(btrim(p_reason), ''),
      'capacity', case
        when p_action = 'submit' then 'lead'
        when p_action in ('decide', 'sign_off') or (p_action = 'return' and c.second_id = me) then 'second'
        else 'editor' end));
  return jsonb_build_object('state', p_to, 'version', c.version + 1);
end $$;

create function app_private.assign(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  lead uuid := (p_payload ->> 'leadId')::uuid;
  second uuid := (p_payload ->> 'secondId')::uuid;
begin
  if lead is null or second is null then
    raise exception 'Name both a lead and a second reviewer.' using errcode = 'PT422';
  end if;
  if lead = second then
    raise exception 'The second reviewer must be somebody else than the lead.' using errcode = 'PT422';
  end if;
  if app_private.role_of(lead) < 'reviewer' or app_private.role_of(second) < 'reviewer' then
    raise exception 'Only fact-checkers can be assigned.' using errcode = 'PT422';
  end if;
  if exists (select from public.review_updates u where u.claim_id = c.id and u.author = second) then
    raise exception 'The second reviewer has written in this review; choose somebody who has not.'
      using errcode = 'PT422';
  end if;
  if c.state = 'second_review' and c.second_id = (select auth.uid()) then
    raise exception 'Ask another editor: a second reviewer does not choose who decides instead.' using errcode = 'PT403';
  end if;
  if c.state = 'second_review' and (
    lead is distinct from c.lead_id or exists (
      select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
      where v.claim_id = c.id
        and v.number = (select max(number) from public.verdict_versions where claim_id = c.id))) then
    raise exception 'In second review only the second reviewer can change, and only before deciding.'
      using errcode = 'PT422';
  end if;
  update public.claims set lead_id = lead, second_id = second, due_on = (p_payload ->> 'dueOn')::date,
    priority = coalesce(p_payload ->> 'priority', 'normal')::public.claim_priority where id = c.id;
  return app_private.finish_transition(
    c, 'assign', case c.state when 'open' then 'in_review' else c.state end, null, 'claim.assigned',
    jsonb_build_object(
      'lead', (select name from public.profiles where id = lead),
      'second', (select name from public.profiles where id = second),
      'dueOn', p_payload ->> 'dueOn', 'priority', p_payload ->> 'priority'));
end $$;

create function app_private.split(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.article_versions;
  part public.claims;
  item jsonb;
  ids jsonb := '[]';
begin
  if jsonb_array_length(coalesce(p_payload -> 'parts', '[]')) < 2 then
    raise exception 'A split needs at least two statements.' using errcode = 'PT422';
  end if;
  select * into v from public.article_versions where id = c.article_version_id;
  for item in select * from jsonb_array_elements(p_payload -> 'parts') loop
    part := app_private.insert_claim((select auth.uid()), v, item, 'person');
    ids := ids || to_jsonb(part.id);
  end loop;
  update public.claims set dismissal_reason = 'Split into ' || jsonb_array_length(ids) || ' claims' where id = c.id;
  return app_private.finish_transition(
    c, 'split', 'dismissed', null, 'claim.split', jsonb_build_object('into', ids)) || jsonb_build_object('ids', ids);
end $$;

create function app_private.merge(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kept public.claims;
begin
  select * into kept from public.claims where id = (p_payload ->> 'withClaimId')::uuid for update;
  if not found or kept.article_id <> c.article_id or kept.id = c.id or kept.state not in ('proposed', 'open') then
    raise exception 'Choose another proposed or open claim of the same article.' using errcode = 'PT422';
  end if;
  update public.claims set statement = coalesce(nullif(btrim(p_payload ->> 'statement'), ''), statement),
    version = version + 1, updated_at = clock_timestamp() where id = kept.id;
  update public.claims set dismissal_reason = 'Merged into: ' || left(kept.statement, 200) where id = c.id;
  return app_private.finish_transition(
    c, 'merge', 'dismissed', null, 'claim.merged', jsonb_build_object('into', kept.id));
end $$;

create function app_private.latest_version(p_claim uuid) returns public.verdict_versions
language sql stable security definer set search_path = '' as $$
  select * from public.verdict_versions where claim_id = p_claim order by number desc limit 1
$$;

-- Whether this is a list of at least one source in the shape that pages can draw.
create function app_private.is_evidence(p_list jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_list) = 'array' and jsonb_array_length(p_list) > 0 and not exists (
    select from jsonb_array_elements(p_list) item
    where jsonb_typeof(item) <> 'object'
      or (select array_agg(key order by key) from jsonb_object_keys(item) key) is distinct from
         '{accessedOn,excerpt,id,locator,note,publishedOn,publisher,sourceType,stance,title,url}'::text[]
      or exists (select from jsonb_each(item) where jsonb_typeof(value) <> 'string')
      or item ->> 'stance' not in ('supports', 'refutes', 'context')
      or item ->> 'sourceType' not in ('primary', 'secondary', 'interested_party'))
$$;

-- Freezes what the review document said at `documentHead`. The document must not have moved on since it was read.
create function app_private.submit(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  content jsonb := (p_payload ->> 'content')::jsonb;
  head bigint;
  v public.verdict_versions;
begin
  select d.head into head from public.review_documents d where d.claim_id = c.id for update;
  if coalesce(head, 0) is distinct from (p_payload ->> 'documentHead')::bigint then
    raise exception 'Somebody edited the review while it was being submitted. Look at it and submit again.'
      using errcode = 'PT422';
  end if;
  if content -> 'claim' is distinct from jsonb_build_object(
       'id', c.id, 'statement', c.statement, 'claimant', c.claimant, 'quote', c.exact, 'start', c.start_offset,
       'end', c.end_offset,
       'articleSha256', (select sha256 from public.article_versions where id = c.article_version_id)) then
    raise exception 'The content is not that of this claim.' using errcode = 'PT422';
  end if;
  if content ->> 'schema' is distinct from 'countersign/verdict/1'
     or (select array_agg(key order by key) from jsonb_object_keys(content) key)
        is distinct from '{claim,evidence,schema,verdict}'::text[]
     or (select array_agg(key order by key) from jsonb_object_keys(content -> 'verdict') key)
        is distinct from '{rating,rationale,scale,summary}'::text[]
     or not app_private.is_evidence(content -> 'evidence')
     or coalesce(btrim(content #>> '{verdict,summary}'), '') = ''
     or jsonb_typeof(content #> '{verdict,rationale}') is distinct from 'array'
     or jsonb_array_length(content #> '{verdict,rationale}') = 0 then
    raise exception 'A verdict needs a rating, a summary, a rationale and evidence.' using errcode = 'PT422';
  end if;
  -- Lists in quotes in lists end somewhere; what draws and sends them walks the whole depth.
  if jsonb_path_exists(content, '$.verdict.rationale.**{40}') then
    raise exception 'The rationale is nested too deeply.' using errcode = 'PT422';
  end if;
  insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
  values (c.id, 1 + coalesce((app_private.latest_version(c.id)).number, 0), p_payload ->> 'content', '', 'unproven',
    coalesce(head, 0), 'submission', (select auth.uid()))
  returning * into v;
  return app_private.finish_transition(c, 'submit', 'second_review', null, 'review.submitted',
    jsonb_build_object('number', v.number, 'contentHash', v.content_hash));
end $$;

create function app_private.decide(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(c.id);
  chosen public.rating := (p_payload ->> 'rating')::public.rating;
  same boolean := chosen = v.rating;
  -- Somebody who came in after the submission and could have read it is not blind, whatever they did.
  blind boolean := not exists (
      select from public.second_verdicts where claim_id = c.id and by = (select auth.uid()))
    and not (app_private.role_at_least('editor') and exists (
      select from public.stage_ledger l
      where l.claim_id = c.id and l.action = 'assign' and l.at > v.submitted_at));
begin
  if chosen is null then
    raise exception 'Choose a rating.' using errcode = 'PT422';
  end if;
  if exists (select from public.second_verdicts where version_id = v.id) then
    raise exception 'The second verdict on this version has been given.' using errcode = 'PT422';
  end if;
  insert into public.second_verdicts (claim_id, version_id, by, rating, reason, blind)
  values (c.id, v.id, (select auth.uid()), chosen, btrim(p_reason), blind);
  return app_private.finish_transition(
    c, 'decide', case when same then 'second_review'::public.claim_state else 'disputed' end, p_reason,
    'review.second_verdict', jsonb_build_object('agrees', same, 'rating', chosen, 'number', v.number, 'blind', blind));
end $$;

create function app_private.sign_off(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(c.id);
begin
  if not exists (
    select from public.second_verdicts s
    where s.version_id = v.id and s.by = (select auth.uid()) and s.rating = v.rating) then
    raise exception 'Give your own verdict on this version first.' using errcode = 'PT422';
  end if;
  if v.content_hash is distinct from p_payload ->> 'contentHash' then
    raise exception 'The content is not the one you were shown. Look at it again.' using errcode = 'PT422';
  end if;
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
  values (c.id, v.id, (select auth.uid()), 'second', v.content_hash);
  return app_private.finish_transition(c, 'sign_off', 'approved', null, 'review.signed_off',
    jsonb_build_object('number', v.number, 'contentHash', v.content_hash, 'capacity', 'second'));
end $$;

create function app_private.adjudicate(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  v public.verdict_versions := app_private.latest_version(c.id);
  final public.rating := (p_payload ->> 'rating')::public.rating;
  first public.rating := v.rating;
  second public.rating := (select rating from public.second_verdicts where version_id = v.id);
begin
  if me in (c.lead_id, c.second_id) then
    raise exception 'A dispute is decided by somebody who is not part of it.' using errcode = 'PT403';
  end if;
  if final is null or second is null then
    raise exception 'Choose the final rating.' using errcode = 'PT422';
  end if;
  if final <> first then
    if (p_payload ->> 'content')::jsonb is distinct from
       jsonb_set(v.content::jsonb, '{verdict,rating}', to_jsonb(final)) then
      raise exception 'Only the rating may differ from what was submitted.' using errcode = 'PT422';
    end if;
    insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
    values (c.id, v.number + 1, p_payload ->> 'content', '', final, v.document_head, 'adjudication', me)
    returning * into v;
  end if;
  insert into public.adjudications (claim_id, version_id, by, first_rating, second_rating, final_rating, reason)
  values (c.id, v.id, me, first, second, final, btrim(p_reason));
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
  values (c.id, v.id, me, 'editor', v.content_hash);
  return app_private.finish_transition(c, 'adjudicate', 'approved', p_reason, 'review.adjudicated', jsonb_build_object(
    'first', first, 'second', second, 'rating', final, 'number', v.number, 'contentHash', v.content_hash));
end $$;

create function app_private.reopen(c public.claims, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  hashes jsonb;
begin
  with voided as (
    update public.sign_offs set voided_at = clock_timestamp()
    where claim_id = c.id and voided_at is null returning content_hash)
  select jsonb_agg(content_hash) into hashes from voided;
  return app_private.finish_transition(
    c, 'reopen', 'in_review', p_reason, 'review.reopened', jsonb_build_object('voided', hashes));
end $$;

-- The one door through which a claim moves, but for publication, which moves several at once.
create function public.act_on_claim(
  p_claim uuid, p_action text, p_expected int, p_reason text default null, p_payload jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, p_action, p_expected, p_reason);
  statement text := btrim(p_payload ->> 'statement');
begin
  case p_action
    when 'accept' then
      return app_private.finish_transition(c, p_action, 'open', null, 'claim.accepted', '{}');
    when 'dismiss' then
      update public.claims set dismissal_reason = btrim(p_reason) where id = c.id;
      return app_private.finish_transition(c, p_action, 'dismissed', p_reason, 'claim.dismissed', '{}');
    when 'restore' then
      update public.claims set dismissal_reason = null where id = c.id;
      return app_private.finish_transition(c, p_action, 'proposed', p_reason, 'claim.restored', '{}');
    when 'edit_statement' then
      if coalesce(char_length(statement), 0) < 3 then
        raise exception 'A statement needs words.' using errcode = 'PT422';
      end if;
      update public.claims u set statement = btrim(p_payload ->> 'statement') where u.id = c.id;
      return app_private.finish_transition(c, p_action, c.state, p_reason, 'claim.statement_edited',
        jsonb_build_object('before', c.statement, 'after', statement));
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

revoke all on all functions in schema app_private from public;
grant execute on function app_private.role_at_least(public.app_role),
  app_private.may_see_verdict(uuid, uuid), app_private.is_blind_to(text) to authenticated;
grant execute on function app_private.role_at_least(public.app_role) to anon, service_role;
revoke all on function public.save_article(uuid, jsonb), public.propose_claims(uuid, jsonb, text),
  public.act_on_claim(uuid, text, int, text, jsonb) from public, anon;
grant execute on function public.save_article(uuid, jsonb), public.propose_claims(uuid, jsonb, text),
  public.act_on_claim(uuid, text, int, text, jsonb) to authenticated;

-- A published verdict can be corrected, which takes it through the whole review again, and retracted. What was published
-- stays as it was: a corrected version is published beside it, and a public notice says where the verdict is meanwhile.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('published', 'correct', 'being_corrected', '{editor}', true),
  ('published', 'retract', 'retracted', '{editor}', true),
  ('being_corrected', 'assign', 'in_review', '{editor}', false),
  ('being_corrected', 'uphold', 'published', '{editor}', true),
  ('being_corrected', 'retract', 'retracted', '{editor}', true);

-- When readers first saw a verdict on it; null before that.
alter table public.claims add column published_at timestamptz;
update public.claims c set published_at = p.published_at
  from public.published_verdicts p where p.claim_id = c.id;

-- Each publication of a verdict is a row of its own. All of one claim have one address.
alter table public.published_verdicts add column number int not null default 1 check (number > 0);
alter table public.published_verdicts drop constraint published_verdicts_pkey;
alter table public.published_verdicts add primary key (claim_id, number);
alter table public.published_verdicts drop constraint published_verdicts_slug_key;
create unique index published_verdicts_address_idx on public.published_verdicts (slug) where number = 1;
create index published_verdicts_slug_idx on public.published_verdicts (slug);

-- What readers are told above a verdict that is being corrected or was retracted. The reason is written for them.
create table public.verdict_notices (
  claim_id uuid primary key references public.claims (id),
  report_id uuid not null references public.reports (id),
  kind text not null check (kind in ('being_corrected', 'retracted')),
  reason text not null check (char_length(reason) between 1 and 2000),
  since timestamptz not null default clock_timestamp()
);
create index verdict_notices_report_idx on public.verdict_notices (report_id);
alter table public.verdict_notices enable row level security;
revoke all on public.verdict_notices from public, anon, authenticated, service_role;
grant select on public.verdict_notices to anon, authenticated, service_role;
create policy verdict_notices_read on public.verdict_notices for select to anon, authenticated using (true);

create function app_private.after_publication(c public.claims, p_action text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  if p_action = 'uphold' then
    delete from public.verdict_notices where claim_id = c.id;
    return app_private.finish_transition(c, p_action, 'published', p_reason, 'claim.upheld', '{}');
  end if;
  insert into public.verdict_notices (claim_id, report_id, kind, reason)
    select c.id, p.report_id, case p_action when 'retract' then 'retracted' else 'being_corrected' end, btrim(p_reason)
      from public.published_verdicts p where p.claim_id = c.id and p.number = 1
    on conflict (claim_id) do update set kind = excluded.kind, reason = excluded.reason, since = excluded.since;
  if p_action = 'retract' then
    return app_private.finish_transition(c, p_action, 'retracted', p_reason, 'claim.retracted', '{}');
  end if;
  return app_private.finish_transition(c, p_action, 'being_corrected', p_reason, 'claim.correction_begun', '{}');
end $$;
revoke all on function app_private.after_publication(public.claims, text, text) from public;

-- As before; and what readers have seen is not laid aside in silence.
create or replace function app_private.dismiss(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kind public.dismissal_kind := coalesce(p_payload ->> 'kind', 'other')::public.dismissal_kind;
begin
  if c.published_at is not null then
    raise exception 'Readers have seen a verdict on this claim. It can be corrected or retracted, not dismissed.'
      using errcode = 'PT422';
  end if;
  update public.claims set dismissal_reason = btrim(p_reason), dismissal_kind = kind where id = c.id;
  return app_private.finish_transition(c, 'dismiss', 'dismissed', p_reason, 'claim.dismissed',
    jsonb_build_object('kind', kind));
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
    when 'correct', 'retract', 'uphold' then return app_private.after_publication(c, p_action, p_reason);
    else
      raise exception 'The action % is not taken here.', p_action using errcode = 'PT422';
  end case;
end $$;

-- As before; and who decides on a verdict that readers have seen is not blind.
create or replace function app_private.decide(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(c.id);
  chosen public.rating := (p_payload ->> 'rating')::public.rating;
  same boolean := chosen = v.rating;
  -- Somebody who came in after the submission and could have read it is not blind, whatever they did.
  blind boolean := c.published_at is null
    and not exists (
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

-- Who may not decide second, and who may not publish: each in one place.
create function app_private.check_second(c public.claims, p_lead uuid, p_second uuid, p_payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_lead = p_second then
    raise exception 'The second reviewer must be somebody else than the lead.' using errcode = 'PT422';
  end if;
  if app_private.role_of(p_lead) < 'reviewer' or app_private.role_of(p_second) < 'reviewer' then
    raise exception 'Only fact-checkers can be assigned.' using errcode = 'PT422';
  end if;
  if exists (
    select from public.review_updates u where u.claim_id = c.id and u.author = p_second and not u.comments_only) then
    raise exception 'The second reviewer has written in this review; choose somebody who has not.'
      using errcode = 'PT422';
  end if;
end $$;

create function app_private.check_publisher(c public.claims, p_report uuid, p_request jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) in (c.lead_id, c.second_id) then
    raise exception 'A report is published by somebody who did not check its claims.' using errcode = 'PT403';
  end if;
end $$;
revoke all on function app_private.check_second(public.claims, uuid, uuid, jsonb),
  app_private.check_publisher(public.claims, uuid, jsonb) from public;

-- As before; and a correction begins its review with an assignment.
create or replace function app_private.assign(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  lead uuid := (p_payload ->> 'leadId')::uuid;
  second uuid := (p_payload ->> 'secondId')::uuid;
begin
  if lead is null or second is null then
    raise exception 'Name both a lead and a second reviewer.' using errcode = 'PT422';
  end if;
  perform app_private.check_second(c, lead, second, p_payload);
  if c.state = 'second_review' and c.second_id = (select auth.uid()) then
    raise exception 'Ask another editor: a second reviewer does not choose who decides instead.' using errcode = 'PT403';
  end if;
  if c.state = 'second_review' and (
    lead is distinct from coalesce(c.lead_id, lead) or exists (
      select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
      where v.claim_id = c.id
        and v.number = (select max(number) from public.verdict_versions where claim_id = c.id))) then
    raise exception 'In second review only the second reviewer can change, and only before deciding.'
      using errcode = 'PT422';
  end if;
  update public.claims set lead_id = lead, second_id = second, due_on = (p_payload ->> 'dueOn')::date,
    priority = coalesce(p_payload ->> 'priority', 'normal')::public.claim_priority where id = c.id;
  return app_private.finish_transition(
    c, 'assign', case when c.state in ('open', 'being_corrected') then 'in_review' else c.state end, null, 'claim.assigned',
    jsonb_strip_nulls(jsonb_build_object(
      'lead', (select name from public.profiles where id = lead),
      'second', (select name from public.profiles where id = second),
      'dueOn', p_payload ->> 'dueOn', 'priority', p_payload ->> 'priority',
      'exception', nullif(btrim(p_payload ->> 'exception'), ''))));
end $$;

-- As before; and what was corrected comes beside what was published, under the same address.
create or replace function public.publish_report(p_article uuid, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  av public.article_versions;
  r public.reports;
  c public.claims;
  v public.verdict_versions;
  before public.published_verdicts;
  item jsonb;
  credits jsonb;
begin
  perform from public.articles where id = p_article for update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  if jsonb_array_length(coalesce(p_report -> 'verdicts', '[]')) = 0 then
    raise exception 'There is no approved verdict to publish.' using errcode = 'PT422';
  end if;
  select * into av from public.article_versions where article_id = p_article order by number desc limit 1;
  insert into public.reports (article_id, slug, headline, summary, source, demo, published_by)
  values (p_article, p_report ->> 'slug', p_report ->> 'headline', p_report ->> 'summary',
    jsonb_build_object('title', av.title, 'byline', av.byline, 'outlet', av.outlet, 'publishedOn', av.published_on,
      'sourceUrl', av.source_url, 'language', av.language, 'text', av.text, 'sha256', av.sha256),
    (select demo from public.articles where id = p_article),
    (select name from public.profiles where id = me))
  on conflict (article_id) do update
    set headline = excluded.headline, summary = excluded.summary, updated_at = clock_timestamp()
  returning * into r;
  -- All at once and in one order, so that two publications cannot wait for each other.
  perform from public.claims where id in (
    select (value ->> 'claimId')::uuid from jsonb_array_elements(p_report -> 'verdicts')) order by id for update;
  for item in select * from jsonb_array_elements(p_report -> 'verdicts') loop
    c := app_private.begin_transition(
      (item ->> 'claimId')::uuid, 'publish', (item ->> 'version')::int, null);
    if c.article_version_id <> av.id then
      raise exception 'That claim belongs to another article, or to another version of it.' using errcode = 'PT422';
    end if;
    perform app_private.check_publisher(c, r.id, p_report);
    v := app_private.latest_version(c.id);
    if not exists (
      select from public.sign_offs s
      where s.version_id = v.id and s.content_hash = v.content_hash and s.voided_at is null) then
      raise exception 'A verdict without a valid signature cannot be published.' using errcode = 'PT422';
    end if;
    select jsonb_agg(jsonb_strip_nulls(to_jsonb(x))) into credits from (
      select 'lead' as capacity, p.name, f.submitted_at as at, null::boolean as blind
        from public.verdict_versions f join public.profiles p on p.id = f.submitted_by
        where f.claim_id = c.id and f.origin = 'submission'
          and f.number = (select max(number) from public.verdict_versions
                          where claim_id = c.id and origin = 'submission')
      union all
      (select 'second', p.name, s.decided_at, s.blind from public.second_verdicts s join public.profiles p on p.id = s.by
        where s.claim_id = c.id order by s.decided_at desc limit 1)
      union all
      (select 'adjudicator', p.name, a.decided_at, null from public.adjudications a join public.profiles p on p.id = a.by
        where a.claim_id = c.id and a.version_id = v.id)) x;
    select * into before from public.published_verdicts where claim_id = c.id order by number desc limit 1;
    insert into public.published_verdicts (
      claim_id, number, report_id, slug, short_claim, content, content_hash, credits)
    values (c.id, coalesce(before.number, 0) + 1, r.id, coalesce(before.slug, item ->> 'slug'),
      btrim(item ->> 'shortClaim'), v.content, v.content_hash, credits);
    update public.claims set published_at = coalesce(published_at, clock_timestamp()) where id = c.id;
    delete from public.verdict_notices where claim_id = c.id;
    perform app_private.finish_transition(c, 'publish', 'published', null, 'claim.published', jsonb_build_object(
      'slug', coalesce(before.slug, item ->> 'slug'), 'shortClaim', btrim(item ->> 'shortClaim'),
      'contentHash', v.content_hash, 'publication', coalesce(before.number, 0) + 1,
      'exception', nullif(btrim(p_report ->> 'exception'), '')));
  end loop;
  perform app_private.record_audit(me, 'report.published', 'report', r.id::text, jsonb_build_object(
    'slug', r.slug, 'headline', r.headline, 'articleId', p_article,
    'verdicts', jsonb_array_length(p_report -> 'verdicts')));
  return jsonb_build_object('slug', r.slug);
end $$;

-- As before; and a claim that was published twice is told once.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select distinct p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected', 'claim.recused', 'review.write_refused',
      'review.help_asked', 'review.help_answered') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;

-- As before; and of several publications the newest one is what is found.
create or replace function app_private.index_claim() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  published record;
begin
  if new.state = 'dismissed' then
    delete from app_private.match_documents where claim_id = new.id;
    return null;
  end if;
  select v.short_claim, r.headline into published
    from public.published_verdicts v join public.reports r on r.id = v.report_id where v.claim_id = new.id
    order by v.number desc limit 1;
  insert into app_private.match_documents (claim_id, text, title)
  values (new.id, new.statement, concat_ws(' ', published.short_claim, published.headline))
  on conflict (claim_id) do update set text = excluded.text, title = excluded.title, words_version = null
    where (match_documents.text, match_documents.title) is distinct from (excluded.text, excluded.title);
  return null;
end $$;

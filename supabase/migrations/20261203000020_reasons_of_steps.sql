-- Every step takes a reason, and what was said when it began stands in ledger and trail when it ends, whichever function
-- carries it out in between. It is kept for the transaction only, and for one step only.
create or replace function app_private.begin_transition(p_claim uuid, p_action text, p_expected int, p_reason text)
returns public.claims
language plpgsql security definer set search_path = '' as $$
begin
  if char_length(p_reason) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  if p_action = 'merge' then
    perform pg_advisory_xact_lock(hashtextextended('merge in ' || (
      select c.article_id from public.claims c where c.id = p_claim), 0));
  end if;
  perform set_config('app_private.reason', coalesce(p_reason, ''), true);
  return app_private.begin_transition_of_one(p_claim, p_action, p_expected, p_reason);
end $$;

-- As before; and a step that says no reason of its own keeps the one that it was begun with.
create or replace function app_private.finish_transition(
  c public.claims, p_action text, p_to public.claim_state, p_reason text, p_event text, p_payload jsonb)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  why text := nullif(btrim(coalesce(p_reason, current_setting('app_private.reason', true))), '');
begin
  perform set_config('app_private.reason', '', true);
  perform from public.workflow_transitions
    where from_state = c.state and action = p_action and to_state = p_to;
  if not found then
    raise exception 'There is no step from % to % by %.', c.state, p_to, p_action using errcode = 'PT422';
  end if;
  update public.claims set state = p_to, version = version + 1, updated_at = clock_timestamp() where id = c.id;
  insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason)
    values (c.id, p_action, c.state, p_to, me, why);
  perform app_private.record_audit(me, p_event, 'claim', c.id::text,
    coalesce(p_payload, '{}') || jsonb_build_object(
      'from', c.state, 'to', p_to, 'reason', why,
      'capacity', case
        when p_action = 'submit' then 'lead'
        when p_action in ('decide', 'sign_off') or (p_action = 'return' and c.second_id = me) then 'second'
        else 'editor' end));
  return jsonb_build_object('state', p_to, 'version', c.version + 1);
end $$;

-- As before; and the reason is taken.
drop function public.clear_claim(uuid, int, text, text);
create function public.clear_claim(
  p_claim uuid, p_expected int, p_hash text, p_exception text default null, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, 'clear', p_expected, p_reason);
  v public.verdict_versions := app_private.latest_version(c.id);
  me uuid := (select auth.uid());
  except_for text := nullif(btrim(p_exception), '');
  is_own boolean := coalesce(me in (c.lead_id, c.second_id), false) or exists (
    select from public.sign_offs s where s.claim_id = c.id and s."by" = me and s.voided_at is null);
begin
  if v.content_hash is distinct from p_hash then
    raise exception 'What you read is not the newest version any more. Look at the claim again.' using errcode = 'PT422';
  end if;
  if not exists (
    select from public.sign_offs s
    where s.version_id = v.id and s.content_hash = v.content_hash and s.voided_at is null) then
    raise exception 'A verdict without a valid signature cannot be cleared.' using errcode = 'PT422';
  end if;
  if exists (select from public.clearances k where k.version_id = v.id and k.ended_at is null) then
    raise exception 'This verdict is cleared already.' using errcode = 'PT422';
  end if;
  if is_own and except_for is null then
    perform app_private.check_clearer(c);
  elsif except_for is not null and not is_own then
    raise exception 'No exception is needed for this clearance.' using errcode = 'PT422';
  end if;
  insert into public.clearances (claim_id, version_id, content_hash, "by") values (c.id, v.id, v.content_hash, me);
  if is_own then perform app_private.except_duty(c.id, 'clearer_checked', me, except_for); end if;
  return app_private.finish_transition(c, 'clear', 'approved', null, 'claim.cleared',
    jsonb_strip_nulls(jsonb_build_object('number', v.number, 'contentHash', v.content_hash, 'exception', except_for)));
end $$;
revoke all on function public.clear_claim(uuid, int, text, text, text) from public, anon;
grant execute on function public.clear_claim(uuid, int, text, text, text) to authenticated;

-- As before; and the reason of a publication stands at each claim that it publishes.
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
    (select coalesce(public_byline, name) from public.profiles where id = me))
  on conflict (article_id) do update
    set headline = excluded.headline, summary = excluded.summary, updated_at = clock_timestamp()
  returning * into r;
  -- All at once and in one order, so that two publications cannot wait for each other.
  perform from public.claims where id in (
    select (value ->> 'claimId')::uuid from jsonb_array_elements(p_report -> 'verdicts')) order by id for update;
  for item in select * from jsonb_array_elements(p_report -> 'verdicts') loop
    c := app_private.begin_transition(
      (item ->> 'claimId')::uuid, 'publish', (item ->> 'version')::int, p_report ->> 'reason');
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
    perform app_private.check_clearance(c, v);
    select jsonb_agg(jsonb_strip_nulls(to_jsonb(x))) into credits from (
      select 'lead' as capacity, coalesce(p.public_byline, p.name) as name, f.submitted_at as at, null::boolean as blind
        from public.verdict_versions f join public.profiles p on p.id = f.submitted_by
        where f.claim_id = c.id and f.origin = 'submission'
          and f.number = (select max(number) from public.verdict_versions
                          where claim_id = c.id and origin = 'submission')
      union all
      (select 'second', coalesce(p.public_byline, p.name), s.decided_at, s.blind from public.second_verdicts s join public.profiles p on p.id = s.by
        where s.claim_id = c.id order by s.decided_at desc limit 1)
      union all
      (select 'adjudicator', coalesce(p.public_byline, p.name), a.decided_at, null from public.adjudications a join public.profiles p on p.id = a.by
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

-- As before; but a reason is somebody's words about a review, and whoever decides blind does not read them before.
drop policy ledger_read on public.stage_ledger;
create policy ledger_read on public.stage_ledger for select to authenticated
  using ((select app_private.role_at_least('reviewer'))
    and ((action in ('propose', 'accept', 'edit_statement', 'assign', 'submit') and reason is null)
      or not app_private.is_blind_to(claim_id::text)));
drop policy audit_read on public.audit_events;
create policy audit_read on public.audit_events for select to authenticated
  using ((select app_private.role_at_least('reviewer'))
    and (entity <> 'claim'
      or (action in ('claim.proposed', 'claim.accepted', 'claim.statement_edited', 'claim.assigned', 'review.submitted')
        and payload ->> 'reason' is null)
      or (not app_private.is_blind_to(entity_id)
        and (action not in ('review.help_asked', 'review.help_answered')
          or app_private.may_read_review(entity_id::uuid)))));

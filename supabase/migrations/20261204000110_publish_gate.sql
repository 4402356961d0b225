-- The publish gate past the app: what can be overridden is overridden by an admin with a reason, which is kept beside the
-- verdict, in the trail, and is told to readers. The app knows of two checks that the database cannot make (words that rate,
-- threads of the live discussion); it says which of them it went past.
alter table public.duty_exceptions drop constraint duty_exceptions_kind_check;
alter table public.duty_exceptions add constraint duty_exceptions_kind_check check (kind in (
  'second_wrote', 'publisher_checked', 'clearer_checked', 'reply_outstanding', 'claim_rated', 'discussion_open'));

-- Whoever was asked for comment has until the end of the day, in UTC.
create function app_private.check_replies(c public.claims, p_request jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  except_for text := nullif(btrim(p_request ->> 'exception'), '');
  asked text;
begin
  select q.asked into asked from public.reply_requests q
    where q.claim_id = c.id and q.due_on >= (clock_timestamp() at time zone 'UTC')::date
      and not exists (select from public.reply_answers a where a.request_id = q.id)
    order by q.due_on limit 1;
  if not found then return; end if;
  if except_for is null then
    raise exception 'Somebody who was asked for comment still has time to answer: %', asked using errcode = 'PT422';
  end if;
  perform app_private.except_duty(c.id, 'reply_outstanding', (select auth.uid()), except_for);
end $$;

create function app_private.except_checks(c public.claims, p_item jsonb, p_request jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  except_for text := nullif(btrim(p_request ->> 'exception'), '');
  passed text;
begin
  for passed in select distinct value from jsonb_array_elements_text(coalesce(p_item -> 'excepts', '[]')) loop
    if passed not in ('claim_rated', 'discussion_open') then
      raise exception 'There is no such check to go past: %', passed using errcode = 'PT422';
    end if;
    if except_for is null then
      raise exception 'Going past a check needs a reason.' using errcode = 'PT422';
    end if;
    perform app_private.except_duty(c.id, passed, (select auth.uid()), except_for);
  end loop;
end $$;
revoke all on function app_private.check_replies(public.claims, jsonb), app_private.except_checks(public.claims, jsonb, jsonb)
  from public;

-- As before; and an exception is an admin's, whoever sends it and whatever for. What the trail says of a claim's exception is
-- what was one for that claim. The order of verdicts is kept as far as readers know their claims.
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
  began timestamptz;
  excepted text[];
begin
  if nullif(btrim(p_report ->> 'exception'), '') is not null then perform app_private.require_role('admin'); end if;
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
  -- Before the log is told of it with the verdicts, and without claims that readers do not know.
  update public.reports set verdict_order = array(
      select o.value::uuid from jsonb_array_elements_text(p_report -> 'order') with ordinality o (value, place)
        where o.value in (select i ->> 'claimId' from jsonb_array_elements(p_report -> 'verdicts') i)
          or exists (select from public.published_verdicts p where p.report_id = r.id and p.claim_id::text = o.value)
        order by o.place)
    where id = r.id and jsonb_typeof(p_report -> 'order') = 'array'
    returning * into r;
  if not found then select * into r from public.reports where article_id = p_article; end if;
  -- All at once and in one order, so that two publications cannot wait for each other.
  perform from public.claims where id in (
    select (value ->> 'claimId')::uuid from jsonb_array_elements(p_report -> 'verdicts')) order by id for update;
  for item in select * from jsonb_array_elements(p_report -> 'verdicts') loop
    c := app_private.begin_transition(
      (item ->> 'claimId')::uuid, 'publish', (item ->> 'version')::int, p_report ->> 'reason');
    if c.article_version_id <> av.id then
      raise exception 'That claim belongs to another article, or to another version of it.' using errcode = 'PT422';
    end if;
    began := clock_timestamp();
    perform app_private.check_publisher(c, r.id, p_report);
    perform app_private.check_replies(c, p_report);
    perform app_private.except_checks(c, item, p_report);
    select array_agg(distinct d.kind) into excepted
      from public.duty_exceptions d where d.claim_id = c.id and d.at >= began;
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
      'exception', case when excepted is not null then btrim(p_report ->> 'exception') end,
      'excepted', to_jsonb(excepted)));
  end loop;
  perform app_private.record_audit(me, 'report.published', 'report', r.id::text, jsonb_build_object(
    'slug', r.slug, 'headline', r.headline, 'articleId', p_article,
    'verdicts', jsonb_array_length(p_report -> 'verdicts')));
  return jsonb_build_object('slug', r.slug);
end $$;

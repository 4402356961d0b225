-- Between the signature and the report an editor reads each verdict once more: clears it for publication, or reopens it.
-- What was cleared is one version with one hash. It is no precondition of publishing unless the desk says so.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('approved', 'clear', 'approved', '{editor}', false),
  ('approved', 'withdraw_clearance', 'approved', '{editor}', false);

create table public.clearances (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.verdict_versions (id),
  content_hash text not null,
  "by" uuid not null references public.profiles (id),
  cleared_at timestamptz not null default clock_timestamp(),
  -- Taken back by an editor, void because the review was reopened, or because whoever cleared it declared a conflict.
  ended_how text check (ended_how in ('withdrawn', 'reopened', 'conflict')),
  ended_by uuid references public.profiles (id),
  ended_at timestamptz,
  check ((ended_how is null) = (ended_at is null) and (ended_how is null) = (ended_by is null))
);
create unique index clearances_standing_idx on public.clearances (version_id) where ended_at is null;
create index clearances_claim_idx on public.clearances (claim_id, cleared_at);

-- Ended once, and nothing else about it can change.
create function app_private.only_end_clearance() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
     and (to_jsonb(new) - '{ended_how,ended_by,ended_at}'::text[])
       = (to_jsonb(old) - '{ended_how,ended_by,ended_at}'::text[]) then
    return new;
  end if;
  raise exception 'clearances is append-only: % refused', tg_op using errcode = '42501';
end $$;
create trigger clearances_frozen before update or delete on public.clearances
  for each row execute function app_private.only_end_clearance();
create trigger clearances_kept before truncate on public.clearances
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.clearances', 'people');

alter table public.clearances enable row level security;
revoke all on public.clearances from public, anon, authenticated, service_role;
grant select on public.clearances to authenticated, service_role;
-- That a verdict was cleared and reopened tells as much as the rest of an earlier round.
create policy clearances_read on public.clearances for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_see_verdict(claim_id, version_id)
    and not app_private.is_blind_to(claim_id::text));

-- Whatever reopens a claim voids its clearance, however it is done.
create function app_private.void_clearances() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'approved' and new.state not in ('approved', 'published') then
    update public.clearances
      set ended_how = 'reopened', ended_by = coalesce((select auth.uid()), "by"), ended_at = clock_timestamp()
      where claim_id = new.id and ended_at is null;
  elsif new.state = 'approved' and new.recused is distinct from old.recused then
    update public.clearances set ended_how = 'conflict', ended_by = "by", ended_at = clock_timestamp()
      where claim_id = new.id and ended_at is null and "by" = any (new.recused);
  end if;
  return null;
end $$;
create trigger claims_clearances_voided after update on public.claims for each row
  when (old.state = 'approved') execute function app_private.void_clearances();

-- As for publishing: whoever checked it or signed it does not clear it.
create function app_private.check_clearer(c public.claims) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if coalesce(me in (c.lead_id, c.second_id), false) then
    raise exception 'A verdict is cleared by somebody who did not check the claim.' using errcode = 'PT403';
  end if;
  if exists (select from public.sign_offs s where s.claim_id = c.id and s."by" = me and s.voided_at is null) then
    raise exception 'A verdict is cleared by somebody who did not sign it.' using errcode = 'PT403';
  end if;
end $$;

create function public.clear_claim(p_claim uuid, p_expected int, p_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, 'clear', p_expected, null);
  v public.verdict_versions := app_private.latest_version(c.id);
begin
  perform app_private.check_clearer(c);
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
  insert into public.clearances (claim_id, version_id, content_hash, "by")
    values (c.id, v.id, v.content_hash, (select auth.uid()));
  return app_private.finish_transition(c, 'clear', 'approved', null, 'claim.cleared',
    jsonb_build_object('number', v.number, 'contentHash', v.content_hash));
end $$;

create function public.withdraw_clearance(p_claim uuid, p_expected int, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.begin_transition(p_claim, 'withdraw_clearance', p_expected, p_reason);
  k public.clearances;
begin
  perform app_private.check_clearer(c);
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  update public.clearances set ended_how = 'withdrawn', ended_by = (select auth.uid()), ended_at = clock_timestamp()
    where claim_id = c.id and ended_at is null returning * into k;
  if not found then
    raise exception 'This verdict is not cleared.' using errcode = 'PT422';
  end if;
  return app_private.finish_transition(c, 'withdraw_clearance', 'approved', p_reason, 'claim.clearance_withdrawn',
    jsonb_build_object('contentHash', k.content_hash));
end $$;

-- What waits in the lane, the longest waiting first: since it was approved, whatever was done to it after that. The rating
-- is not told to whoever declared a conflict of interest.
create function public.approval_lane() returns table (
  claim_id uuid, version int, statement text, article_id uuid, article_title text, due_on date,
  lead_id uuid, second_id uuid, recused uuid[], lead_name text, second_name text, signed_by uuid[],
  rating public.rating, approved_at timestamptz, cleared_by uuid, cleared_by_name text, cleared_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.id, c.version, c.statement, c.article_id, av.title, c.due_on,
    c.lead_id, c.second_id, c.recused, l.name, s.name,
    coalesce((select array_agg(o."by") from public.sign_offs o where o.claim_id = c.id and o.voided_at is null), '{}'),
    case when (select auth.uid()) = any (c.recused) then null else v.rating end,
    coalesce((select max(g.at) from public.stage_ledger g
      where g.claim_id = c.id and g.to_state = 'approved' and g.from_state <> 'approved'), c.updated_at) as since,
    k."by", p.name, k.cleared_at
  from public.claims c
  join public.article_versions av on av.id = c.article_version_id
  left join public.profiles l on l.id = c.lead_id
  left join public.profiles s on s.id = c.second_id
  left join lateral (select * from app_private.latest_version(c.id)) v on true
  left join public.clearances k on k.version_id = v.id and k.ended_at is null
  left join public.profiles p on p.id = k."by"
  where c.state = 'approved' and app_private.role_at_least('editor')
  order by since, c.id limit 500
$$;

-- Whether this desk publishes only what was cleared.
alter table public.desk_settings add column require_clearance boolean not null default false;

create function public.set_clearance_required(p_on boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  perform app_private.require_writable();
  if p_on is null then
    raise exception 'Say whether it is required.' using errcode = 'PT422';
  end if;
  update public.desk_settings set require_clearance = p_on where require_clearance <> p_on;
  if found then
    perform app_private.record_audit(me, case when p_on then 'desk.clearance_required' else 'desk.clearance_optional' end,
      'desk', 'desk', '{}');
  end if;
end $$;

create function app_private.check_clearance(c public.claims, v public.verdict_versions) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select s.require_clearance from public.desk_settings s) and not exists (
    select from public.clearances k
    where k.version_id = v.id and k.content_hash = v.content_hash and k.ended_at is null) then
    raise exception 'This desk publishes only what an editor has cleared. Not cleared: “%”', c.statement
      using errcode = 'PT422';
  end if;
end $$;

-- As before; and where the desk says so, only what was cleared.
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

revoke all on function app_private.only_end_clearance(), app_private.void_clearances(),
  app_private.check_clearer(public.claims),
  app_private.check_clearance(public.claims, public.verdict_versions) from public;
revoke all on function public.clear_claim(uuid, int, text), public.withdraw_clearance(uuid, int, text),
  public.approval_lane(), public.set_clearance_required(boolean) from public, anon;
grant execute on function public.clear_claim(uuid, int, text), public.withdraw_clearance(uuid, int, text),
  public.approval_lane(), public.set_clearance_required(boolean) to authenticated;

-- A report can be taken from readers, with a reason that they are given in its place, and be given back. Nothing of it is
-- deleted. Nobody reads it meanwhile through what is public, whoever they are; the public log tells of both.
alter table public.reports
  add column unpublished_at timestamptz,
  add column unpublished_reason text check (char_length(unpublished_reason) between 1 and 2000),
  add check ((unpublished_at is null) = (unpublished_reason is null));

create function app_private.unpublished_reports() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select id from public.reports where unpublished_at is not null
$$;
revoke all on function app_private.unpublished_reports() from public;
grant execute on function app_private.unpublished_reports() to anon, authenticated, service_role;

alter policy reports_read on public.reports using (unpublished_at is null);
-- Asked once for each question, not for each row.
alter policy published_verdicts_read on public.published_verdicts
  using (report_id <> all ((select array(select app_private.unpublished_reports()))::uuid[]));
alter policy verdict_notices_read on public.verdict_notices
  using (report_id <> all ((select array(select app_private.unpublished_reports()))::uuid[]));

-- What readers are told in place of a page, whichever of the two kinds it was; null where there is nothing to tell.
create function public.unpublished_page(p_kind text, p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('reason', r.unpublished_reason, 'at', r.unpublished_at)
    from public.reports r
    where r.unpublished_at is not null and case p_kind
      when 'reports' then r.slug = p_slug
      else r.id = (select p.report_id from public.published_verdicts p where p.slug = p_slug and p.number = 1) end
$$;

-- The report of an article that was taken from readers, for editors.
create function public.unpublished_report(p_article uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('slug', r.slug, 'headline', r.headline, 'reason', r.unpublished_reason, 'at', r.unpublished_at)
    from public.reports r
    where r.article_id = p_article and r.unpublished_at is not null and app_private.role_at_least('editor')
$$;

alter table public.log_entries drop constraint log_entries_kind_check;
alter table public.log_entries add constraint log_entries_kind_check check (kind in (
  'published', 'corrected', 'correction_begun', 'upheld', 'retracted', 'unpublished', 'republished'));

-- Every verdict of the report, in the order of their claims' ids, so that the log is the same whoever writes it.
create function app_private.log_visibility() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  p public.published_verdicts;
begin
  for p in select distinct on (v.claim_id) v.* from public.published_verdicts v
      where v.report_id = new.id order by v.claim_id, v.number desc loop
    if new.unpublished_at is not null then
      perform app_private.append_to_log('unpublished', p,
        jsonb_build_object('reason', new.unpublished_reason, 'since', new.unpublished_at));
    else
      perform app_private.append_to_log('republished', p, '{}');
    end if;
  end loop;
  return null;
end $$;
create trigger report_visibility_logged after update on public.reports for each row
  when ((old.unpublished_at is null) <> (new.unpublished_at is null))
  execute function app_private.log_visibility();

-- As before; and that the report was unpublished or published again meanwhile changes nothing of what a verdict is.
create or replace function app_private.notice_logged() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
begin
  if tg_op = 'DELETE' then
    -- A correction that was published took the notice away with it; anything else kept the verdict as it was.
    if (select e.kind from public.log_entries e
          where e.claim_id = old.claim_id and e.kind not in ('unpublished', 'republished') order by e.index desc limit 1)
        = 'correction_begun' then
      perform app_private.log_notice(old.claim_id, 'upheld', '{}');
    end if;
  else
    perform app_private.log_notice(new.claim_id,
      case new.kind when 'retracted' then 'retracted' else 'correction_begun' end,
      jsonb_build_object('reason', new.reason, 'since', new.since));
  end if;
  return null;
end $$;

-- A verdict that is published brings its report back to readers, before the log is told of the verdict.
create function app_private.bring_report_back() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.reports set unpublished_at = null, unpublished_reason = null
    where id = new.report_id and unpublished_at is not null;
  return new;
end $$;
create trigger published_verdict_brings_back before insert on public.published_verdicts
  for each row execute function app_private.bring_report_back();

-- The report of an article, locked, for an editor who takes it from readers or gives it back, and says why.
create function app_private.report_to_show_or_hide(p_article uuid, p_reason text, p_ask text) returns public.reports
language plpgsql security definer set search_path = '' as $$
declare
  r public.reports;
begin
  perform app_private.require_role('editor');
  perform app_private.require_writable();
  if coalesce(btrim(p_reason), '') = '' then
    raise exception '%', p_ask using errcode = 'PT422';
  end if;
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  perform from public.articles where id = p_article for update;
  select * into r from public.reports where article_id = p_article for update;
  if not found then raise exception 'There is no such report.' using errcode = 'PT404'; end if;
  return r;
end $$;

create function public.unpublish_report(p_article uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  r public.reports := app_private.report_to_show_or_hide(
    p_article, p_reason, 'Say why; readers are shown it in place of the report.');
begin
  if r.unpublished_at is not null then
    raise exception 'This report is unpublished already.' using errcode = 'PT422';
  end if;
  update public.reports set unpublished_at = clock_timestamp(), unpublished_reason = btrim(p_reason) where id = r.id;
  perform app_private.record_audit((select auth.uid()), 'report.unpublished', 'report', r.id::text,
    jsonb_build_object('slug', r.slug, 'headline', r.headline, 'reason', btrim(p_reason)));
  return jsonb_build_object('slug', r.slug);
end $$;

-- Every letter as it was, its times too: the log has them so. Whoever declared a conflict of interest on one of its claims
-- does not.
create function public.republish_report(p_article uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  r public.reports := app_private.report_to_show_or_hide(
    p_article, p_reason, 'Say why it can be read again; it is kept in the trail.');
begin
  if r.unpublished_at is null then
    raise exception 'This report is published.' using errcode = 'PT422';
  end if;
  if exists (
    select from public.published_verdicts p join public.claims c on c.id = p.claim_id
      where p.report_id = r.id and me = any (c.recused)) then
    raise exception 'You declared a conflict of interest on a claim of this report.' using errcode = 'PT403';
  end if;
  update public.reports set unpublished_at = null, unpublished_reason = null where id = r.id;
  perform app_private.record_audit(me, 'report.republished', 'report', r.id::text,
    jsonb_build_object('slug', r.slug, 'headline', r.headline, 'reason', btrim(p_reason)));
  return jsonb_build_object('slug', r.slug);
end $$;

revoke all on function public.unpublished_page(text, text) from public;
grant execute on function public.unpublished_page(text, text) to anon, authenticated, service_role;
revoke all on function public.unpublished_report(uuid), public.unpublish_report(uuid, text), public.republish_report(uuid, text)
  from public, anon;
grant execute on function public.unpublished_report(uuid), public.unpublish_report(uuid, text),
  public.republish_report(uuid, text) to authenticated;
revoke all on function app_private.log_visibility(), app_private.bring_report_back(),
  app_private.report_to_show_or_hide(uuid, text, text) from public;

-- In which order a report tells its verdicts, by their claims. Those that are not in it come after, as they stand in the article.
alter table public.reports add column verdict_order uuid[] not null default '{}';

-- As before; and the order is in the record where an editor has set one.
create or replace function app_private.log_publication(p public.published_verdicts) returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  r public.reports;
begin
  select * into strict r from public.reports where id = p.report_id;
  insert into public.log_texts (sha256, text)
    values (encode(sha256(convert_to(r.source ->> 'text', 'UTF8')), 'hex'), r.source ->> 'text') on conflict do nothing;
  perform app_private.append_to_log(case p.number when 1 then 'published' else 'corrected' end, p, jsonb_build_object(
    'shortClaim', p.short_claim, 'content', p.content, 'credits', p.credits, 'exceptions', p.exceptions,
    'settlement', p.settlement, 'replies', p.replies, 'publishedAt', p.published_at,
    'report', jsonb_build_object('slug', r.slug, 'headline', r.headline, 'summary', r.summary,
      'source', r.source - 'text', 'demo', r.demo, 'publishedBy', r.published_by, 'publishedAt', r.published_at,
      'updatedAt', r.updated_at)
      || case r.verdict_order when '{}' then '{}' else jsonb_build_object('order', r.verdict_order) end));
end $$;

-- What is unpublished is not found by readers, nor counted, nor told of beside other verdicts; published again, it is as before.
create function app_private.search_visibility() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  p public.published_verdicts;
begin
  if new.unpublished_at is not null then
    delete from app_private.published_search where report_id = new.id;
    return null;
  end if;
  -- From the first publication on, whose time it keeps.
  for p in select * from public.published_verdicts where report_id = new.id order by claim_id, number loop
    perform app_private.make_searchable(p);
  end loop;
  return null;
end $$;
revoke all on function app_private.search_visibility() from public;
create trigger report_visibility_searched after update on public.reports for each row
  when ((old.unpublished_at is null) <> (new.unpublished_at is null))
  execute function app_private.search_visibility();
delete from app_private.published_search s using public.reports r where r.id = s.report_id and r.unpublished_at is not null;

create or replace function public.earlier_rulings(p_claim uuid, p_limit int default 5) returns jsonb
language sql stable security definer set search_path = '' as $$
  with recursive pairs as (
    select claim_id as one, other_claim_id as other, state from public.claim_matches
      where other_claim_id is not null and state <> 'rejected'
    union all
    select other_claim_id, claim_id, state from public.claim_matches
      where other_claim_id is not null and state <> 'rejected'),
  same (claim_id, goes_on, depth) as (
    select p_claim, true, 0
    union
    select p.other, p.state = 'confirmed', s.depth + 1
      from same s join pairs p on p.one = s.claim_id where s.goes_on and s.depth < 4),
  found as (
    select distinct on (v.claim_id) v.claim_id, v.slug, v.short_claim, v.published_at, r.headline, r.slug as report_slug,
      v.content::jsonb #>> '{verdict,rating}' as rating, v.content::jsonb #>> '{claim,claimant}' as claimant,
      r.source ->> 'outlet' as outlet, r.demo,
      exists (select from public.verdict_notices n where n.claim_id = v.claim_id and n.kind = 'retracted') as retracted
    from public.published_verdicts v join public.reports r on r.id = v.report_id
    where r.unpublished_at is null and v.claim_id in (select claim_id from same) and v.claim_id <> p_claim
      and exists (
        select from public.published_verdicts o join public.reports u on u.id = o.report_id
          where o.claim_id = p_claim and u.unpublished_at is null)
    order by v.claim_id, v.number desc)
  select coalesce(jsonb_agg(jsonb_build_object('slug', f.slug, 'shortClaim', f.short_claim, 'publishedAt', f.published_at,
      'rating', f.rating, 'claimant', f.claimant, 'outlet', f.outlet, 'isRetracted', f.retracted, 'demo', f.demo,
      'report', jsonb_build_object('slug', f.report_slug, 'headline', f.headline))
    order by f.published_at desc, f.slug), '[]')
  from (select * from found order by published_at desc, slug limit least(greatest(p_limit, 0), 20)) f
$$;

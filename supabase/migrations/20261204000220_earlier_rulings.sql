-- How the desk ruled on claims that say the same, for readers: verdicts that are published, of claims that a match leads to
-- which nobody rejected. From one confirmed match it goes on to the next; what was only proposed leads no further. The
-- matches were found when the claims came in, so nothing is compared while somebody reads.
create function public.earlier_rulings(p_claim uuid, p_limit int default 5) returns jsonb
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
    where v.claim_id in (select claim_id from same) and v.claim_id <> p_claim
      and exists (select from public.published_verdicts o where o.claim_id = p_claim)
    order by v.claim_id, v.number desc)
  select coalesce(jsonb_agg(jsonb_build_object('slug', f.slug, 'shortClaim', f.short_claim, 'publishedAt', f.published_at,
      'rating', f.rating, 'claimant', f.claimant, 'outlet', f.outlet, 'isRetracted', f.retracted, 'demo', f.demo,
      'report', jsonb_build_object('slug', f.report_slug, 'headline', f.headline))
    order by f.published_at desc, f.slug), '[]')
  from (select * from found order by published_at desc, slug limit least(greatest(p_limit, 0), 20)) f
$$;
revoke all on function public.earlier_rulings(uuid, int) from public;
grant execute on function public.earlier_rulings(uuid, int) to anon, authenticated, service_role;

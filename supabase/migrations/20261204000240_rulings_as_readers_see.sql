-- As before; but which claims say the same is found apart from what is shown of them, so that whoever asks sees no verdict
-- that they could not read on its own page.
create function app_private.claims_that_say_the_same(p_claim uuid) returns uuid[]
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
      from same s join pairs p on p.one = s.claim_id where s.goes_on and s.depth < 4)
  select coalesce(array_agg(distinct claim_id), '{}') from same where claim_id <> p_claim
$$;
revoke all on function app_private.claims_that_say_the_same(uuid) from public;
grant execute on function app_private.claims_that_say_the_same(uuid) to anon, authenticated, service_role;

create or replace function public.earlier_rulings(p_claim uuid, p_limit int default 5) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with found as (
    select distinct on (v.claim_id) v.claim_id, v.slug, v.short_claim, v.published_at, r.headline, r.slug as report_slug,
      v.content::jsonb #>> '{verdict,rating}' as rating, v.content::jsonb #>> '{claim,claimant}' as claimant,
      r.source ->> 'outlet' as outlet, r.demo,
      exists (select from public.verdict_notices n where n.claim_id = v.claim_id and n.kind = 'retracted') as retracted
    from public.published_verdicts v join public.reports r on r.id = v.report_id
    where v.claim_id = any ((select app_private.claims_that_say_the_same(p_claim))::uuid[])
      and exists (select from public.published_verdicts o where o.claim_id = p_claim)
    order by v.claim_id, v.number desc)
  select coalesce(jsonb_agg(jsonb_build_object('slug', f.slug, 'shortClaim', f.short_claim, 'publishedAt', f.published_at,
      'rating', f.rating, 'claimant', f.claimant, 'outlet', f.outlet, 'isRetracted', f.retracted, 'demo', f.demo,
      'report', jsonb_build_object('slug', f.report_slug, 'headline', f.headline))
    order by f.published_at desc, f.slug), '[]')
  from (select * from found order by published_at desc, slug limit least(greatest(p_limit, 0), 20)) f
$$;

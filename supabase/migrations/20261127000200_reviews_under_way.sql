-- The reviews that people are most likely to come back to when a server starts: those in review, last changed first.
create function public.reviews_under_way(p_most int) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(r.claim_id), '[]') from (
    select d.claim_id from public.claims c
      join public.review_documents d on d.claim_id = c.id
      left join lateral (
        select u.at from public.review_updates u where u.claim_id = d.claim_id order by u.n desc limit 1) last on true
      where c.state = 'in_review' and d.head > 0
      order by last.at desc nulls last
      limit least(greatest(p_most, 0), 100)) r
$$;
revoke all on function public.reviews_under_way(int) from public, anon, authenticated;
grant execute on function public.reviews_under_way(int) to service_role;

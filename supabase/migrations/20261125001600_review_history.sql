-- The rows after one with when they were written and how many messages they hold, oldest first:
-- [[n, author, at, edits, update], ...]. Rows set aside come with an empty update, as in `review_rows_after`.
create function public.review_history(p_claim uuid, p_after bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_array(r.n, r.author, r.at, r.edits, r.bytes) order by r.n), '[]') from (
    select u.n, u.author, u.at, u.edits, case when a.n is null then encode(u.update, 'base64') else 'AAA=' end as bytes
      from public.review_updates u
      left join public.review_rows_aside a on a.claim_id = u.claim_id and a.n = u.n
      where u.claim_id = p_claim and u.n > p_after order by u.n limit 2000) r
$$;
revoke all on function public.review_history(uuid, bigint) from public, anon, authenticated;
grant execute on function public.review_history(uuid, bigint) to service_role;

-- Agreement and verdicts by topic, as the other tables of the insights have them: from blind second verdicts of settled
-- claims, without the demonstration. A claim with two topics is a case of both, one without is a case of none. A table
-- with fewer than five cases does not leave the database; of such only their number is told, in a row without cells.
create function public.insights_agreement_by_topic(p_from date, p_to date, p_most int)
returns table (topic_id uuid, name text, cases int, cells jsonb, withheld int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    with counted as (
      select e.topic_id as topic, a.first, a.second, count(*)::int as n
      from app_private.agreement_cases a join app_private.effective_topics e on e.claim_id = a.claim_id
      where a.decided_at >= app_private.day_begins(p_from) and a.decided_at < app_private.day_begins(p_to + 1)
      group by 1, 2, 3),
    tables as (
      select k.topic, sum(k.n)::int as n,
        jsonb_agg(jsonb_build_array(k.first, k.second, k.n) order by k.first, k.second) as cells
      from counted k group by k.topic),
    shown as (
      select s.topic, t.name, s.n, s.cells from tables s join public.topics t on t.id = s.topic
      where s.n >= 5 order by s.n desc, lower(t.name) limit least(greatest(p_most, 1), 200))
    select s.topic, s.name, s.n, s.cells, 0 from shown s
    union all
    select null, null, 0, '[]'::jsonb, count(*)::int from tables s where s.n < 5 having count(*) > 0;
end $$;

-- The topics on which most was settled, each with its verdicts as {rating: count}; what has no topic stands together.
create function public.insights_verdicts_by_topic(p_from date, p_to date, p_most int)
returns table (name text, claims int, verdicts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    with counted as (
      select e.topic_id as topic, s.rating, count(*)::int as n
      from app_private.settled_verdicts s left join app_private.effective_topics e on e.claim_id = s.claim_id
      where s.signed_at >= app_private.day_begins(p_from) and s.signed_at < app_private.day_begins(p_to + 1)
      group by 1, 2)
    select t.name, sum(k.n)::int, jsonb_object_agg(k.rating, k.n)
    from counted k left join public.topics t on t.id = k.topic
    group by k.topic, t.name order by sum(k.n) desc, lower(t.name) limit least(greatest(p_most, 1), 100);
end $$;

revoke all on function public.insights_agreement_by_topic(date, date, int),
  public.insights_verdicts_by_topic(date, date, int) from public, anon, authenticated, service_role;
grant execute on function public.insights_agreement_by_topic(date, date, int),
  public.insights_verdicts_by_topic(date, date, int) to authenticated;

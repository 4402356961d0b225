-- As before; but whom somebody reviewed with last, whichever of the two led: it is the pair that should not meet three times
-- running.
create or replace function public.assignment_facts(p_claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with asked as (
    select c.id, c.type, lower(c.claimant) as claimant, lower(v.outlet) as outlet
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    where c.id in (select jsonb_array_elements_text(p_claims)::uuid limit 100)),
  finished as (
    select c.id, c.lead_id, c.second_id, lower(c.claimant) as claimant, lower(v.outlet) as outlet
    from public.claims c join public.article_versions v on v.id = c.article_version_id
    where c.state in ('approved', 'published') and (
      lower(c.claimant) in (select a.claimant from asked a where a.claimant is not null)
      or lower(v.outlet) in (select a.outlet from asked a where a.outlet is not null))),
  known as (
    select part.person,
      count(*) filter (where f.claimant in (select a.claimant from asked a)) as claimant,
      count(*) filter (where f.outlet in (select a.outlet from asked a)) as outlet
    from finished f cross join lateral (values (f.lead_id), (f.second_id)) part(person)
    where part.person is not null group by part.person),
  -- What they are about: their topics, and the type of those that have none.
  with_topics as materialized (
    -- Looked up for each of the few that are asked for, not put together for all claims.
    select a.type, array(select e.topic_id from app_private.effective_topics e where e.claim_id = a.id) as topics
    from asked a),
  subjects as (
    select distinct t.id as topic, t.name, null::public.claim_type as type
    from with_topics w join public.topics t on t.id = any (w.topics)
    union all
    select distinct null::uuid, null, w.type from with_topics w where w.topics = '{}'),
  about as (
    select s.name, s.type, e.claim_id from subjects s join app_private.effective_topics e on e.topic_id = s.topic
    union all
    select s.name, s.type, c.id from subjects s join public.claims c on c.type = s.type),
  at_home as materialized (
    select part.person, b.name, b.type, count(*) filter (where part.leads) as led,
      count(*) filter (where not part.leads) as seconded
    from about b join public.claims c on c.id = b.claim_id
    cross join lateral (values (c.lead_id, true), (c.second_id, false)) part(person, leads)
    where c.state in ('approved', 'published') and part.person is not null
    group by part.person, b.name, b.type),
  homes as materialized (
    select h.person, jsonb_agg(jsonb_build_object('topic', h.name, 'type', h.type, 'led', h.led, 'seconded', h.seconded)
      order by h.led + h.seconded desc, lower(h.name), h.type) as subjects
    from at_home h group by h.person)
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', p.id, 'name', p.name, 'role', r.role,
    'workLimit', coalesce(p.work_limit, (select s.work_limit from public.assignment_settings s)),
    'leads', (select count(*) from public.claims c where c.lead_id = p.id and c.state = 'in_review'),
    'seconds', (select count(*) from public.claims c
      where c.second_id = p.id and c.state in ('in_review', 'second_review')),
    'lastPartners', coalesce((select jsonb_agg(last.partner order by last.assigned_at desc nulls last) from (
      (select c.second_id as partner, c.assigned_at from public.claims c
        where c.lead_id = p.id and c.second_id is not null and c.id not in (select a.id from asked a)
        order by c.assigned_at desc nulls last limit 2)
      union all
      (select c.lead_id, c.assigned_at from public.claims c
        where c.second_id = p.id and c.lead_id is not null and c.id not in (select a.id from asked a)
        order by c.assigned_at desc nulls last limit 2)
      order by assigned_at desc nulls last limit 2) last), '[]'),
    'claimantBefore', coalesce(k.claimant, 0), 'outletBefore', coalesce(k.outlet, 0),
    'subjectsBefore', coalesce(h.subjects, '[]'),
    'wroteIn', coalesce((select jsonb_agg(a.id) from asked a where app_private.spoke_as_lead(a.id, p.id) or exists (
      select from public.review_updates u where u.claim_id = a.id and u.author = p.id and not u.comments_only)), '[]')
  ) order by p.name, p.id), '[]')
  from public.profiles p
  join app_private.user_roles r on r.user_id = p.id
  left join known k on k.person = p.id
  left join homes h on h.person = p.id
  where r.role >= 'reviewer' and app_private.role_at_least('reviewer')
$$;

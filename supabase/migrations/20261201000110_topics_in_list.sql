-- The claim list by topic: as before, with a condition more, the topics of each row, and the claims of an article whose
-- topics changed among the news.
create or replace function app_private.claim_condition(p_filter jsonb, p_today date) returns text
language plpgsql stable set search_path = '' as $$
declare
  parts text[] := '{true}';
  terms text;
begin
  if p_filter ? 'states' then
    parts := parts || format('c.state = any (%L::public.claim_state[])',
      array(select jsonb_array_elements_text(p_filter -> 'states'))::text);
  end if;
  if p_filter ? 'types' then
    parts := parts || format('c.type = any (%L::public.claim_type[])',
      array(select jsonb_array_elements_text(p_filter -> 'types'))::text);
  end if;
  if p_filter ->> 'lead' = 'none' then parts := parts || 'c.lead_id is null'::text;
  elsif p_filter ? 'lead' then parts := parts || format('c.lead_id = %L::uuid', p_filter ->> 'lead');
  end if;
  if p_filter ->> 'second' = 'none' then parts := parts || 'c.second_id is null'::text;
  elsif p_filter ? 'second' then parts := parts || format('c.second_id = %L::uuid', p_filter ->> 'second');
  end if;
  if (p_filter ->> 'mine')::boolean then
    parts := parts || format('(c.lead_id = %1$L::uuid or c.second_id = %1$L::uuid)', (select auth.uid()));
  end if;
  if p_filter ? 'article' then
    parts := parts || format('c.article_id = %L::uuid', p_filter ->> 'article');
  end if;
  if p_filter ? 'claimant' then
    parts := parts || format('lower(c.claimant) = lower(%L)', p_filter ->> 'claimant');
  end if;
  -- What app_private.effective_topics says, asked the other way round: two short lists that are hashed once, where the view
  -- would be put together for all claims of the topic. A test holds the two against each other.
  if p_filter ->> 'topic' = 'none' then
    parts := parts || 'not (c.article_id in (select t.article_id from public.article_topics t)
      or c.id in (select o.claim_id from public.claim_topics o))'::text;
  elsif p_filter ? 'topic' then
    parts := parts || format('(c.article_id in (select t.article_id from public.article_topics t where t.topic_id = %1$L::uuid)
      or c.id in (select o.claim_id from public.claim_topics o where o.topic_id = %1$L::uuid))', p_filter ->> 'topic');
  end if;
  if p_filter ? 'worthFrom' then
    parts := parts || format('c.check_worthiness >= %L::real', p_filter ->> 'worthFrom');
  end if;
  if p_filter ? 'worthBelow' then
    parts := parts || format('c.check_worthiness < %L::real', p_filter ->> 'worthBelow');
  end if;
  case p_filter ->> 'due'
    when 'overdue' then parts := parts || format('c.due_on < %L::date', p_today);
    when 'week' then parts := parts || format('c.due_on between %L::date and %L::date', p_today, p_today + 6);
    when 'none' then parts := parts || 'c.due_on is null'::text;
    else null;
  end case;
  if p_filter ->> 'due' in ('overdue', 'week') or p_filter ? 'idleDays' then
    parts := parts || 'c.state not in (''dismissed'', ''approved'', ''published'', ''retracted'')'::text;
  end if;
  if p_filter ? 'idleDays' then
    -- Somebody who writes in a review is at work on it, though the claim takes no step.
    parts := parts || format('c.updated_at < %1$L::timestamptz and coalesce((select u.at from public.review_updates u
      where u.claim_id = c.id order by u.n desc limit 1), ''-infinity'') < %1$L::timestamptz',
      (p_today - (p_filter ->> 'idleDays')::int)::timestamp at time zone 'UTC');
  end if;
  if p_filter ? 'text' then
    select string_agg(quote_literal(w) || ':*', ' & ') into terms
      from unnest(app_private.search_words(p_filter ->> 'text')) w;
    if terms is not null then parts := parts || format('c.search @@ %L::tsquery', terms); end if;
  end if;
  return array_to_string(parts, ' and ');
end $$;

create or replace function app_private.claim_item(c public.claims) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', c.id, 'version', c.version, 'state', c.state, 'statement', c.statement, 'quote', c.exact,
    'claimant', c.claimant, 'type', c.type, 'checkWorthiness', c.check_worthiness, 'priority', c.priority,
    'articleId', c.article_id, 'articleTitle', v.title, 'outlet', v.outlet,
    'leadId', c.lead_id, 'leadName', l.name, 'secondId', c.second_id, 'secondName', s.name,
    'recusedIds', to_jsonb(c.recused), 'dueOn', c.due_on, 'createdAt', c.created_at, 'updatedAt', c.updated_at,
    'topics', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by lower(t.name))
      from app_private.effective_topics e join public.topics t on t.id = e.topic_id where e.claim_id = c.id), '[]'))
  from public.article_versions v
  left join public.profiles l on l.id = c.lead_id
  left join public.profiles s on s.id = c.second_id
  where v.id = c.article_version_id
$$;

create or replace function public.claim_news(p_filter jsonb, p_since bigint, p_today date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  head bigint := (select h.seq from app_private.audit_head h);
  ids uuid[];
  found jsonb;
begin
  if not app_private.role_at_least('reviewer') then return '{"seq": 0, "changed": [], "more": false}'; end if;
  if p_since >= head then
    return jsonb_build_object('seq', head, 'changed', '[]'::jsonb, 'more', false);
  end if;
  select array_agg(distinct named.id::uuid) into ids from (
    select e.entity_id as id from public.audit_events e where e.seq > p_since and e.entity = 'claim'
    union all
    select t.id from public.audit_events e,
      jsonb_array_elements_text(case jsonb_typeof(e.payload -> 'into')
        when 'array' then e.payload -> 'into' else jsonb_build_array(e.payload -> 'into') end) t(id)
      where e.seq > p_since and e.entity = 'claim' and e.payload ? 'into'
    union all
    select c.id::text from public.audit_events e join public.claims c on c.article_id = e.entity_id::uuid
      where e.seq > p_since and e.entity = 'article' and e.action = 'article.topics_changed'
    limit 1000) named;
  execute format('select coalesce(jsonb_agg(app_private.claim_item(n.c) || jsonb_build_object(''matches'', n.matches)), ''[]'')
    from (select c, %s as matches from public.claims c where c.id = any ($1) limit 101) n',
    app_private.claim_condition(p_filter, p_today))
  into found using ids;
  if jsonb_array_length(found) > 100 then
    return jsonb_build_object('seq', head, 'changed', '[]'::jsonb, 'more', true);
  end if;
  return jsonb_build_object('seq', head, 'changed', found, 'more', false);
end $$;

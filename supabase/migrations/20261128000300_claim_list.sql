-- All claims of the desk in one list: filtered, searched, sorted, in pages. The functions answer fact-checkers only, as
-- the policy on claims does; they run as their owner because the search operator is not leakproof, and under row-level
-- security its index would stay unused. They tell nothing of ratings, so they need not know who is blind to what.

-- Words as they are compared: without accents and capitals. Cut where ASCII and general punctuation stand, whatever the
-- locale of the database says. app/domain/claim/list/search-words.ts does the same.
create function app_private.search_words(p_text text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct left(w, 60)), '{}') from regexp_split_to_table(
    lower(regexp_replace(normalize(p_text, nfkd), '[\u0300-\u036f]', '', 'g')),
    '[\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+') w
  where w <> ''
$$;

alter table public.claims
  add column search tsvector not null default '',
  -- When it was last given to the two people who have it.
  add column assigned_at timestamptz;

-- The text of an article version is frozen, so its title can be copied.
create function app_private.index_claim_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.search := array_to_tsvector(app_private.search_words(concat_ws(' ', new.statement, new.exact, new.claimant,
    (select v.title from public.article_versions v where v.id = new.article_version_id))));
  return new;
end $$;
create trigger claims_search before insert or update of statement, exact, claimant, article_version_id on public.claims
  for each row execute function app_private.index_claim_words();

create function app_private.note_assignment() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (new.lead_id, new.second_id) is distinct from (old.lead_id, old.second_id) then
    new.assigned_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger claims_assigned before update of lead_id, second_id on public.claims
  for each row execute function app_private.note_assignment();

update public.claims c set
  search = array_to_tsvector(app_private.search_words(concat_ws(' ', c.statement, c.exact, c.claimant,
    (select v.title from public.article_versions v where v.id = c.article_version_id)))),
  assigned_at = case when c.lead_id is not null then coalesce(
    (select max(l.at) from public.stage_ledger l where l.claim_id = c.id and l.action = 'assign'), c.updated_at) end;

create index claims_search_idx on public.claims using gin (search);
create index claims_changed_idx on public.claims (updated_at, id);
create index claims_new_idx on public.claims (created_at, id);
create index claims_due_idx on public.claims ((coalesce(due_on, 'infinity')), id);
create index claims_worth_idx on public.claims (check_worthiness, id);
create index claims_state_changed_idx on public.claims (state, updated_at, id);
create index claims_claimant_idx on public.claims (lower(claimant));
create index claims_pairs_idx on public.claims (lead_id, assigned_at) where second_id is not null;

-- The filter as a condition on `c`. Every value goes through format's quoting.
create function app_private.claim_condition(p_filter jsonb, p_today date) returns text
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

-- What a list is ordered by: expression, type and direction. Ties go by id, in the same direction.
create function app_private.claim_order(p_sort text, out expression text, out type text, out direction text)
language sql immutable set search_path = '' as $$
  select o.expression, o.type, o.direction from (values
    ('changed', 'c.updated_at', 'timestamptz', 'desc'),
    ('idle', 'c.updated_at', 'timestamptz', 'asc'),
    ('new', 'c.created_at', 'timestamptz', 'desc'),
    ('due', 'coalesce(c.due_on, ''infinity'')', 'date', 'asc'),
    ('worth', 'c.check_worthiness', 'real', 'desc')
  ) o (name, expression, type, direction) where o.name = p_sort
$$;

-- One row of the list as the pages know it.
create function app_private.claim_item(c public.claims) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', c.id, 'version', c.version, 'state', c.state, 'statement', c.statement, 'quote', c.exact,
    'claimant', c.claimant, 'type', c.type, 'checkWorthiness', c.check_worthiness, 'priority', c.priority,
    'articleId', c.article_id, 'articleTitle', v.title, 'outlet', v.outlet,
    'leadId', c.lead_id, 'leadName', l.name, 'secondId', c.second_id, 'secondName', s.name,
    'recusedIds', to_jsonb(c.recused), 'dueOn', c.due_on, 'createdAt', c.created_at, 'updatedAt', c.updated_at)
  from public.article_versions v
  left join public.profiles l on l.id = c.lead_id
  left join public.profiles s on s.id = c.second_id
  where v.id = c.article_version_id
$$;

-- One page of the claims of a filter. `p_after` is `next` of the page before it. `seq` is where the trail stood in the
-- very snapshot that the rows are of, so that news can be asked for from there without a gap.
create function public.list_claims(p_filter jsonb, p_sort text, p_after jsonb, p_limit int, p_today date)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  most int := least(greatest(p_limit, 1), 500);
  o record;
  beyond text := 'true';
  rows jsonb;
  keys jsonb;
begin
  if not app_private.role_at_least('reviewer') then return '{"rows": [], "next": null, "seq": 0}'; end if;
  select * into strict o from app_private.claim_order(p_sort);
  if p_after ? 'key' then
    beyond := format('(%s, c.id) %s (%L::%s, %L::uuid)', o.expression,
      case o.direction when 'asc' then '>' else '<' end, p_after ->> 'key', o.type, p_after ->> 'id');
  end if;
  -- One row more than asked tells whether there is a next page.
  execute format(
    'select coalesce(jsonb_agg(app_private.claim_item(page.c) order by page.n) filter (where page.n <= %1$s), ''[]''),
        jsonb_agg(jsonb_build_object(''key'', page.key, ''id'', (page.c).id) order by page.n)
          filter (where page.n in (%1$s, %1$s + 1))
      from (select c, (%2$s)::text as key, row_number() over (order by %2$s %3$s, c.id %3$s) as n
        from public.claims c where %4$s and %5$s order by %2$s %3$s, c.id %3$s limit %1$s + 1) page',
    most, o.expression, o.direction, app_private.claim_condition(p_filter, p_today), beyond)
  into rows, keys;
  return jsonb_build_object('rows', rows, 'seq', (select h.seq from app_private.audit_head h),
    'next', case when jsonb_array_length(keys) = 2 then keys -> 0 end);
end $$;

-- How many claims of a filter stand in each state.
create function public.count_claims(p_filter jsonb, p_today date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  counts jsonb;
begin
  if not app_private.role_at_least('reviewer') then return '{}'; end if;
  execute format('select coalesce(jsonb_object_agg(by_state.state, by_state.count), ''{}'')
    from (select c.state, count(*) from public.claims c where %s group by c.state) by_state',
    app_private.claim_condition(p_filter, p_today))
  into counts;
  return counts;
end $$;

-- The first claims of a filter in each of its states.
create function public.board_claims(p_filter jsonb, p_sort text, p_per_state int, p_today date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  most int := least(greatest(p_per_state, 1), 50);
  o record;
  board jsonb;
begin
  if not app_private.role_at_least('reviewer') then return '{"rows": [], "next": null, "seq": 0}'; end if;
  select * into strict o from app_private.claim_order(p_sort);
  execute format(
    'select coalesce(jsonb_agg(app_private.claim_item(cards.c) order by s.state, cards.n), ''[]'')
      from unnest(enum_range(null::public.claim_state)) s(state)
      cross join lateral (
        select c, row_number() over (order by %2$s %3$s, c.id %3$s) as n from public.claims c
        where c.state = s.state and %4$s order by %2$s %3$s, c.id %3$s limit %1$s) cards',
    most, o.expression, o.direction, app_private.claim_condition(p_filter, p_today))
  into board;
  return jsonb_build_object('rows', board, 'seq', (select h.seq from app_private.audit_head h), 'next', null);
end $$;

-- What happened to claims after an entry of the trail: the claims it names as they are now, and whether the filter holds
-- for them. Entries are numbered in the order in which they are committed, so nothing slips past who asks for what is
-- new. Only the claims are told, never the entries.
create function public.claim_news(p_filter jsonb, p_since bigint, p_today date) returns jsonb
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

revoke all on function app_private.search_words(text), app_private.index_claim_words(), app_private.note_assignment(),
  app_private.claim_condition(jsonb, date), app_private.claim_order(text), app_private.claim_item(public.claims) from public;
revoke all on function public.list_claims(jsonb, text, jsonb, int, date), public.count_claims(jsonb, date),
  public.board_claims(jsonb, text, int, date), public.claim_news(jsonb, bigint, date) from public, anon;
grant execute on function public.list_claims(jsonb, text, jsonb, int, date), public.count_claims(jsonb, date),
  public.board_claims(jsonb, text, int, date), public.claim_news(jsonb, bigint, date) to authenticated;

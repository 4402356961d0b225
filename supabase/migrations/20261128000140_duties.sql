-- Who checks, who decides, who publishes: never one person, unless an admin says in writing why. And a conflict of interest
-- ends every part in a claim.

-- Who declared one. On the claim itself, so that whoever judges a right has it at hand.
alter table public.claims add column recused uuid[] not null default '{}';

drop trigger claims_rights_told on public.claims;
create trigger claims_rights_told after update on public.claims for each row
  when ((old.state, old.lead_id, old.second_id, old.recused)
    is distinct from (new.state, new.lead_id, new.second_id, new.recused))
  execute function app_private.tell_rights_changed('claim', 'id');

-- Exceptions, with their written reason. They are published with the verdict.
create table public.duty_exceptions (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  kind text not null check (kind in ('second_wrote', 'publisher_checked')),
  person uuid not null references public.profiles (id),
  granted_by uuid not null references public.profiles (id),
  reason text not null check (char_length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp()
);
create index duty_exceptions_claim_idx on public.duty_exceptions (claim_id);
create trigger duty_exceptions_frozen before update or delete on public.duty_exceptions
  for each row execute function app_private.refuse_change();
create trigger duty_exceptions_kept before truncate on public.duty_exceptions
  for each statement execute function app_private.refuse_change();
alter table public.duty_exceptions enable row level security;
revoke all on public.duty_exceptions from public, anon, authenticated, service_role;
grant select on public.duty_exceptions to authenticated, service_role;
create policy duty_exceptions_read on public.duty_exceptions for select to authenticated
  using ((select app_private.role_at_least('reviewer')));
alter table public.published_verdicts add column exceptions jsonb not null default '[]';

create function app_private.except_duty(p_claim uuid, p_kind text, p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not app_private.role_at_least('admin') then
    raise exception 'An exception from the separation of duties needs an admin.' using errcode = 'PT403';
  end if;
  if char_length(p_reason) > 1000 then
    raise exception 'Shorten the reason of the exception to 1,000 characters.' using errcode = 'PT422';
  end if;
  insert into public.duty_exceptions (claim_id, kind, person, granted_by, reason)
    values (p_claim, p_kind, p_person, (select auth.uid()), p_reason);
end $$;

create or replace function app_private.check_second(
  c public.claims, p_lead uuid, p_second uuid, p_payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  except_for text := nullif(btrim(p_payload ->> 'exception'), '');
  conflicted text;
begin
  if p_lead = p_second then
    raise exception 'The second reviewer must be somebody else than the lead.' using errcode = 'PT422';
  end if;
  if app_private.role_of(p_lead) < 'reviewer' or app_private.role_of(p_second) < 'reviewer' then
    raise exception 'Only fact-checkers can be assigned.' using errcode = 'PT422';
  end if;
  select p.name into conflicted from public.profiles p where p.id in (p_lead, p_second) and p.id = any (c.recused) limit 1;
  if found then
    raise exception '% declared a conflict of interest on this claim; choose somebody else.', conflicted
      using errcode = 'PT422';
  end if;
  if exists (
    select from public.review_updates u where u.claim_id = c.id and u.author = p_second and not u.comments_only) then
    if except_for is null then
      raise exception 'The second reviewer has written in this review; choose somebody who has not.'
        using errcode = 'PT422';
    end if;
    perform app_private.except_duty(c.id, 'second_wrote', p_second, except_for);
  elsif except_for is not null then
    raise exception 'No exception is needed for this assignment.' using errcode = 'PT422';
  end if;
end $$;

-- Whoever checked a claim, or signed any verdict of the report, does not publish it.
create or replace function app_private.check_publisher(c public.claims, p_report uuid, p_request jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  except_for text := nullif(btrim(p_request ->> 'exception'), '');
  checked boolean := coalesce(me in (c.lead_id, c.second_id), false);
begin
  if not checked and not exists (
    select from public.sign_offs s where s.by = me and s.voided_at is null and (s.claim_id = c.id or s.claim_id in (
      select p.claim_id from public.published_verdicts p where p.report_id = p_report))) then
    return;
  end if;
  if except_for is null then
    raise exception '%', case when checked then 'A report is published by somebody who did not check its claims.'
      else 'A report is published by somebody who signed none of its verdicts.' end using errcode = 'PT403';
  end if;
  perform app_private.except_duty(c.id, 'publisher_checked', me, except_for);
end $$;
revoke all on function app_private.except_duty(uuid, text, uuid, text) from public;

-- What readers are told of exceptions is written at the moment of publication, like the rest of the copy.
create function app_private.publish_exceptions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'reason', e.reason, 'at', e.at) order by e.at), '[]')
    into new.exceptions from public.duty_exceptions e where e.claim_id = new.claim_id;
  return new;
end $$;
create trigger published_exceptions before insert on public.published_verdicts
  for each row execute function app_private.publish_exceptions();
revoke all on function app_private.publish_exceptions() from public;

-- Who cannot be made second reviewer of a claim, and why, so that a form says it before it is tried.
create function public.second_exclusions(p_claim uuid) returns table (person uuid, why text)
language sql stable security definer set search_path = '' as $$
  select r, 'conflict' from public.claims c, unnest(c.recused) r
    where c.id = p_claim and app_private.role_at_least('editor')
  union all
  select distinct u.author, 'wrote' from public.review_updates u
    where u.claim_id = p_claim and not u.comments_only and app_private.role_at_least('editor')
$$;
revoke all on function public.second_exclusions(uuid) from public, anon;
grant execute on function public.second_exclusions(uuid) to authenticated;

-- Declares a conflict of interest: every part that the caller has in this claim ends, for good.
create function public.declare_conflict(p_claim uuid, p_expected int, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  why text := btrim(p_reason);
  c public.claims;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.version is distinct from p_expected then perform app_private.refuse_stale(c); end if;
  if me = any (c.recused) then
    raise exception 'You have declared a conflict of interest on this claim already.' using errcode = 'PT422';
  end if;
  if coalesce(why, '') = '' then
    raise exception 'Say what the conflict is; it is kept in the trail.' using errcode = 'PT422';
  end if;
  if char_length(why) > 1000 then
    raise exception 'Shorten the reason to 1,000 characters.' using errcode = 'PT422';
  end if;
  update public.claims set recused = recused || me,
    lead_id = nullif(lead_id, me), second_id = nullif(second_id, me),
    version = version + 1, updated_at = clock_timestamp() where id = c.id;
  insert into public.stage_ledger (claim_id, action, from_state, to_state, actor, reason)
    values (c.id, 'recuse', c.state, c.state, me, why);
  perform app_private.record_audit(me, 'claim.recused', 'claim', c.id::text, jsonb_build_object('reason', why, 'was',
    case me when c.lead_id then 'lead' when c.second_id then 'second' end));
  return jsonb_build_object('state', c.state, 'version', c.version + 1);
end $$;
revoke all on function public.declare_conflict(uuid, int, text) from public, anon;
grant execute on function public.declare_conflict(uuid, int, text) to authenticated;

-- As before; and it says who was faster, and whoever declared a conflict takes no step.
create or replace function app_private.begin_transition(p_claim uuid, p_action text, p_expected int, p_reason text)
returns public.claims
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  held text[] := '{}';
  legal record;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.version is distinct from p_expected then perform app_private.refuse_stale(c); end if;
  if me = any (c.recused) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  if app_private.role_at_least('editor') then held := held || 'editor'::text; end if;
  if c.lead_id = me then held := held || 'lead'::text; end if;
  if c.second_id = me then held := held || 'second'::text; end if;
  select bool_or(t.by && held) as allowed, bool_or(t.reason_required) as reason_required into legal
    from public.workflow_transitions t where t.from_state = c.state and t.action = p_action;
  if legal.allowed is null then
    raise exception 'A claim that is % cannot take the action %.', c.state, p_action using errcode = 'PT422';
  end if;
  if not legal.allowed then
    raise exception 'You are not the person who may do this to this claim.' using errcode = 'PT403';
  end if;
  if legal.reason_required and coalesce(btrim(p_reason), '') = '' then
    raise exception 'This needs a reason.' using errcode = 'PT422';
  end if;
  return c;
end $$;

-- As before; and a conflict of interest does not open what its owner was blind to: until it is published, nothing of the
-- review is read by whoever declared one.
create or replace function app_private.may_read_review(p_claim uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_at_least('reviewer') and coalesce((
    select case
        when c.state in ('proposed', 'dismissed', 'open') or (select auth.uid()) = any (c.recused) then false
        when c.second_id = (select auth.uid()) then c.state <> 'in_review'
          and (c.state <> 'second_review' or public.second_verdict_given(c.id, (select auth.uid())))
        when c.state = 'second_review' then
          c.lead_id is not distinct from (select auth.uid()) or app_private.role_at_least('editor')
        else true end
      from public.claims c where c.id = p_claim), false)
$$;
create or replace function app_private.may_see_verdict(p_claim uuid, p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_at_least('reviewer') and not exists (
    select from public.claims c
    where c.id = p_claim and c.state in ('in_review', 'second_review')
      and not exists (select from public.second_verdicts s where s.version_id = p_version)
      and (c.second_id = (select auth.uid())
        or not (coalesce(c.lead_id = (select auth.uid()), false) or app_private.role_at_least('editor'))))
    and not exists (
      select from public.claims c
      where c.id = p_claim and c.second_id = (select auth.uid()) and c.state in ('in_review', 'second_review')
        and not exists (
          select from public.second_verdicts s
          where s.version_id = p_version and s.by = (select auth.uid())))
    and not exists (
      select from public.claims c where c.id = p_claim and (select auth.uid()) = any (c.recused)
        and c.state in ('in_review', 'second_review', 'disputed', 'approved'))
$$;
create or replace function app_private.is_blind_to(p_claim text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.claims c
    where c.id::text = p_claim and c.second_id = (select auth.uid()) and c.state in ('in_review', 'second_review')
      and not public.second_verdict_given(c.id, (select auth.uid())))
    or exists (
      select from public.claims c
      where c.id::text = p_claim and (select auth.uid()) = any (c.recused)
        and c.state in ('in_review', 'second_review', 'disputed', 'approved'))
$$;

-- What open sockets may do, as before; and who declared a conflict.
create or replace function public.review_standings(p_claims uuid[], p_people uuid[], p_sessions uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'people', coalesce((
      select jsonb_object_agg(p.id, jsonb_build_object('name', p.name, 'role', app_private.role_of(p.id)))
        from public.profiles p where p.id = any (p_people)), '{}'),
    'claims', coalesce((
      select jsonb_object_agg(c.id, jsonb_build_object(
          'state', c.state, 'leadId', c.lead_id, 'secondId', c.second_id, 'recusedIds', to_jsonb(c.recused),
          'revealed', c.second_id = any (p_people) and public.second_verdict_given(c.id, c.second_id),
          'round', (select count(*) from public.verdict_versions v where v.claim_id = c.id)))
        from public.claims c where c.id = any (p_claims)), '{}'),
    'sessions', coalesce((
      select jsonb_object_agg(s.id, s.user_id)
        from auth.sessions s join auth.users u on u.id = s.user_id
        where s.id = any (p_sessions)
          -- Read by name, because the embedded server has not all of the hosted one's columns.
          and to_jsonb(u) ->> 'deleted_at' is null
          and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()), '{}'))
$$;

-- As before; and whoever declared a conflict writes nothing any more.
create or replace function public.append_review_rows(
  p_claims uuid[], p_authors uuid[], p_edits int[], p_updates bytea[], p_comments_only boolean[], p_brought jsonb
) returns text[]
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  how_many int := cardinality(p_claims);
  is_alone boolean := how_many = 1;
  people uuid[];
  roles public.app_role[];
  known_claims uuid[];
  states public.claim_state[];
  seconds uuid[];
  doc_ids uuid[];
  heads bigint[];
  hashes bytea[];
  author_role public.app_role;
  claim_state public.claim_state;
  second uuid;
  last_n bigint;
  last_hash bytea;
  c int;
  d int;
  brings_clients boolean := false;
  mentions_people boolean := false;
  foreign_rows bigint[] := '{}';
  numbers bigint[] := '{}';
  befores bytea[] := '{}';
  afters bytea[] := '{}';
  outcomes text[] := '{}';
begin
  if how_many = 0 then return outcomes; end if;

  -- A right that ends waits for this commit, or ended before it.
  if is_alone then
    select u.role into author_role from app_private.user_roles u where u.user_id = p_authors[1] for share;
    select l.state, l.second_id into claim_state, second from public.claims l where l.id = p_claims[1] for share;
  else
    select array_agg(k.user_id), array_agg(k.role) into people, roles
      from (
        select u.user_id, u.role from app_private.user_roles u
          where u.user_id = any (p_authors) order by u.user_id for share) k;
    select array_agg(k.id), array_agg(k.state), array_agg(k.second_id) into known_claims, states, seconds
      from (
        select l.id, l.state, l.second_id from public.claims l
          where l.id = any (p_claims) order by l.id for share) k;
  end if;
  for attempt in 1 .. 2 loop
    if is_alone then
      select k.head, k.head_hash into last_n, last_hash
        from public.review_documents k where k.claim_id = p_claims[1] for update;
      exit when found;
    else
      select array_agg(k.claim_id), array_agg(k.head), array_agg(k.head_hash) into doc_ids, heads, hashes
        from (
          select o.claim_id, o.head, o.head_hash from public.review_documents o
            where o.claim_id = any (p_claims) order by o.claim_id for update) k;
      exit when cardinality(doc_ids) = cardinality(known_claims);
    end if;
    exit when attempt = 2;
    insert into public.review_documents (claim_id, head_hash)
      select l.id, sha256(uuid_send(l.id)) from public.claims l
        where l.id = any (p_claims)
          and not exists (select from public.review_documents k where k.claim_id = l.id)
        order by l.id
      on conflict do nothing;
  end loop;

  for i in 1 .. how_many loop
    if not is_alone then
      author_role := roles[array_position(people, p_authors[i])];
      c := array_position(known_claims, p_claims[i]);
      claim_state := states[c];
      second := seconds[c];
    end if;
    outcomes[i] := case
      when claim_state is null then 'no_claim'
      when exists (select from public.claims k where k.id = p_claims[i] and p_authors[i] = any (k.recused))
        then 'no_right'
      when p_comments_only[i] and claim_state = 'second_review' and second = p_authors[i]
          and public.second_verdict_given(p_claims[i], p_authors[i])
        then case when coalesce(author_role, 'reader') < 'reviewer' then 'no_right' end
      when claim_state <> 'in_review' then 'not_in_review'
      when coalesce(author_role, 'reader') < 'reviewer' then 'no_right'
      when second = p_authors[i] then 'second_reviewer'
    end;
  end loop;

  if p_brought is not null then
    select coalesce(bool_or(jsonb_array_length(b.client_ids) > 0), false),
        coalesce(bool_or(jsonb_array_length(b.mentions) > 0), false)
      into brings_clients, mentions_people
      from jsonb_to_recordset(p_brought) as b (client_ids jsonb, mentions jsonb);
  end if;
  if brings_clients then
    -- Of two who bring the same new id, the first one has it; then whoever holds somebody else's is refused.
    insert into public.review_clients (claim_id, client_id, user_id)
      select p_claims[b.place], k.id, p_authors[b.place]
        from rows from (jsonb_to_recordset(p_brought) as (client_ids bigint[])) with ordinality as b (client_ids, place),
          unnest(b.client_ids) k (id)
        where outcomes[b.place] is null
          and not exists (
            select from public.review_clients o where o.claim_id = p_claims[b.place] and o.client_id = k.id)
        order by b.place
      on conflict do nothing;
    select coalesce(array_agg(b.place), '{}') into foreign_rows
      from rows from (jsonb_to_recordset(p_brought) as (client_ids bigint[])) with ordinality as b (client_ids, place)
      where exists (
        select from unnest(b.client_ids) k (id)
          join public.review_clients o on o.claim_id = p_claims[b.place] and o.client_id = k.id
          where o.user_id <> p_authors[b.place]);
  end if;

  for i in 1 .. how_many loop
    if outcomes[i] is null and i = any (foreign_rows) then outcomes[i] := 'foreign_client'; end if;
    continue when outcomes[i] is not null;
    if not is_alone then
      d := array_position(doc_ids, p_claims[i]);
      last_n := heads[d];
      last_hash := hashes[d];
    end if;
    befores[i] := last_hash;
    last_n := last_n + 1;
    last_hash := sha256(last_hash || int8send(last_n) || uuid_send(p_authors[i]) || p_updates[i]);
    numbers[i] := last_n;
    afters[i] := last_hash;
    outcomes[i] := last_n::text;
    if not is_alone then
      heads[d] := last_n;
      hashes[d] := last_hash;
    end if;
  end loop;

  if not is_alone then
    insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash, comments_only)
      select p_claims[r], numbers[r], p_authors[r], p_edits[r], p_updates[r], befores[r], afters[r], p_comments_only[r]
        from generate_series(1, how_many) r where numbers[r] is not null;
    update public.review_documents k set head = h.head, head_hash = h.hash
      from unnest(doc_ids, heads, hashes) as h (claim_id, head, hash)
      where k.claim_id = h.claim_id and k.head <> h.head;
  elsif numbers[1] is not null then
    insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash, comments_only)
      values (p_claims[1], last_n, p_authors[1], p_edits[1], p_updates[1], befores[1], last_hash, p_comments_only[1]);
    update public.review_documents k set head = last_n, head_hash = last_hash where k.claim_id = p_claims[1];
  end if;

  if mentions_people then
    -- Whom the comments mention, and whose proposals were decided on. Somebody whom the desk does not know is nobody to
    -- tell.
    insert into public.review_mentions (claim_id, comment_id, person_id, by, outcome)
      select p_claims[b.place], m.comment, p.id, p_authors[b.place], coalesce(m.outcome, '')
        from rows from (jsonb_to_recordset(p_brought) as (mentions jsonb)) with ordinality as b (mentions, place),
        jsonb_to_recordset(b.mentions) as m (comment text, person text, outcome text)
        join public.profiles p on p.id::text = m.person
        where numbers[b.place] is not null and jsonb_array_length(b.mentions) > 0 and p.id <> p_authors[b.place]
      on conflict do nothing;
  end if;

  return outcomes;
end $$;

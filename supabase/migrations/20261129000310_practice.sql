-- Practice: settled claims that people try their hand on, to see how far they are from the desk. It has tables of its own and
-- touches no claim and no ledger, so that nothing that is counted can count it.
create table public.practice_cases (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  -- What is known: the verdict as it was signed when the case was made.
  version_id uuid not null references public.verdict_versions (id),
  marked_by uuid not null references public.profiles (id),
  marked_at timestamptz not null default clock_timestamp(),
  ended_by uuid references public.profiles (id),
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index practice_cases_open_idx on public.practice_cases (claim_id) where ended_at is null;

create table public.practice_answers (
  id bigint generated always as identity primary key,
  case_id uuid not null references public.practice_cases (id),
  person_id uuid not null references public.profiles (id),
  -- The first one counts, the others are for learning.
  attempt int not null check (attempt between 1 and 50),
  rating public.rating not null,
  sure text not null check (sure in ('unsure', 'fairly', 'very')),
  reason text not null check (char_length(btrim(reason)) between 1 and 2000),
  answered_at timestamptz not null default clock_timestamp(),
  unique (case_id, person_id, attempt)
);
create index practice_answers_person_idx on public.practice_answers (person_id, answered_at);
create trigger practice_answers_frozen before update or delete on public.practice_answers
  for each row execute function app_private.refuse_change();
create trigger practice_answers_kept before truncate on public.practice_answers
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.practice_cases', 'people');
select app_private.guard_while_read_only('public.practice_answers', 'people');

-- Read through the functions below alone.
alter table public.practice_cases enable row level security;
alter table public.practice_answers enable row level security;
revoke all on public.practice_cases, public.practice_answers from public, anon, authenticated, service_role;

-- Whether this person had a part in a claim, and so knows its verdict: lead, second, whoever wrote in it, decided, signed,
-- published or stepped back.
create function app_private.had_a_part(p_claim uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
      select from public.claims c where c.id = p_claim
        and (p_person in (c.lead_id, c.second_id) or p_person = any (c.recused)))
    or exists (select from public.review_updates u where u.claim_id = p_claim and u.author = p_person)
    or exists (select from public.verdict_versions v where v.claim_id = p_claim and v.submitted_by = p_person)
    or exists (select from public.guest_links g where g.claim_id = p_claim and g.created_by = p_person)
    or exists (select from public.stage_ledger l where l.claim_id = p_claim and l.actor = p_person
      and l.action not in ('propose', 'accept', 'dismiss', 'restore', 'edit_statement', 'split', 'merge', 'assign'))
$$;

-- A case is a closed one: its claim is settled, and its verdict still the one that the case was made with.
create function app_private.is_closed_case(k public.practice_cases) returns boolean
language sql stable security definer set search_path = '' as $$
  select k.ended_at is null
    and exists (select from public.claims c where c.id = k.claim_id and c.state in ('approved', 'published'))
    and (app_private.latest_version(k.claim_id)).id = k.version_id
$$;

create function app_private.may_practise(k public.practice_cases, p_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_of(p_person) >= 'reviewer' and app_private.is_closed_case(k)
    and k.marked_by <> p_person and not app_private.had_a_part(k.claim_id, p_person)
$$;

create function public.mark_practice_case(p_claim uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  c public.claims;
  k public.practice_cases;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.state not in ('approved', 'published') then
    raise exception 'A practice case is a claim that is approved or published.' using errcode = 'PT422';
  end if;
  if not app_private.may_see_verdict(c.id, (app_private.latest_version(c.id)).id) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  select * into k from public.practice_cases where claim_id = c.id and ended_at is null for update;
  if found then
    if app_private.is_closed_case(k) then
      raise exception 'This claim is a practice case already.' using errcode = 'PT422';
    end if;
    -- Its verdict has changed since: what people answered stays with what was known then.
    update public.practice_cases set ended_by = me, ended_at = clock_timestamp() where id = k.id;
  end if;
  insert into public.practice_cases (claim_id, version_id, marked_by)
    values (c.id, (app_private.latest_version(c.id)).id, me) returning * into k;
  perform app_private.record_audit(me, 'practice.case_marked', 'desk', k.id::text, jsonb_build_object('claim', c.id));
  return k.id;
end $$;

create function public.end_practice_case(p_case uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
begin
  update public.practice_cases set ended_by = me, ended_at = clock_timestamp() where id = p_case and ended_at is null;
  if not found then raise exception 'There is no such practice case.' using errcode = 'PT404'; end if;
  perform app_private.record_audit(me, 'practice.case_ended', 'desk', p_case::text, '{}');
end $$;

-- What the caller can try, with how often they did: those not tried yet first. Says nothing of verdicts.
create function public.practice_offers() returns table (id uuid, statement text, article text, attempts int)
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  return query
    select k.id, c.statement, v.title, (
        select count(*)::int from public.practice_answers a where a.case_id = k.id and a.person_id = me) as tried
      from public.practice_cases k join public.claims c on c.id = k.claim_id
        join public.article_versions v on v.id = c.article_version_id
      where k.ended_at is null and app_private.may_practise(k, me)
      order by tried, k.marked_at, k.id limit 100;
end $$;

-- One case as somebody sees it who has yet to judge: claim and sources, without what was made of them. Null where there is
-- none, or none for the caller.
create function public.practice_case(p_case uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  return (
    select jsonb_build_object('id', k.id, 'statement', v.content::jsonb #>> '{claim,statement}',
        'articleVersionId', c.article_version_id, 'start', c.start_offset, 'end', c.end_offset,
        'attempts', (select count(*) from public.practice_answers a where a.case_id = k.id and a.person_id = me),
        'evidence', (
          select jsonb_agg(item || '{"stance": "context", "note": ""}' order by place)
            from jsonb_array_elements(v.content::jsonb -> 'evidence') with ordinality e (item, place)))
      from public.practice_cases k join public.claims c on c.id = k.claim_id
        join public.verdict_versions v on v.id = k.version_id
      where k.id = p_case and app_private.may_practise(k, me));
end $$;

-- Keeps an answer and says which of the caller's on this case it is. Practising is a person's own affair and leaves no entry
-- in the trail, where every colleague would read who did; the row itself can never be changed.
create function public.answer_practice_case(p_case uuid, p_rating public.rating, p_sure text, p_reason text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  k public.practice_cases;
  n int;
begin
  select * into k from public.practice_cases where id = p_case for update;
  if not found or not app_private.may_practise(k, me) then
    raise exception 'There is no such practice case for you, or not any more.' using errcode = 'PT404';
  end if;
  if p_rating is null then raise exception 'Choose a rating.' using errcode = 'PT422'; end if;
  select 1 + count(*) into n from public.practice_answers where case_id = k.id and person_id = me;
  if n > 50 then raise exception 'You have tried this case 50 times; take another one.' using errcode = 'PT422'; end if;
  insert into public.practice_answers (case_id, person_id, attempt, rating, sure, reason)
    values (k.id, me, n, p_rating, p_sure, btrim(p_reason));
  return n;
end $$;

-- What the desk said, to whoever has answered: the signed text and the caller's own answers. Not while the claim is judged
-- anew and the caller must not read the verdict.
create function public.practice_outcome(p_case uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  return (
    select jsonb_build_object('content', v.content, 'contentHash', v.content_hash, 'number', v.number,
        'answers', (
          select jsonb_agg(jsonb_build_object('attempt', a.attempt, 'rating', a.rating, 'sure', a.sure,
              'reason', a.reason, 'answeredAt', a.answered_at) order by a.attempt)
            from public.practice_answers a where a.case_id = k.id and a.person_id = me))
      from public.practice_cases k join public.verdict_versions v on v.id = k.version_id
      where k.id = p_case and app_private.may_see_verdict(k.claim_id, k.version_id)
        and exists (select from public.practice_answers a where a.case_id = k.id and a.person_id = me));
end $$;

-- The caller's first answers beside what was known, the latest first.
create function public.practice_record() returns table (
  case_id uuid, statement text, known public.rating, given public.rating, sure text, answered_at timestamptz, attempts int)
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
begin
  return query
    select a.case_id, v.content::jsonb #>> '{claim,statement}', v.rating, a.rating, a.sure, a.answered_at, (
        select count(*)::int from public.practice_answers o where o.case_id = a.case_id and o.person_id = me)
      from public.practice_answers a join public.practice_cases k on k.id = a.case_id
        join public.verdict_versions v on v.id = k.version_id
      where a.person_id = me and a.attempt = 1 and app_private.may_see_verdict(k.claim_id, k.version_id)
      order by a.answered_at desc limit 500;
end $$;

-- Who practised and how, for editors: first answers against what was known, [[known, given, cases], ...]. A table of fewer
-- than five cases does not leave the database.
create function public.practice_people() returns table (
  person_id uuid, name text, cases int, attempts int, last_at timestamptz, cells jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select p.id, p.name, t.first_tries, t.tries, t.newest, case when t.first_tries >= 5 then (
        select jsonb_agg(jsonb_build_array(x.known, x.given, x.n) order by x.known, x.given) from (
          select v.rating as known, a.rating as given, count(*)::int as n
            from public.practice_answers a join public.practice_cases k on k.id = a.case_id
              join public.verdict_versions v on v.id = k.version_id
            where a.person_id = p.id and a.attempt = 1 group by 1, 2) x) end
      from (
        select a.person_id as who, count(*) filter (where a.attempt = 1)::int as first_tries, count(*)::int as tries,
            max(a.answered_at) as newest
          from public.practice_answers a group by 1) t
        join public.profiles p on p.id = t.who
      order by t.newest desc, p.id limit 200;
end $$;

-- The cases there are, for editors. Says nothing of verdicts either.
create function public.practice_cases_kept() returns table (
  id uuid, claim_id uuid, statement text, is_closed boolean, people int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform app_private.require_role('editor');
  return query
    select k.id, k.claim_id, c.statement, app_private.is_closed_case(k), (
        select count(distinct a.person_id)::int from public.practice_answers a where a.case_id = k.id)
      from public.practice_cases k join public.claims c on c.id = k.claim_id
      where k.ended_at is null order by k.marked_at desc, k.id limit 200;
end $$;

revoke all on function app_private.had_a_part(uuid, uuid), app_private.is_closed_case(public.practice_cases),
  app_private.may_practise(public.practice_cases, uuid) from public;
revoke all on function public.mark_practice_case(uuid), public.end_practice_case(uuid), public.practice_offers(),
  public.practice_case(uuid), public.answer_practice_case(uuid, public.rating, text, text),
  public.practice_outcome(uuid), public.practice_record(), public.practice_people(), public.practice_cases_kept()
  from public, anon, authenticated, service_role;
grant execute on function public.mark_practice_case(uuid), public.end_practice_case(uuid), public.practice_offers(),
  public.practice_case(uuid), public.answer_practice_case(uuid, public.rating, text, text),
  public.practice_outcome(uuid), public.practice_record(), public.practice_people(), public.practice_cases_kept()
  to authenticated;

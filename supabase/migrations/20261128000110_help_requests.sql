-- A review whose writers are stuck says so, with a question that colleagues can answer. It moves nothing: the claim stays
-- where it is, and its version with it.
create table public.help_requests (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  question text not null check (char_length(question) between 1 and 1000),
  asked_by uuid not null references public.profiles (id),
  asked_at timestamptz not null default clock_timestamp(),
  answer text check (char_length(answer) between 1 and 2000),
  answered_by uuid references public.profiles (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create unique index help_requests_open_idx on public.help_requests (claim_id) where answered_at is null;
create index help_requests_claim_idx on public.help_requests (claim_id, asked_at);

-- Answered once, and nothing else about it can change.
create function app_private.only_answer() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.answered_at is null and new.answered_at is not null
     and (to_jsonb(new) - '{answer,answered_by,answered_at}'::text[])
       = (to_jsonb(old) - '{answer,answered_by,answered_at}'::text[]) then
    return new;
  end if;
  raise exception 'help_requests is append-only: % refused', tg_op using errcode = '42501';
end $$;
create trigger help_requests_frozen before update or delete on public.help_requests
  for each row execute function app_private.only_answer();
create trigger help_requests_kept before truncate on public.help_requests
  for each statement execute function app_private.refuse_change();

-- Whether the caller may read a review as it is now: never a second reviewer who has not decided, and while they are
-- awaited nobody who might still be asked instead. The same rule as `reviewAccess` in the domain.
create function app_private.may_read_review(p_claim uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.role_at_least('reviewer') and coalesce((
    select case
        when c.state in ('proposed', 'dismissed', 'open') then false
        when c.second_id = (select auth.uid()) then c.state <> 'in_review'
          and (c.state <> 'second_review' or public.second_verdict_given(c.id, (select auth.uid())))
        when c.state = 'second_review' then
          c.lead_id is not distinct from (select auth.uid()) or app_private.role_at_least('editor')
        else true end
      from public.claims c where c.id = p_claim), false)
$$;

alter table public.help_requests enable row level security;
revoke all on public.help_requests from public, anon, authenticated, service_role;
grant select on public.help_requests to authenticated, service_role;
create policy help_requests_read on public.help_requests for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));

-- What was asked and answered can tell what the verdict will be, so it is read in the trail by whoever may read the review.
drop policy audit_read on public.audit_events;
create policy audit_read on public.audit_events for select to authenticated
  using ((select app_private.role_at_least('reviewer'))
    and (entity <> 'claim'
      or action in ('claim.proposed', 'claim.accepted', 'claim.statement_edited', 'claim.assigned', 'review.submitted')
      or (not app_private.is_blind_to(entity_id)
        and (action not in ('review.help_asked', 'review.help_answered')
          or app_private.may_read_review(entity_id::uuid)))));

create function public.ask_for_help(p_claim uuid, p_question text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  asked text := btrim(p_question);
  c public.claims;
  r public.help_requests;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.state <> 'in_review' or not app_private.may_read_review(c.id) then
    raise exception 'Help is asked for by who can write in the review, while it is written.' using errcode = 'PT403';
  end if;
  if coalesce(asked, '') = '' then
    raise exception 'Say what you need help with.' using errcode = 'PT422';
  end if;
  if exists (select from public.help_requests where claim_id = c.id and answered_at is null) then
    raise exception 'Help is asked for already. Answer that question first.' using errcode = 'PT422';
  end if;
  insert into public.help_requests (claim_id, question, asked_by) values (c.id, asked, me) returning * into r;
  perform app_private.record_audit(me, 'review.help_asked', 'claim', c.id::text, jsonb_build_object('question', r.question));
  return r.id;
end $$;

create function public.answer_help(p_request uuid, p_answer text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  answered text := btrim(p_answer);
  r public.help_requests;
begin
  select * into r from public.help_requests where id = p_request for update;
  if not found or not app_private.may_read_review(r.claim_id) then
    raise exception 'There is no such question.' using errcode = 'PT404';
  end if;
  if r.answered_at is not null then
    raise exception '% answered this question %. What you typed is still here.',
      (select name from public.profiles where id = r.answered_by), app_private.ago(r.answered_at) using errcode = 'PT409';
  end if;
  if coalesce(answered, '') = '' then
    raise exception 'Answer in a few words, also when the question is settled.' using errcode = 'PT422';
  end if;
  update public.help_requests set answer = answered, answered_by = me, answered_at = clock_timestamp() where id = r.id;
  perform app_private.record_audit(me, 'review.help_answered', 'claim', r.claim_id::text,
    jsonb_build_object('question', r.question, 'answer', answered));
end $$;

-- As before; and who asked for help is the desk's own business too.
create or replace function public.public_trail(p_slug text)
returns table (seq bigint, at timestamptz, action text, entity text, entity_id text, capacity text, hash text)
language sql stable security definer set search_path = '' as $$
  with r as (select * from public.reports where slug = p_slug),
  v as (select p.claim_id from public.published_verdicts p join r on r.id = p.report_id)
  select e.seq, e.at, e.action, e.entity, e.entity_id,
    coalesce(e.payload ->> 'capacity', 'editor'),
    encode(e.hash, 'hex')
  from public.audit_events e
  left join v on e.entity = 'claim' and e.entity_id = v.claim_id::text
  where e.action not in ('claim.match_confirmed', 'claim.match_rejected', 'review.write_refused', 'review.help_asked',
      'review.help_answered') and (
    v.claim_id is not null
     or (e.entity = 'report' and e.entity_id = (select id::text from r))
     or (e.entity = 'article' and e.entity_id = (select article_id::text from r)))
  order by e.seq
$$;

revoke all on function app_private.only_answer(), app_private.may_read_review(uuid) from public;
grant execute on function app_private.may_read_review(uuid) to authenticated;
revoke all on function public.ask_for_help(uuid, text), public.answer_help(uuid, text) from public, anon;
grant execute on function public.ask_for_help(uuid, text), public.answer_help(uuid, text) to authenticated;

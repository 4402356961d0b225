-- Right of reply: whom the desk asked about a claim, when, by which way and until when; and what came of it. Both rows are
-- written once. Who is asked and what they answer shows where a review is going, so it is read by whoever may read the
-- review now: never by a second reviewer who has not decided. The trail names neither persons nor words.
create table public.reply_requests (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  asked text not null check (char_length(asked) between 1 and 200),
  channel text not null check (channel in ('email', 'phone', 'letter', 'form', 'social', 'in_person', 'other')),
  asked_on date not null,
  due_on date not null,
  recorded_by uuid not null references public.profiles (id),
  recorded_at timestamptz not null default clock_timestamp(),
  check (due_on >= asked_on)
);
create index reply_requests_claim_idx on public.reply_requests (claim_id, recorded_at);
create table public.reply_answers (
  request_id uuid primary key references public.reply_requests (id),
  kind text not null check (kind in ('answered', 'declined', 'silence')),
  words text not null check (char_length(words) <= 4000 and (kind <> 'answered' or words <> '')),
  answered_on date not null,
  recorded_by uuid not null references public.profiles (id),
  recorded_at timestamptz not null default clock_timestamp()
);

do $$
declare
  t text;
begin
  foreach t in array array['reply_requests', 'reply_answers'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_kept', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    execute format('grant select on public.%I to authenticated, service_role', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;
create policy reply_requests_read on public.reply_requests for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));
create policy reply_answers_read on public.reply_answers for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and exists (
    select from public.reply_requests r where r.id = request_id and app_private.may_read_review(r.claim_id)));

-- The lead and the editors, as far as they may read the review.
create function app_private.require_reply_writer(p_claim uuid) returns public.claims
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if not app_private.may_read_review(c.id)
     or not (coalesce(c.lead_id = me, false) or app_private.role_at_least('editor')) then
    raise exception 'The right of reply is recorded by the lead and the editors of a review.' using errcode = 'PT403';
  end if;
  return c;
end $$;

create function public.record_reply_request(p_claim uuid, p_request jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims := app_private.require_reply_writer(p_claim);
  r public.reply_requests;
begin
  if (p_request ->> 'askedOn')::date > (clock_timestamp() at time zone 'UTC')::date + 1 then
    raise exception 'The day on which they were asked lies ahead.' using errcode = 'PT422';
  end if;
  insert into public.reply_requests (claim_id, asked, channel, asked_on, due_on, recorded_by)
    values (c.id, btrim(p_request ->> 'asked'), p_request ->> 'channel', (p_request ->> 'askedOn')::date,
      (p_request ->> 'dueOn')::date, (select auth.uid())) returning * into r;
  perform app_private.record_audit((select auth.uid()), 'review.reply_asked', 'claim', c.id::text, jsonb_build_object(
    'channel', r.channel, 'askedOn', r.asked_on, 'dueOn', r.due_on));
  return r.id;
exception
  when check_violation or not_null_violation or invalid_datetime_format or datetime_field_overflow then
    raise exception 'Say whom you asked, how, on which day, and until which later day they can answer.'
      using errcode = 'PT422';
end $$;

create function public.record_reply_answer(p_request uuid, p_answer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.reply_requests;
  c public.claims;
  a public.reply_answers;
begin
  perform app_private.require_role('reviewer');
  select * into r from public.reply_requests where id = p_request;
  if not found or not app_private.may_read_review(r.claim_id) then
    raise exception 'There is no such request.' using errcode = 'PT404';
  end if;
  c := app_private.require_reply_writer(r.claim_id);
  select * into a from public.reply_answers where request_id = r.id;
  if found then
    raise exception '% recorded what came of it %. What you typed is still here.',
      (select name from public.profiles where id = a.recorded_by), app_private.ago(a.recorded_at) using errcode = 'PT409';
  end if;
  if p_answer ->> 'kind' = 'silence' and r.due_on >= (clock_timestamp() at time zone 'UTC')::date then
    raise exception 'They can still answer until the end of %.', r.due_on using errcode = 'PT422';
  end if;
  if (p_answer ->> 'answeredOn')::date < r.asked_on
     or (p_answer ->> 'answeredOn')::date > (clock_timestamp() at time zone 'UTC')::date + 1 then
    raise exception 'The day of the answer lies after the day of the question, and not ahead.' using errcode = 'PT422';
  end if;
  insert into public.reply_answers (request_id, kind, words, answered_on, recorded_by)
    values (r.id, p_answer ->> 'kind', coalesce(btrim(p_answer ->> 'words'), ''), (p_answer ->> 'answeredOn')::date,
      (select auth.uid())) returning * into a;
  perform app_private.record_audit((select auth.uid()), 'review.reply_recorded', 'claim', c.id::text,
    jsonb_build_object('kind', a.kind, 'answeredOn', a.answered_on));
exception
  when check_violation or not_null_violation or invalid_datetime_format or datetime_field_overflow then
    raise exception 'Say what came of it and when; an answer in up to 4,000 characters.' using errcode = 'PT422';
end $$;

revoke all on function app_private.require_reply_writer(uuid) from public;
revoke all on function public.record_reply_request(uuid, jsonb), public.record_reply_answer(uuid, jsonb)
  from public, anon;
grant execute on function public.record_reply_request(uuid, jsonb), public.record_reply_answer(uuid, jsonb)
  to authenticated;

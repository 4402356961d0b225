-- Somebody from outside is asked about one claim: by a link that its lead or an editor makes, that ends by itself, and that
-- takes one answer. What is answered is kept as it came; it becomes evidence when the lead takes it over, in the shared
-- document, like everything else that stands there.
create table public.guest_links (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  expert text not null check (char_length(btrim(expert)) between 2 and 120),
  affiliation text not null check (char_length(affiliation) <= 200),
  question text not null check (char_length(btrim(question)) between 1 and 1000),
  -- SHA-256 of the link's secret, which is shown once and kept nowhere.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references public.profiles (id),
  check (expires_at <= created_at + interval '30 days'),
  check ((revoked_at is null) = (revoked_by is null))
);
create index guest_links_claim_idx on public.guest_links (claim_id, created_at);

create table public.guest_answers (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null unique references public.guest_links (id),
  claim_id uuid not null references public.claims (id),
  question text not null,
  -- How readers are told who this is: by name, or as an expert in something where the name is not to be used.
  shown_as text not null check (char_length(shown_as) between 2 and 400),
  named boolean not null,
  words text not null check (char_length(btrim(words)) between 1 and 6000),
  stance text not null check (stance in ('supports', 'refutes', 'context')),
  sure text not null check (sure in ('unsure', 'fairly', 'very')),
  sources text[] not null check (cardinality(sources) <= 10),
  has_conflict boolean not null,
  interests text not null check (char_length(interests) <= 1000 and (btrim(interests) <> '' or not has_conflict)),
  answered_at timestamptz not null default clock_timestamp(),
  taken_up_by uuid references public.profiles (id),
  taken_up_at timestamptz,
  check ((taken_up_by is null) = (taken_up_at is null))
);
create index guest_answers_claim_idx on public.guest_answers (claim_id, answered_at);

-- Taken up once, and nothing else about it can change.
create function app_private.only_take_up() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.taken_up_at is null and new.taken_up_at is not null
     and (to_jsonb(new) - '{taken_up_at,taken_up_by}'::text[]) = (to_jsonb(old) - '{taken_up_at,taken_up_by}'::text[]) then
    return new;
  end if;
  raise exception 'guest_answers is append-only: % refused', tg_op using errcode = '42501';
end $$;
create trigger guest_answers_frozen before update or delete on public.guest_answers
  for each row execute function app_private.only_take_up();
create trigger guest_answers_kept before truncate on public.guest_answers
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.guest_links', 'always');
select app_private.guard_while_read_only('public.guest_answers', 'always');

-- Whether the caller may ask experts about this claim, and end what was asked: its lead and the editors, but for whoever
-- decides second or declared a conflict. The same rule as `mayAskExperts` in the domain, which also knows the state.
create function app_private.may_ask_experts(c public.claims) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select auth.uid()) <> all (c.recused) and c.second_id is distinct from (select auth.uid())
    and app_private.role_at_least('reviewer')
    and (c.lead_id = (select auth.uid()) or app_private.role_at_least('editor')), false)
$$;

create function app_private.may_see_experts(p_claim uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app_private.may_read_review(p_claim) and (app_private.role_at_least('editor')
    or exists (select from public.claims c where c.id = p_claim and c.lead_id = (select auth.uid())))
$$;

alter table public.guest_links enable row level security;
alter table public.guest_answers enable row level security;
revoke all on public.guest_links, public.guest_answers from public, anon, authenticated, service_role;
-- Not the hash of the secret.
grant select (id, claim_id, expert, affiliation, question, created_by, created_at, expires_at, opened_at, revoked_at)
  on public.guest_links to authenticated;
grant select on public.guest_answers to authenticated;
-- Whoever an answer is from stays with those who asked, because its author may have wanted it so.
create policy guest_links_read on public.guest_links for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_see_experts(claim_id));
-- What an expert says can tell what the verdict will be, so it is read by whoever may read the review.
create policy guest_answers_read on public.guest_answers for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));

-- Where a link stands now. A claim that came back into review opens its links again.
create function app_private.guest_status(l public.guest_links) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when exists (select from public.guest_answers a where a.link_id = l.id) then 'answered'
    when l.revoked_at is not null then 'revoked'
    when l.expires_at <= now() then 'expired'
    when (select c.state from public.claims c where c.id = l.claim_id) <> 'in_review' then 'moved_on'
    else 'open' end
$$;

-- The trail names neither the expert nor what was asked: it can never be made to forget them. Its entries are of the
-- review and not of the claim, by which no public trail has them.
create function public.create_guest_link(
  p_claim uuid, p_expert text, p_affiliation text, p_question text, p_days int, p_token_hash text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  l public.guest_links;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if c.state <> 'in_review' or not app_private.may_ask_experts(c) then
    raise exception 'An expert is asked by the lead or an editor, while the claim is in review.' using errcode = 'PT403';
  end if;
  if coalesce(p_days, 0) not between 1 and 30 then
    raise exception 'A link is good for 1 to 30 days.' using errcode = 'PT422';
  end if;
  if (select count(*) from public.guest_links g where g.claim_id = c.id and app_private.guest_status(g) = 'open') >= 10 then
    raise exception 'Ten experts are asked about this claim and have not answered. Take a link back first.'
      using errcode = 'PT422';
  end if;
  insert into public.guest_links (claim_id, expert, affiliation, question, token_hash, created_by, expires_at)
    values (c.id, btrim(p_expert), btrim(coalesce(p_affiliation, '')), btrim(p_question), p_token_hash, me,
      now() + make_interval(days => p_days)) returning * into l;
  perform app_private.record_audit(me, 'review.expert_asked', 'review', c.id::text,
    jsonb_build_object('link', l.id, 'days', p_days));
  return l.id;
end $$;

create function public.revoke_guest_link(p_link uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  l public.guest_links;
  c public.claims;
begin
  select * into l from public.guest_links where id = p_link for update;
  select * into c from public.claims where id = l.claim_id;
  if l.id is null or not app_private.may_ask_experts(c) then
    raise exception 'There is no such link.' using errcode = 'PT404';
  end if;
  if app_private.guest_status(l) not in ('open', 'moved_on') then
    raise exception 'This link is not open any more: it was answered, taken back or has run out.' using errcode = 'PT422';
  end if;
  update public.guest_links set revoked_at = clock_timestamp(), revoked_by = me where id = l.id;
  perform app_private.record_audit(me, 'review.expert_link_revoked', 'review', c.id::text, jsonb_build_object('link', l.id));
end $$;

-- For the server only, which is given the secret by whoever opens the link: what its page is about, or why it is shut.
-- That it was opened is noted the first time, and never while nothing may be written.
create function public.open_guest_link(p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  l public.guest_links;
  status text;
begin
  select * into l from public.guest_links where token_hash = p_token_hash;
  if not found then return null; end if;
  status := app_private.guest_status(l);
  if status <> 'open' then return jsonb_build_object('status', status); end if;
  if l.opened_at is null and not app_private.is_read_only() then
    update public.guest_links set opened_at = clock_timestamp() where id = l.id and opened_at is null;
    if found then
      perform app_private.record_audit(null, 'review.expert_opened', 'review', l.claim_id::text,
        jsonb_build_object('link', l.id));
    end if;
  end if;
  return (
    select jsonb_build_object('status', status, 'expert', l.expert, 'affiliation', l.affiliation, 'question', l.question,
        'expiresAt', l.expires_at, 'claimId', c.id, 'statement', c.statement, 'start', c.start_offset, 'end', c.end_offset,
        'article', jsonb_build_object('title', v.title, 'outlet', v.outlet, 'publishedOn', v.published_on,
          'language', v.language, 'text', v.text))
      from public.claims c join public.article_versions v on v.id = c.article_version_id where c.id = l.claim_id);
end $$;

create function public.answer_guest_link(p_token_hash text, p_answer jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  l public.guest_links;
  c public.claims;
  a public.guest_answers;
  status text;
begin
  select * into l from public.guest_links where token_hash = p_token_hash for update;
  if not found then raise exception 'This link is not known.' using errcode = 'PT404'; end if;
  -- Nobody submits the review while the answer comes in.
  select * into c from public.claims where id = l.claim_id for share;
  status := app_private.guest_status(l);
  if status <> 'open' then
    raise exception '%', case status
        when 'answered' then 'This link has been answered already. An answer cannot be changed.'
        when 'revoked' then 'The desk has taken this link back. Nothing was sent.'
        when 'expired' then 'This link has run out. Nothing was sent; ask the desk for another one.'
        else 'The review of this claim was closed meanwhile. Nothing was sent.' end using errcode = 'PT422';
  end if;
  insert into public.guest_answers (
    link_id, claim_id, question, shown_as, named, words, stance, sure, sources, has_conflict, interests)
  values (l.id, c.id, l.question,
    case when (p_answer ->> 'named')::boolean then concat_ws(', ', l.expert, nullif(l.affiliation, ''))
      else 'An expert in ' || btrim(p_answer ->> 'field') end,
    (p_answer ->> 'named')::boolean, btrim(p_answer ->> 'words'), p_answer ->> 'stance', p_answer ->> 'sure',
    array(select jsonb_array_elements_text(p_answer -> 'sources')), (p_answer ->> 'hasConflict')::boolean,
    btrim(p_answer ->> 'interests'))
  returning * into a;
  perform app_private.record_audit(null, 'review.expert_answered', 'review', c.id::text,
    jsonb_build_object('link', l.id, 'answer', a.id));
  perform app_private.notify('guest_answer', c, null, 'guest ' || a.id,
    case when l.created_by <> all (c.recused) then l.created_by end);
  return a.id;
end $$;

-- Says that an answer stands in the evidence now; whoever calls has looked. Putting it there is an edit of the document.
create function public.take_up_guest_answer(p_answer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  a public.guest_answers;
  c public.claims;
begin
  select * into a from public.guest_answers where id = p_answer for update;
  if not found or not app_private.may_read_review(a.claim_id) then
    raise exception 'There is no such answer.' using errcode = 'PT404';
  end if;
  select * into c from public.claims where id = a.claim_id for share;
  if c.state <> 'in_review' or not app_private.may_ask_experts(c) then
    raise exception 'An answer is taken into the evidence by the lead or an editor, while the claim is in review.'
      using errcode = 'PT403';
  end if;
  if a.taken_up_at is not null then
    raise exception '% took this answer into the evidence %.',
      (select name from public.profiles where id = a.taken_up_by), app_private.ago(a.taken_up_at) using errcode = 'PT409';
  end if;
  update public.guest_answers set taken_up_by = me, taken_up_at = clock_timestamp() where id = a.id;
  perform app_private.record_audit(me, 'review.expert_taken_up', 'review', c.id::text,
    jsonb_build_object('link', a.link_id, 'answer', a.id));
end $$;

insert into public.notification_kinds (kind, channel, hidden) values ('expert_answered', 'email', 'discussion');
insert into public.notification_rules (event, audience, kind) values
  ('guest_answer', 'lead', 'expert_answered'),
  ('guest_answer', 'person', 'expert_answered');

revoke all on function app_private.only_take_up(), app_private.may_ask_experts(public.claims),
  app_private.may_see_experts(uuid), app_private.guest_status(public.guest_links) from public;
grant execute on function app_private.may_see_experts(uuid) to authenticated;
revoke all on function public.create_guest_link(uuid, text, text, text, int, text), public.revoke_guest_link(uuid),
  public.open_guest_link(text), public.answer_guest_link(text, jsonb), public.take_up_guest_answer(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.create_guest_link(uuid, text, text, text, int, text), public.revoke_guest_link(uuid),
  public.take_up_guest_answer(uuid) to authenticated;
grant execute on function public.open_guest_link(text), public.answer_guest_link(text, jsonb) to service_role;

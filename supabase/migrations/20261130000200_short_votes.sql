-- A vote needs three editors who took no part. Where fewer are free, an admin may give that one dispute to a single editor,
-- with a written reason; or invite another editor, and the vote goes on.
insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('disputed', 'settle_by_one', 'disputed', '{editor}', true);

create table public.dispute_switches (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  -- The version that is disputed. A dispute about a later one is voted on again.
  version_id uuid not null unique references public.verdict_versions (id),
  by uuid not null references public.profiles (id),
  reason text not null check (char_length(reason) between 1 and 2000),
  at timestamptz not null default clock_timestamp()
);
create index dispute_switches_claim_idx on public.dispute_switches (claim_id);
create trigger dispute_switches_frozen before update or delete on public.dispute_switches
  for each row execute function app_private.refuse_change();
create trigger dispute_switches_kept before truncate on public.dispute_switches
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.dispute_switches', 'people');
alter table public.dispute_switches enable row level security;
revoke all on public.dispute_switches from public, anon, authenticated, service_role;
grant select on public.dispute_switches to authenticated, service_role;
create policy dispute_switches_read on public.dispute_switches for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id) and app_private.may_read_review(claim_id));

-- Who settles the dispute about a version that the two do not settle themselves.
create function app_private.dispute_way(p_version uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case when exists (select from public.dispute_switches where version_id = p_version) then 'editor'
    else (select disputes from public.desk_settings) end
$$;

-- How many editors a round of a dispute has: those who are free to vote, and those who have voted in it.
create function app_private.voters_of(c public.claims, p_version uuid, p_round int) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from (
    select u.user_id from app_private.user_roles u
      where u.role >= 'editor' and app_private.role_of(u.user_id) >= 'editor'
        and u.user_id is distinct from c.lead_id and u.user_id is distinct from c.second_id
        and not u.user_id = any (c.recused)
    union
    select o.by from public.dispute_votes o where o.version_id = p_version and o.round = p_round) voters
$$;

-- As before; and who settles it, and among how many editors.
create or replace function public.dispute_progress(p_claim uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('round', r.round, 'cast', count(o.id), 'voted', coalesce(bool_or(o.by = (select auth.uid())), false),
      'way', app_private.dispute_way(v.id), 'voters', app_private.voters_of(c, v.id, r.round))
    from public.claims c
      cross join lateral app_private.latest_version(c.id) v
      cross join lateral (select app_private.vote_round(v.id) as round) r
      left join public.dispute_votes o on o.version_id = v.id and o.round = r.round
    where c.id = p_claim and c.state = 'disputed' and app_private.may_read_review(c.id)
    group by c.id, v.id, r.round
$$;

-- The same of many disputes at once, without how many have voted: for a queue, which is looked at all day.
create function public.dispute_standings(p_claims uuid[]) returns table (claim_id uuid, way text, voted boolean, voters int)
language sql stable security definer set search_path = '' as $$
  select c.id, app_private.dispute_way(v.id),
      exists (select from public.dispute_votes o
        where o.version_id = v.id and o.round = r.round and o.by = (select auth.uid())),
      app_private.voters_of(c, v.id, r.round)
    from public.claims c
      cross join lateral app_private.latest_version(c.id) v
      cross join lateral (select app_private.vote_round(v.id) as round) r
    where c.id = any (p_claims) and c.state = 'disputed' and app_private.may_read_review(c.id)
$$;

-- Gives one dispute to a single editor, where too few are free to vote. Whoever is part of it does not choose its way.
create function app_private.settle_by_one(c public.claims, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  v public.verdict_versions := app_private.latest_version(c.id);
begin
  if not app_private.role_at_least('admin') then
    raise exception 'That one editor settles a dispute instead of three who vote, an admin says.' using errcode = 'PT403';
  end if;
  if coalesce(me in (c.lead_id, c.second_id), false) then
    raise exception 'How a dispute is settled is said by somebody who is not part of it.' using errcode = 'PT403';
  end if;
  if app_private.dispute_way(v.id) <> 'vote' then
    raise exception 'One editor settles this dispute already.' using errcode = 'PT422';
  end if;
  if app_private.voters_of(c, v.id, app_private.vote_round(v.id)) >= 3 then
    raise exception 'Three editors are free to vote on this dispute, so the vote goes on.' using errcode = 'PT422';
  end if;
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  insert into public.dispute_switches (claim_id, version_id, by, reason) values (c.id, v.id, me, btrim(p_reason));
  return app_private.finish_as(c, 'editor', 'settle_by_one', 'disputed', p_reason, 'review.dispute_given_to_one', '{}');
end $$;

-- As before; and one editor decides also where an admin gave this dispute to one.
create or replace function app_private.adjudicate(c public.claims, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  disputed public.verdict_versions := app_private.latest_version(c.id);
  v public.verdict_versions := disputed;
  final public.rating := (p_payload ->> 'rating')::public.rating;
  first public.rating := v.rating;
  second public.rating := (select rating from public.second_verdicts where version_id = v.id);
begin
  if me in (c.lead_id, c.second_id) then
    raise exception 'A dispute is decided by somebody who is not part of it.' using errcode = 'PT403';
  end if;
  if app_private.dispute_way(disputed.id) = 'vote' then
    raise exception 'Disputes are settled by the votes of three editors here. Cast yours.' using errcode = 'PT422';
  end if;
  if final is null or second is null then
    raise exception 'Choose the final rating.' using errcode = 'PT422';
  end if;
  if final <> first then
    if (p_payload ->> 'content')::jsonb is distinct from
       jsonb_set(v.content::jsonb, '{verdict,rating}', to_jsonb(final)) then
      raise exception 'Only the rating may differ from what was submitted.' using errcode = 'PT422';
    end if;
    insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
    values (c.id, v.number + 1, p_payload ->> 'content', '', final, v.document_head, 'adjudication', me)
    returning * into v;
  end if;
  insert into public.adjudications (
    claim_id, version_id, by, first_rating, second_rating, final_rating, reason, disputed_version_id)
  values (c.id, v.id, me, first, second, final, btrim(p_reason), disputed.id);
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
  values (c.id, v.id, me, 'editor', v.content_hash);
  return app_private.finish_transition(c, 'adjudicate', 'approved', p_reason, 'review.adjudicated', jsonb_build_object(
    'first', first, 'second', second, 'rating', final, 'number', v.number, 'contentHash', v.content_hash));
end $$;

-- As before; and not where an admin gave this dispute to one editor.
create or replace function app_private.vote(p_claim uuid, p_expected int, p_reason text, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  disputed public.verdict_versions;
  v public.verdict_versions;
  mine public.dispute_votes;
  chosen public.rating := (p_payload ->> 'rating')::public.rating;
  in_round int := (p_payload ->> 'round')::int;
  theirs public.rating;
  equal int;
  votes int;
  moved jsonb;
begin
  select * into c from public.claims where id = p_claim for update;
  if not found then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  select o.* into mine from public.dispute_votes o join public.verdict_versions w on w.id = o.version_id
    where o.claim_id = c.id and w.number = (p_payload ->> 'number')::int and o.round = in_round and o.by = me;
  if found then
    if (mine.rating, mine.reason) = (chosen, btrim(p_reason)) then
      return jsonb_build_object('state', c.state, 'version', c.version);
    end if;
    raise exception 'You have cast your vote in this round, and it stays as it is.' using errcode = 'PT422';
  end if;
  if c.state <> 'disputed' and c.version is distinct from p_expected then perform app_private.refuse_stale(c); end if;
  c := app_private.begin_transition(p_claim, 'vote', c.version, p_reason);
  if me in (c.lead_id, c.second_id) then
    raise exception 'A dispute is decided by somebody who is not part of it.' using errcode = 'PT403';
  end if;
  disputed := app_private.latest_version(c.id);
  if app_private.dispute_way(disputed.id) <> 'vote' then
    raise exception 'This dispute is settled by one editor, not by votes.' using errcode = 'PT422';
  end if;
  select rating into theirs from public.second_verdicts where version_id = disputed.id;
  if chosen is null or theirs is null then
    raise exception 'Choose the rating that you vote for.' using errcode = 'PT422';
  end if;
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  if disputed.number is distinct from (p_payload ->> 'number')::int
     or in_round is distinct from app_private.vote_round(disputed.id) then
    raise exception 'That round of votes is over. Look at the votes, and cast yours anew.' using errcode = 'PT422';
  end if;
  insert into public.dispute_votes (claim_id, version_id, round, by, rating, reason, may_publish)
  values (c.id, disputed.id, in_round, me, chosen, btrim(p_reason), coalesce((p_payload ->> 'mayPublish')::boolean, false));
  select count(*), count(*) filter (where rating = chosen) into votes, equal
    from public.dispute_votes where version_id = disputed.id and round = in_round;
  if equal < 2 then
    -- Neither rating nor reason: others read the trail before they vote.
    moved := app_private.finish_as(c, 'editor', 'vote', 'disputed', null, 'review.vote_cast',
      jsonb_build_object('round', in_round, 'undecided', votes >= 3));
    if votes >= 3 then perform app_private.notify('vote_anew', c, me, 'round ' || in_round || ' of ' || disputed.id); end if;
    return moved;
  end if;
  v := app_private.version_with_rating(disputed, chosen, 'adjudication');
  insert into public.adjudications (
    claim_id, version_id, by, first_rating, second_rating, final_rating, reason, how, disputed_version_id, round)
  values (c.id, v.id, me, disputed.rating, theirs, chosen, btrim(p_reason), 'voted', disputed.id, in_round);
  -- Whoever voted for it stands behind it.
  insert into public.sign_offs (claim_id, version_id, by, capacity, content_hash)
    select c.id, v.id, o.by, 'editor', v.content_hash from public.dispute_votes o
      where o.version_id = disputed.id and o.round = in_round and o.rating = chosen order by o.cast_at;
  moved := app_private.finish_as(c, 'editor', 'vote', 'approved', null, 'review.dispute_voted', jsonb_build_object(
    'first', disputed.rating, 'second', theirs, 'rating', chosen, 'number', v.number, 'contentHash', v.content_hash,
    'round', in_round, 'votes', votes));
  perform app_private.notify('carry', c, me, 'vote on ' || disputed.id);
  return moved;
end $$;

-- As before; and how a dispute is given to one editor.
create or replace function public.act_on_claim(
  p_claim uuid, p_action text, p_expected int, p_reason text default null, p_payload jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  if p_action = 'vote' then return app_private.vote(p_claim, p_expected, p_reason, p_payload); end if;
  c := app_private.begin_transition(p_claim, p_action, p_expected, p_reason);
  case p_action
    when 'accept' then
      return app_private.finish_transition(c, p_action, 'open', null, 'claim.accepted', '{}');
    when 'dismiss' then return app_private.dismiss(c, p_reason, p_payload);
    when 'restore' then
      update public.claims set dismissal_reason = null, dismissal_kind = null where id = c.id;
      return app_private.finish_transition(c, p_action, 'proposed', p_reason, 'claim.restored', '{}');
    when 'edit_statement' then return app_private.edit_statement(c, p_reason, p_payload);
    when 'split' then return app_private.split(c, p_payload);
    when 'merge' then return app_private.merge(c, p_payload);
    when 'assign' then return app_private.assign(c, p_payload);
    when 'submit' then return app_private.submit(c, p_payload);
    when 'return' then
      return app_private.finish_transition(c, p_action, 'in_review', p_reason, 'review.returned', '{}');
    when 'decide' then return app_private.decide(c, p_reason, p_payload);
    when 'sign_off' then return app_private.sign_off(c, p_payload);
    when 'adjudicate' then return app_private.adjudicate(c, p_reason, p_payload);
    when 'concede' then return app_private.concede(c, p_reason, p_payload);
    when 'settle_by_one' then return app_private.settle_by_one(c, p_reason);
    when 'reopen' then return app_private.reopen(c, p_reason);
    when 'correct', 'retract', 'uphold' then return app_private.after_publication(c, p_action, p_reason);
    else
      raise exception 'The action % is not taken here.', p_action using errcode = 'PT422';
  end case;
end $$;

-- Who votes is told that a vote is asked of them, and not that one editor settles it.
insert into public.notification_kinds (kind, channel, hidden) values
  ('vote_asked', 'email', 'verdict');
update public.notification_rules set kind = 'vote_asked' where event = 'vote_anew';
insert into public.notification_rules (event, audience, kind) values
  ('dispute_to_vote', 'lead', 'disputed'),
  ('dispute_to_vote', 'editors', 'vote_asked'),
  ('settle_by_one', 'lead', 'disputed'),
  ('settle_by_one', 'second', 'disputed'),
  ('settle_by_one', 'editors', 'disputed');

-- As before; and a dispute is told of by how it will be settled.
create or replace function app_private.notify_of_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  c public.claims;
begin
  select * into c from public.claims where id = new.claim_id;
  perform app_private.notify(
    case when new.action <> 'decide' or new.to_state <> 'disputed' then new.action
      when (select disputes from public.desk_settings) = 'vote' then 'dispute_to_vote'
      else 'dispute' end,
    c, new.actor, 'step ' || new.id);
  return null;
end $$;

-- As before; and an editor who declared a conflict of interest is asked neither to vote nor to settle it.
create or replace function app_private.notify(
  p_event text, c public.claims, p_by uuid, p_source text, p_person uuid default null, p_comment text default null)
returns void
language sql security definer set search_path = '' as $$
  insert into public.notifications (person_id, kind, claim_id, by, comment_id, due_on, source, in_app, mail)
  select distinct a.person, r.kind, c.id, p_by, p_comment,
      case when r.event in ('due_soon', 'overdue', 'name_lead', 'name_second') then c.due_on end, p_source,
      coalesce(s.channel, k.channel) <> 'digest',
      case coalesce(s.channel, k.channel) when 'email' then 'now' when 'digest' then 'digest' else 'none' end
    from public.notification_rules r
    join public.notification_kinds k on k.kind = r.kind
    cross join lateral (
      select case r.audience
        when 'lead' then c.lead_id
        when 'second' then c.second_id
        when 'next' then case c.state when 'in_review' then c.lead_id when 'second_review' then c.second_id end
        when 'assigner' then (
          select l.actor from public.stage_ledger l
            where l.claim_id = c.id and l.action = 'assign' order by l.id desc limit 1)
        when 'person' then p_person end as person
      union all
      select u.user_id from app_private.user_roles u
        where r.audience = 'editors' and u.role >= 'editor'
          and u.user_id is distinct from c.lead_id and u.user_id is distinct from c.second_id
          and not u.user_id = any (c.recused)) a
    left join public.notification_settings s on s.person_id = a.person and s.kind = r.kind
    where r.event = p_event and a.person is not null and a.person is distinct from p_by
      and app_private.role_of(a.person) >= 'reviewer' and coalesce(s.channel, k.channel) <> 'off'
  on conflict do nothing
$$;

revoke all on function app_private.dispute_way(uuid), app_private.voters_of(public.claims, uuid, int),
  app_private.settle_by_one(public.claims, text) from public;
revoke all on function public.dispute_standings(uuid[]) from public, anon;
grant execute on function public.dispute_standings(uuid[]) to authenticated;

-- Three editors vote where the desk wants it so: two equal votes carry. Three that all differ settle nothing, and the
-- editors vote anew; nothing of an earlier round is lost.
create table public.dispute_votes (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  version_id uuid not null references public.verdict_versions (id),
  round int not null check (round > 0),
  by uuid not null references public.profiles (id),
  rating public.rating not null,
  reason text not null check (char_length(reason) between 1 and 2000),
  -- Whether readers may be shown it as dissent, if it does not carry.
  may_publish boolean not null default false,
  cast_at timestamptz not null default clock_timestamp(),
  unique (version_id, round, by)
);
create index dispute_votes_claim_idx on public.dispute_votes (claim_id);
create trigger dispute_votes_frozen before update or delete on public.dispute_votes
  for each row execute function app_private.refuse_change();
create trigger dispute_votes_kept before truncate on public.dispute_votes
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.dispute_votes', 'people');

-- The round that a version's dispute is in: three votes that settled nothing end one.
create function app_private.vote_round(p_version uuid) returns int
language sql stable security definer set search_path = '' as $$
  select 1 + count(*)::int from (
    select from public.dispute_votes where version_id = p_version group by round having count(*) >= 3) over
$$;

-- Whether the caller may see the votes of a round: whoever has voted in it, and everybody else once it is over.
create function app_private.may_see_votes(p_claim uuid, p_version uuid, p_round int) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
      select from public.dispute_votes
      where version_id = p_version and round = p_round and by = (select auth.uid()))
    or not exists (
      select from public.claims c where c.id = p_claim and c.state = 'disputed'
        and p_version = (app_private.latest_version(c.id)).id and p_round = app_private.vote_round(p_version))
$$;
alter table public.dispute_votes enable row level security;
revoke all on public.dispute_votes from public, anon, authenticated, service_role;
grant select on public.dispute_votes to authenticated, service_role;
create policy dispute_votes_read on public.dispute_votes for select to authenticated
  using (app_private.may_see_verdict(claim_id, version_id)
    and app_private.may_read_review(claim_id)
    and app_private.may_see_votes(claim_id, version_id, round));

-- How far a dispute's vote has come, without what was voted: the round, how many votes, and whether one is the caller's.
create function public.dispute_progress(p_claim uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('round', r.round, 'cast', count(o.id), 'voted', coalesce(bool_or(o.by = (select auth.uid())), false))
    from public.claims c
      cross join lateral app_private.latest_version(c.id) v
      cross join lateral (select app_private.vote_round(v.id) as round) r
      left join public.dispute_votes o on o.version_id = v.id and o.round = r.round
    where c.id = p_claim and c.state = 'disputed' and app_private.may_read_review(c.id)
    group by r.round
$$;

-- One editor's vote. It names the version and the round that were looked at instead of the claim's own version, so that
-- two editors who vote at once do not stand in each other's way. Sent twice it is cast once.
create function app_private.vote(p_claim uuid, p_expected int, p_reason text, p_payload jsonb) returns jsonb
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
  if (select disputes from public.desk_settings) <> 'vote' then
    raise exception 'Disputes are settled by one editor here, not by votes.' using errcode = 'PT422';
  end if;
  disputed := app_private.latest_version(c.id);
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

-- The one door through which a claim moves, but for publication: as before, with how a dispute can end.
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
    when 'reopen' then return app_private.reopen(c, p_reason);
    when 'correct', 'retract', 'uphold' then return app_private.after_publication(c, p_action, p_reason);
    else
      raise exception 'The action % is not taken here.', p_action using errcode = 'PT422';
  end case;
end $$;

revoke all on function app_private.vote_round(uuid), app_private.may_see_votes(uuid, uuid, int),
  app_private.vote(uuid, int, text, jsonb) from public;
grant execute on function app_private.may_see_votes(uuid, uuid, int) to authenticated;
revoke all on function public.dispute_progress(uuid) from public, anon;
grant execute on function public.dispute_progress(uuid) to authenticated;

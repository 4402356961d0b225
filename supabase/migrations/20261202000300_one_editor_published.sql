-- What readers are told where an admin gave a dispute to one editor instead of three who vote: the written reason among the
-- exceptions, and the votes cast before, as far as they differ from what was decided and their authors let them be shown.

-- As before; and why one editor decided, where this copy was decided so. A dispute that the two settled themselves all the
-- same, and one about an earlier version, is no exception of this copy.
create or replace function app_private.publish_exceptions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'reason', e.reason, 'at', e.at) order by e.at), '[]')
    into new.exceptions
    from (
      select d.kind, d.reason, d.at from public.duty_exceptions d
        where d.claim_id = new.claim_id and (d.kind <> 'clearer_checked' or exists (
          select from public.clearances k
            where k.version_id = (app_private.latest_version(new.claim_id)).id and k.ended_at is null
              and k."by" = d.person and k.cleared_at <= d.at))
      union all
      select 'given_to_one', s.reason, s.at
        from app_private.latest_version(new.claim_id) v
          join public.adjudications a on a.version_id = v.id and a.how = 'adjudicated'
          join public.dispute_switches s on s.version_id = a.disputed_version_id) e;
  return new;
end $$;

-- As before; and where one editor decided after votes had been cast, the dissent among them. Of somebody who voted in
-- several rounds, the last vote is told.
create or replace function app_private.publish_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  a public.adjudications;
  dissents jsonb;
  votes int;
begin
  select d.* into a from public.adjudications d
    where d.claim_id = new.claim_id and d.version_id = (app_private.latest_version(new.claim_id)).id
    order by d.decided_at desc limit 1;
  if not found then return new; end if;
  with cast_votes as (
    select distinct on (o.by) o.* from public.dispute_votes o
      where o.version_id = a.disputed_version_id and (a.how = 'adjudicated' or o.round = a.round)
      order by o.by, o.round desc)
  select count(*), coalesce(jsonb_agg(jsonb_build_object('rating', o.rating, 'reason', o.reason,
        'name', coalesce(p.public_byline, p.name), 'at', o.cast_at) order by o.cast_at)
      filter (where o.rating <> a.final_rating and o.may_publish), '[]')
    into votes, dissents
    from cast_votes o join public.profiles p on p.id = o.by;
  if a.how = 'adjudicated' then
    -- Without dissent there is nothing to tell: the credits name who decided.
    if dissents <> '[]' then
      new.settlement := jsonb_build_object('how', a.how, 'votes', votes, 'dissents', dissents);
    end if;
    return new;
  end if;
  select coalesce(jsonb_agg(credit order by place), '[]') into new.credits
    from jsonb_array_elements(new.credits) with ordinality as given (credit, place)
    where credit ->> 'capacity' <> 'adjudicator';
  new.credits := new.credits || (
    select coalesce(jsonb_agg(jsonb_build_object('capacity', 'voter', 'name', coalesce(p.public_byline, p.name), 'at', o.cast_at)
        order by o.cast_at), '[]')
      from public.dispute_votes o join public.profiles p on p.id = o.by
      where o.version_id = a.disputed_version_id and o.round = a.round and o.rating = a.final_rating);
  new.settlement := jsonb_build_object('how', a.how, 'votes', votes, 'dissents', dissents);
  return new;
end $$;

-- What readers are told of a dispute that an editor did not settle alone: {how, votes, dissents: [{rating, reason, name, at}]}.
-- Null where there was none, and where one editor decided, whom the credits name.
alter table public.published_verdicts add column settlement jsonb;

-- Written at the moment of publication, like the rest of the copy. Nobody is credited with having decided between two
-- verdicts of which one is their own; of a vote, those are credited whose rating carried.
create function app_private.publish_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  a public.adjudications;
begin
  select d.* into a from public.adjudications d
    where d.claim_id = new.claim_id and d.version_id = (app_private.latest_version(new.claim_id)).id
    order by d.decided_at desc limit 1;
  if not found or a.how = 'adjudicated' then return new; end if;
  select coalesce(jsonb_agg(credit order by place), '[]') into new.credits
    from jsonb_array_elements(new.credits) with ordinality as given (credit, place)
    where credit ->> 'capacity' <> 'adjudicator';
  new.credits := new.credits || (
    select coalesce(jsonb_agg(jsonb_build_object('capacity', 'voter', 'name', coalesce(p.public_byline, p.name), 'at', o.cast_at)
        order by o.cast_at), '[]')
      from public.dispute_votes o join public.profiles p on p.id = o.by
      where o.version_id = a.disputed_version_id and o.round = a.round and o.rating = a.final_rating);
  new.settlement := jsonb_build_object('how', a.how,
    'votes', (select count(*) from public.dispute_votes o where o.version_id = a.disputed_version_id and o.round = a.round),
    'dissents', (
      select coalesce(jsonb_agg(jsonb_build_object('rating', o.rating, 'reason', o.reason,
          'name', coalesce(p.public_byline, p.name), 'at', o.cast_at) order by o.cast_at), '[]')
        from public.dispute_votes o join public.profiles p on p.id = o.by
        where o.version_id = a.disputed_version_id and o.round = a.round and o.rating <> a.final_rating and o.may_publish));
  return new;
end $$;
create trigger published_settlement before insert on public.published_verdicts
  for each row execute function app_private.publish_settlement();
revoke all on function app_private.publish_settlement() from public;

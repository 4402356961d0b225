-- Two merges that cross, one claim into another and that one into the first, would each lock one and wait for the other.
-- Merges within one article take turns instead: the second finds its claim changed, and is told so.
alter function app_private.begin_transition(uuid, text, int, text) rename to begin_transition_of_one;
create function app_private.begin_transition(p_claim uuid, p_action text, p_expected int, p_reason text)
returns public.claims
language plpgsql security definer set search_path = '' as $$
begin
  if p_action = 'merge' then
    perform pg_advisory_xact_lock(hashtextextended('merge in ' || (
      select c.article_id from public.claims c where c.id = p_claim), 0));
  end if;
  return app_private.begin_transition_of_one(p_claim, p_action, p_expected, p_reason);
end $$;
revoke all on function app_private.begin_transition(uuid, text, int, text) from public;

-- What the desk itself decides about its second verdicts and its disputes. An admin sets it.
alter table public.desk_settings
  -- What a second reviewer reads before deciding, beside claim, article and sources: the rationale, or nothing more.
  add column second_sees text not null default 'rationale' check (second_sees in ('rationale', 'sources')),
  -- Who settles a dispute that lead and second reviewer do not settle themselves: one editor, or three by vote.
  add column disputes text not null default 'editor' check (disputes in ('editor', 'vote'));

create function public.set_review_rules(p_second_sees text, p_disputes text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('admin');
begin
  perform app_private.require_writable();
  if coalesce(p_second_sees, '') not in ('rationale', 'sources') or coalesce(p_disputes, '') not in ('editor', 'vote') then
    raise exception 'Choose what the second reviewer sees, and how disputes are settled.' using errcode = 'PT422';
  end if;
  perform from public.desk_settings where (second_sees, disputes) = (p_second_sees, p_disputes) for update;
  if found then return; end if;
  update public.desk_settings set second_sees = p_second_sees, disputes = p_disputes;
  perform app_private.record_audit(me, 'desk.review_rules_set', 'desk', 'desk',
    jsonb_build_object('secondSees', p_second_sees, 'disputes', p_disputes));
end $$;

-- What a second reviewer who has not decided may read of what was submitted, and nobody else through here: the sources
-- without what the lead made of them, and the rationale where the desk wants it read. The row itself stays hidden, and with
-- it rating and summary.
create function public.blind_review(p_claim uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
      'evidence', (
        select coalesce(jsonb_agg(item || '{"stance": "context", "note": ""}' order by place), '[]')
          from jsonb_array_elements(v.content::jsonb -> 'evidence') with ordinality as e (item, place)),
      'rationale', case s.second_sees when 'rationale' then v.content::jsonb #> '{verdict,rationale}' end)
    from public.claims c
      cross join public.desk_settings s
      cross join lateral app_private.latest_version(c.id) v
    where c.id = p_claim and c.state = 'second_review' and c.second_id = (select auth.uid())
      and app_private.role_at_least('reviewer') and not (select auth.uid()) = any (c.recused)
      and not public.second_verdict_given(c.id, (select auth.uid()))
$$;

revoke all on function public.set_review_rules(text, text), public.blind_review(uuid) from public, anon;
grant execute on function public.set_review_rules(text, text), public.blind_review(uuid) to authenticated;

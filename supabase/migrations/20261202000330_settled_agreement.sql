-- What the insights left out: a correction that waits to be assigned, and the agreement of claims that were settled once and
-- are corrected, retracted or reviewed anew now.

-- As before; and a correction waits for the editors until it is assigned.
create or replace view app_private.waiting_claims with (security_invoker = true) as
  select c.id, c.statement, c.state, c.due_on,
    case c.state when 'in_review' then c.lead_id when 'second_review' then c.second_id end as person_id,
    c.state_since as since,
    greatest(c.updated_at, (
      select u.at from public.review_updates u where u.claim_id = c.id order by u.n desc limit 1)) as touched_at, c.updated_at
  from app_private.counted_claims c
  where c.state in ('open', 'in_review', 'second_review', 'disputed', 'approved', 'being_corrected');

-- As before; but of each claim that was ever settled, by the verdicts that led to it: what becomes of a claim later changes
-- nothing of how far two people agreed. A second verdict given since the claim was first settled is no case, and none is
-- told before its claim is settled, so that an editor who is second reviewer learns nothing here.
create index stage_ledger_settled_idx on public.stage_ledger (claim_id, at) where to_state = 'approved';
create or replace view app_private.agreement_cases with (security_invoker = true) as
  select distinct on (s.claim_id) s.claim_id, v.submitted_by as lead_id, s.by as second_id, v.rating as first,
    s.rating as second, s.decided_at, c.type
  from public.second_verdicts s
    join public.verdict_versions v on v.id = s.version_id and v.origin = 'submission'
    join app_private.counted_claims c on c.id = s.claim_id
  where s.blind and s.decided_at <= (
    select min(l.at) from public.stage_ledger l
      where l.claim_id = s.claim_id and l.to_state = 'approved')
  order by s.claim_id, s.decided_at;

-- A claim is settled once, however many signed it: a vote that carries leaves two signatures, and a correction those of the
-- version before it. As before, with the rating of the newest version that is signed, since it was first signed.
create or replace view app_private.settled_verdicts with (security_invoker = true) as
  select distinct on (s.claim_id) s.claim_id, v.rating, s.signed_at, c.claimant, c.article_version_id
  from public.sign_offs s
    join public.verdict_versions v on v.id = s.version_id
    join app_private.counted_claims c on c.id = s.claim_id
  where s.voided_at is null and c.state in ('approved', 'published')
  order by s.claim_id, v.number desc, s.signed_at;
revoke all on app_private.settled_verdicts from public, anon, authenticated, service_role;

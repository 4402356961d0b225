-- Hosted projects hand out everything on a new table of the public schema by default. What each role may do with a
-- table is what stands here, and nothing else; writing is done by functions.
revoke all on all tables in schema public from public, anon, authenticated, service_role;

grant select on public.reports, public.published_verdicts to anon, authenticated, service_role;
grant select on public.profiles, public.articles, public.article_versions, public.claims, public.audit_events,
  public.workflow_transitions, public.stage_ledger, public.verdict_versions, public.second_verdicts, public.sign_offs,
  public.adjudications to authenticated, service_role;
grant select on public.review_documents, public.review_updates to service_role;

create trigger published_verdicts_kept before truncate on public.published_verdicts
  for each statement execute function app_private.refuse_change();
create trigger reports_kept before truncate on public.reports
  for each statement execute function app_private.refuse_change();
create trigger claims_kept before truncate on public.claims
  for each statement execute function app_private.refuse_change();

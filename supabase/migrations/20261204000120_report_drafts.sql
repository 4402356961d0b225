-- What an editor has written for a report and not published yet. One for each article; whoever saves says which version they
-- had before them, and is told when somebody else has saved since.
create table public.report_drafts (
  article_id uuid primary key references public.articles (id),
  version int not null default 1 check (version > 0),
  headline text not null check (char_length(headline) <= 400),
  summary text not null check (char_length(summary) <= 2000),
  -- By the ids of their claims.
  short_claims jsonb not null check (jsonb_typeof(short_claims) = 'object' and octet_length(short_claims::text) <= 500000),
  verdict_order uuid[] not null check (cardinality(verdict_order) <= 500),
  saved_by uuid not null references public.profiles (id),
  saved_at timestamptz not null default clock_timestamp()
);
alter table public.report_drafts enable row level security;
revoke all on public.report_drafts from public, anon, authenticated, service_role;
grant select on public.report_drafts to authenticated, service_role;
create policy report_drafts_read on public.report_drafts for select to authenticated
  using ((select app_private.role_at_least('editor')));
select app_private.guard_while_read_only('public.report_drafts', 'people');

-- Saves it when nobody else has since version p_expected (0 for none). Otherwise nothing is saved, and the answer is null.
create function public.save_report_draft(p_article uuid, p_expected int, p_draft jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  d public.report_drafts;
  fresh public.report_drafts;
begin
  perform from public.articles where id = p_article for no key update;
  if not found then raise exception 'There is no such article.' using errcode = 'PT404'; end if;
  select * into d from public.report_drafts where article_id = p_article;
  fresh.headline := coalesce(p_draft ->> 'headline', '');
  fresh.summary := coalesce(p_draft ->> 'summary', '');
  fresh.short_claims := coalesce(p_draft -> 'shortClaims', '{}');
  fresh.verdict_order := array(
    select value::uuid from jsonb_array_elements_text(coalesce(p_draft -> 'order', '[]')) with ordinality o (value, place)
      order by o.place);
  -- The same again, as when an answer was lost on its way, is saved already.
  if (d.headline, d.summary, d.short_claims, d.verdict_order)
      is not distinct from (fresh.headline, fresh.summary, fresh.short_claims, fresh.verdict_order) then
    return d.version;
  end if;
  if coalesce(d.version, 0) <> p_expected then return null; end if;
  insert into public.report_drafts as o (article_id, headline, summary, short_claims, verdict_order, saved_by)
    values (p_article, fresh.headline, fresh.summary, fresh.short_claims, fresh.verdict_order, me)
    on conflict (article_id) do update set version = o.version + 1, headline = excluded.headline,
      summary = excluded.summary, short_claims = excluded.short_claims, verdict_order = excluded.verdict_order,
      saved_by = excluded.saved_by, saved_at = clock_timestamp()
    returning * into d;
  return d.version;
end $$;
revoke all on function public.save_report_draft(uuid, int, jsonb) from public, anon;
grant execute on function public.save_report_draft(uuid, int, jsonb) to authenticated;

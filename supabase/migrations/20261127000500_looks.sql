-- How far each person has seen each review, so that they can be told what is new since they last looked.

create table public.review_looks (
  claim_id uuid not null references public.review_documents (claim_id),
  person_id uuid not null references public.profiles (id),
  -- The newest row they were shown, and when they last turned away from it.
  n bigint not null check (n >= 0),
  at timestamptz not null default clock_timestamp(),
  -- The same at the end of the visit before: a page that is loaded again goes on with the visit.
  before_n bigint,
  before_at timestamptz,
  primary key (claim_id, person_id)
);
alter table public.review_looks enable row level security;
revoke all on public.review_looks from public, anon, authenticated, service_role;
grant select on public.review_looks to authenticated;
-- As with mentions: a second reviewer who has not decided learns nothing of the review, not even when they last saw it.
create policy looks_read on public.review_looks for select to authenticated
  using (person_id = (select auth.uid()) and (select app_private.role_at_least('reviewer')) and not exists (
    select from public.claims c
      where c.id = claim_id and c.second_id = (select auth.uid())
        and (c.state = 'in_review' or app_private.is_blind_to(c.id::text))));

-- Notes [{claim_id, person, first, n}, ...]: who was shown a review as it stood after row `first`, and then as far as row `n`.
-- A look never goes back, and never past the rows that there are. Another visit has begun where others wrote before it, or
-- the last one is a quarter of an hour old.
create function public.note_review_looks(p_looks jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Two processes that note the same people wait for each other in one order.
  perform 1 from public.review_looks k
    join jsonb_to_recordset(p_looks) as l (claim_id uuid, person uuid) on l.claim_id = k.claim_id and l.person = k.person_id
    order by k.claim_id, k.person_id for update of k;
  update public.review_looks k set before_n = k.n, before_at = k.at
    from jsonb_to_recordset(p_looks) as l (claim_id uuid, person uuid, first bigint)
    where k.claim_id = l.claim_id and k.person_id = l.person
      and (k.at < clock_timestamp() - interval '15 minutes' or exists (
        select from public.review_updates u
          where u.claim_id = k.claim_id and u.n > k.n and u.n <= l.first and u.author <> k.person_id));
  insert into public.review_looks as known (claim_id, person_id, n)
    select d.claim_id, p.id, least(max(l.n), d.head)
      from jsonb_to_recordset(p_looks) as l (claim_id uuid, person uuid, n bigint)
        join public.review_documents d on d.claim_id = l.claim_id
        join public.profiles p on p.id = l.person
      where l.n >= 0
      group by d.claim_id, d.head, p.id
      order by d.claim_id, p.id
    on conflict (claim_id, person_id) do update
      set n = greatest(known.n, excluded.n), at = greatest(known.at, excluded.at);
end $$;
revoke all on function public.note_review_looks(jsonb) from public, anon, authenticated;
grant execute on function public.note_review_looks(jsonb) to service_role;

-- Comments on a review. They are part of its shared document and so of its rows; what is new here is who may append a
-- row that holds nothing else, and where people find that somebody mentioned them.

-- Written by somebody who may only comment: a second reviewer, after their own verdict.
alter table public.review_updates add column comments_only boolean not null default false;

create table public.review_mentions (
  claim_id uuid not null references public.claims (id),
  comment_id text not null check (char_length(comment_id) <= 64),
  person_id uuid not null references public.profiles (id),
  by uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp(),
  seen_at timestamptz,
  primary key (claim_id, comment_id, person_id)
);
create index review_mentions_person_idx on public.review_mentions (person_id) where seen_at is null;
alter table public.review_mentions enable row level security;
revoke all on public.review_mentions from public, anon, authenticated, service_role;
grant select on public.review_mentions to authenticated;
-- Not even that there is a mention is for a second reviewer who cannot read it.
create policy mentions_read on public.review_mentions for select to authenticated
  using (person_id = (select auth.uid()) and (select app_private.role_at_least('reviewer')) and not exists (
    select from public.claims c
      where c.id = claim_id and c.second_id = (select auth.uid())
        and (c.state = 'in_review' or app_private.is_blind_to(c.id::text))));

-- Says that the caller has read what mentions them on a claim.
create function public.see_mentions(p_claim uuid) returns void
language sql security definer set search_path = '' as $$
  update public.review_mentions set seen_at = clock_timestamp()
    where claim_id = p_claim and person_id = (select auth.uid()) and seen_at is null
$$;
revoke all on function public.see_mentions(uuid) from public, anon;
grant execute on function public.see_mentions(uuid) to authenticated;

-- As before; and in second review the second reviewer who has decided appends comments.
create or replace function public.append_review_updates(p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  claim_ids uuid[];
  authors uuid[];
  row_claims uuid[];
  row_authors uuid[];
  row_edits int[];
  row_bytes bytea[];
  row_comments boolean[];
  refusals text[];
  foreign_rows bigint[];
  numbers bigint[] := '{}';
  befores bytea[] := '{}';
  afters bytea[] := '{}';
  doc_ids uuid[];
  heads bigint[];
  hashes bytea[];
  d int;
begin
  select array_agg(r.claim_id order by place), array_agg(r.author order by place), array_agg(r.edits order by place),
      array_agg(decode(r.update_b64, 'base64') order by place),
      array_agg(coalesce(r.comments_only, false) order by place)
    into row_claims, row_authors, row_edits, row_bytes, row_comments
    from rows from (
      jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, edits int, update_b64 text, comments_only boolean)
    ) with ordinality as r (claim_id, author, edits, update_b64, comments_only, place);
  if row_claims is null then return '[]'; end if;
  select array_agg(distinct x) into claim_ids from unnest(row_claims) x;
  select array_agg(distinct x) into authors from unnest(row_authors) x;

  perform 1 from app_private.user_roles u where u.user_id = any (authors) order by u.user_id for share;
  perform 1 from public.claims c where c.id = any (claim_ids) order by c.id for share;
  insert into public.review_documents (claim_id, head_hash)
    select c.id, sha256(uuid_send(c.id)) from public.claims c
      where c.id = any (claim_ids)
        and not exists (select from public.review_documents k where k.claim_id = c.id)
      order by c.id
    on conflict do nothing;
  perform 1 from public.review_documents k where k.claim_id = any (claim_ids) order by k.claim_id for update;

  select array_agg(case
        when c.id is null then 'no_claim'
        when r.comments_only and c.state = 'second_review' and c.second_id = r.author
            and public.second_verdict_given(c.id, r.author)
          then case when coalesce(u.role, 'reader') < 'reviewer' then 'no_right' end
        when c.state <> 'in_review' then 'not_in_review'
        when coalesce(u.role, 'reader') < 'reviewer' then 'no_right'
        when c.second_id = r.author then 'second_reviewer'
      end order by r.place)
    into refusals
    from unnest(row_claims, row_authors, row_comments) with ordinality as r (claim_id, author, comments_only, place)
    left join public.claims c on c.id = r.claim_id
    left join app_private.user_roles u on u.user_id = r.author;

  -- Of two who bring the same new id, the first one has it; then whoever holds somebody else's is refused.
  insert into public.review_clients (claim_id, client_id, user_id)
    select r.claim_id, k.id, r.author
      from rows from (
        jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, client_ids bigint[])
      ) with ordinality as r (claim_id, author, client_ids, place), unnest(r.client_ids) k (id)
      where refusals[r.place] is null
        and not exists (
          select from public.review_clients o where o.claim_id = r.claim_id and o.client_id = k.id)
      order by r.place
    on conflict do nothing;
  select array_agg(r.place) into foreign_rows
    from rows from (
      jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, client_ids bigint[])
    ) with ordinality as r (claim_id, author, client_ids, place)
    where exists (
      select from unnest(r.client_ids) k (id)
        join public.review_clients o on o.claim_id = r.claim_id and o.client_id = k.id
        where o.user_id <> r.author);

  select array_agg(k.claim_id), array_agg(k.head), array_agg(k.head_hash) into doc_ids, heads, hashes
    from public.review_documents k where k.claim_id = any (claim_ids);
  for i in 1 .. cardinality(row_claims) loop
    if refusals[i] is null and i = any (foreign_rows) then refusals[i] := 'foreign_client'; end if;
    if refusals[i] is null then
      d := array_position(doc_ids, row_claims[i]);
      numbers[i] := heads[d] + 1;
      befores[i] := hashes[d];
      afters[i] := sha256(hashes[d] || int8send(numbers[i]) || uuid_send(row_authors[i]) || row_bytes[i]);
      heads[d] := numbers[i];
      hashes[d] := afters[i];
    else
      -- Keeps the lists as long as the others.
      numbers[i] := null; befores[i] := null; afters[i] := null;
    end if;
  end loop;

  insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash, comments_only)
    select r.claim_id, r.n, r.author, r.edits, r.bytes, r.before, r.after, r.comments_only
      from unnest(row_claims, numbers, row_authors, row_edits, row_bytes, befores, afters, row_comments)
        as r (claim_id, n, author, edits, bytes, before, after, comments_only)
      where r.n is not null;
  update public.review_documents k set head = h.head, head_hash = h.hash
    from unnest(doc_ids, heads, hashes) as h (claim_id, head, hash)
    where k.claim_id = h.claim_id and k.head <> h.head;
  -- Whom the committed comments mention. Somebody whom the desk does not know is nobody to tell.
  insert into public.review_mentions (claim_id, comment_id, person_id, by)
    select r.claim_id, m.comment, p.id, r.author
      from rows from (
        jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, mentions jsonb)
      ) with ordinality as r (claim_id, author, mentions, place),
      jsonb_to_recordset(r.mentions) as m (comment text, person text)
      join public.profiles p on p.id::text = m.person
      where refusals[r.place] is null and jsonb_array_length(r.mentions) > 0 and p.id <> r.author
    on conflict do nothing;

  return (
    select jsonb_agg(case
        when r.refusal is null then jsonb_build_object('claim_id', r.claim_id, 'n', r.n)
        else jsonb_build_object('claim_id', r.claim_id, 'refused', r.refusal) end order by r.place)
      from unnest(row_claims, numbers, refusals) with ordinality as r (claim_id, n, refusal, place));
end $$;

-- As before; and comments that somebody wrote as second reviewer do not keep them from staying it.
create or replace function app_private.assign(c public.claims, p_payload jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  lead uuid := (p_payload ->> 'leadId')::uuid;
  second uuid := (p_payload ->> 'secondId')::uuid;
begin
  if lead is null or second is null then
    raise exception 'Name both a lead and a second reviewer.' using errcode = 'PT422';
  end if;
  if lead = second then
    raise exception 'The second reviewer must be somebody else than the lead.' using errcode = 'PT422';
  end if;
  if app_private.role_of(lead) < 'reviewer' or app_private.role_of(second) < 'reviewer' then
    raise exception 'Only fact-checkers can be assigned.' using errcode = 'PT422';
  end if;
  if exists (
    select from public.review_updates u where u.claim_id = c.id and u.author = second and not u.comments_only) then
    raise exception 'The second reviewer has written in this review; choose somebody who has not.'
      using errcode = 'PT422';
  end if;
  if c.state = 'second_review' and c.second_id = (select auth.uid()) then
    raise exception 'Ask another editor: a second reviewer does not choose who decides instead.' using errcode = 'PT403';
  end if;
  if c.state = 'second_review' and (
    lead is distinct from c.lead_id or exists (
      select from public.second_verdicts s join public.verdict_versions v on v.id = s.version_id
      where v.claim_id = c.id
        and v.number = (select max(number) from public.verdict_versions where claim_id = c.id))) then
    raise exception 'In second review only the second reviewer can change, and only before deciding.'
      using errcode = 'PT422';
  end if;
  update public.claims set lead_id = lead, second_id = second, due_on = (p_payload ->> 'dueOn')::date,
    priority = coalesce(p_payload ->> 'priority', 'normal')::public.claim_priority where id = c.id;
  return app_private.finish_transition(
    c, 'assign', case c.state when 'open' then 'in_review' else c.state end, null, 'claim.assigned',
    jsonb_build_object(
      'lead', (select name from public.profiles where id = lead),
      'second', (select name from public.profiles where id = second),
      'dueOn', p_payload ->> 'dueOn', 'priority', p_payload ->> 'priority'));
end $$;

-- As before; and a comment written or changed as somebody else is refused too.
create or replace function public.record_refused_write(p_claim uuid, p_person uuid, p_kind text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_kind not in ('foreign_client', 'presence', 'read_only', 'comment') then
    raise exception 'A write cannot be refused as %.', p_kind using errcode = 'PT422';
  end if;
  perform app_private.record_audit(
    p_person, 'review.write_refused', 'claim', p_claim::text, jsonb_build_object('kind', p_kind));
end $$;

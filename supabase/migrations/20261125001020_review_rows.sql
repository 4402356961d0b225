-- The same promise as before, kept with a fixed number of statements for any number of rows: a room of fifty people
-- commits fifty rows at a time. What is appended, refused and answered has not changed.
create or replace function public.append_review_updates(p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  claim_ids uuid[];
  authors uuid[];
  row_claims uuid[];
  row_authors uuid[];
  row_edits int[];
  row_bytes bytea[];
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
      array_agg(decode(r.update_b64, 'base64') order by place)
    into row_claims, row_authors, row_edits, row_bytes
    from rows from (
      jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, edits int, update_b64 text)
    ) with ordinality as r (claim_id, author, edits, update_b64, place);
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
        when c.state <> 'in_review' then 'not_in_review'
        when coalesce(u.role, 'reader') < 'reviewer' then 'no_right'
        when c.second_id = r.author then 'second_reviewer'
      end order by r.place)
    into refusals
    from unnest(row_claims, row_authors) with ordinality as r (claim_id, author, place)
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

  insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash)
    select r.claim_id, r.n, r.author, r.edits, r.bytes, r.before, r.after
      from unnest(row_claims, numbers, row_authors, row_edits, row_bytes, befores, afters)
        as r (claim_id, n, author, edits, bytes, before, after)
      where r.n is not null;
  update public.review_documents k set head = h.head, head_hash = h.hash
    from unnest(doc_ids, heads, hashes) as h (claim_id, head, hash)
    where k.claim_id = h.claim_id and k.head <> h.head;

  return (
    select jsonb_agg(case
        when r.refusal is null then jsonb_build_object('claim_id', r.claim_id, 'n', r.n)
        else jsonb_build_object('claim_id', r.claim_id, 'refused', r.refusal) end order by r.place)
      from unnest(row_claims, numbers, refusals) with ordinality as r (claim_id, n, refusal, place));
end $$;

-- Rows that cannot be read as a document. They stay where they are and in the chain, but no document is made of them.
create table public.review_rows_aside (
  claim_id uuid not null,
  n bigint not null,
  why text not null check (char_length(why) <= 500),
  at timestamptz not null default clock_timestamp(),
  primary key (claim_id, n),
  foreign key (claim_id, n) references public.review_updates (claim_id, n)
);
create trigger review_rows_aside_append_only before update or delete on public.review_rows_aside
  for each row execute function app_private.refuse_change();
alter table public.review_rows_aside enable row level security;
revoke all on public.review_rows_aside from public, anon, authenticated, service_role;
grant select on public.review_rows_aside to service_role;

-- Sets a row aside, and puts that into the trail: it is part of a review that nobody sees any more.
create function public.set_review_row_aside(p_claim uuid, p_n bigint, p_why text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.review_rows_aside (claim_id, n, why) values (p_claim, p_n, left(p_why, 500)) on conflict do nothing;
  if found then
    perform app_private.record_audit(
      null, 'review.row_set_aside', 'claim', p_claim::text, jsonb_build_object('row', p_n));
  end if;
end $$;

-- As before, with the number of each row, without rows set aside, and on request without the snapshot, for a document
-- that cannot be made of it.
create function public.read_review_document(p_claim uuid, p_from_snapshot boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  insert into public.review_documents (claim_id, head_hash)
    select c.id, sha256(uuid_send(c.id)) from public.claims c where c.id = p_claim
      and not exists (select from public.review_documents k where k.claim_id = c.id)
    on conflict do nothing;

  -- One statement, so that head, snapshot and rows are of one moment.
  select jsonb_build_object(
      'lineage', d.lineage,
      'head', d.head,
      'snapshot', encode(s.state, 'base64'),
      'updates', coalesce((
        select jsonb_agg(jsonb_build_array(u.n, encode(u.update, 'base64')) order by u.n) from public.review_updates u
          where u.claim_id = d.claim_id and u.n > coalesce(s.upto, 0)
            and not exists (
              select from public.review_rows_aside a where a.claim_id = u.claim_id and a.n = u.n)), '[]'),
      'clients', coalesce((
        select jsonb_object_agg(k.client_id, k.user_id) from public.review_clients k
          where k.claim_id = d.claim_id), '{}'))
    into answer
    from public.review_documents d
    left join public.review_snapshots s on s.claim_id = d.claim_id and p_from_snapshot
    where d.claim_id = p_claim;
  return answer;
end $$;

-- The rows after one, oldest first: [[n, author, update], ...]. Rows set aside come with an empty update, so that a
-- reader's count goes on.
create function public.review_rows_after(p_claim uuid, p_after bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_array(r.n, r.author, r.bytes) order by r.n), '[]') from (
    select u.n, u.author, case when a.n is null then encode(u.update, 'base64') else 'AAA=' end as bytes
      from public.review_updates u
      left join public.review_rows_aside a on a.claim_id = u.claim_id and a.n = u.n
      where u.claim_id = p_claim and u.n > p_after order by u.n limit 500) r
$$;

-- The number of the newest row of each of these documents that has any: {claim: n}.
create function public.review_heads(p_claims uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(d.claim_id, d.head), '{}') from public.review_documents d
    where d.claim_id = any (p_claims)
$$;

revoke all on function public.set_review_row_aside(uuid, bigint, text), public.read_review_document(uuid, boolean),
  public.review_rows_after(uuid, bigint), public.review_heads(uuid[]) from public, anon, authenticated;
grant execute on function public.set_review_row_aside(uuid, bigint, text), public.read_review_document(uuid, boolean),
  public.review_rows_after(uuid, bigint), public.review_heads(uuid[]) to service_role;

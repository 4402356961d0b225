-- Appending edits as before, with plans that are made once for all rows a connection will ever bring: planning again for
-- each call took about a third of its time. What the locking of people and claims reads is not read a second time.
create or replace function public.append_review_updates(p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  claim_ids uuid[];
  authors uuid[];
  row_claims uuid[];
  row_authors uuid[];
  row_edits int[];
  row_bytes bytea[];
  row_comments boolean[];
  brings_clients boolean;
  mentions_people boolean;
  people uuid[];
  roles public.app_role[];
  known_claims uuid[];
  states public.claim_state[];
  seconds uuid[];
  refusals text[] := '{}';
  foreign_rows bigint[] := '{}';
  numbers bigint[] := '{}';
  befores bytea[] := '{}';
  afters bytea[] := '{}';
  doc_ids uuid[];
  heads bigint[];
  hashes bytea[];
  d int;
  c int;
  role public.app_role;
begin
  select array_agg(r.claim_id order by place), array_agg(r.author order by place), array_agg(r.edits order by place),
      array_agg(decode(r.update_b64, 'base64') order by place),
      array_agg(coalesce(r.comments_only, false) order by place),
      array_agg(distinct r.claim_id), array_agg(distinct r.author),
      bool_or(jsonb_array_length(r.client_ids) > 0), bool_or(jsonb_array_length(r.mentions) > 0)
    into row_claims, row_authors, row_edits, row_bytes, row_comments, claim_ids, authors,
      brings_clients, mentions_people
    from rows from (
      jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, edits int, update_b64 text, comments_only boolean,
        client_ids jsonb, mentions jsonb)
    ) with ordinality as r (claim_id, author, edits, update_b64, comments_only, client_ids, mentions, place);
  if row_claims is null then return '[]'; end if;

  -- A right that ends waits for this commit, or ended before it.
  select array_agg(k.user_id), array_agg(k.role) into people, roles
    from (
      select u.user_id, u.role from app_private.user_roles u
        where u.user_id = any (authors) order by u.user_id for share) k;
  select array_agg(k.id), array_agg(k.state), array_agg(k.second_id) into known_claims, states, seconds
    from (
      select l.id, l.state, l.second_id from public.claims l
        where l.id = any (claim_ids) order by l.id for share) k;
  for attempt in 1 .. 2 loop
    select array_agg(k.claim_id), array_agg(k.head), array_agg(k.head_hash) into doc_ids, heads, hashes
      from (
        select d.claim_id, d.head, d.head_hash from public.review_documents d
          where d.claim_id = any (claim_ids) order by d.claim_id for update) k;
    exit when cardinality(doc_ids) = cardinality(claim_ids) or attempt = 2;
    insert into public.review_documents (claim_id, head_hash)
      select c.id, sha256(uuid_send(c.id)) from public.claims c
        where c.id = any (claim_ids)
          and not exists (select from public.review_documents k where k.claim_id = c.id)
        order by c.id
      on conflict do nothing;
  end loop;

  for i in 1 .. cardinality(row_claims) loop
    c := array_position(known_claims, row_claims[i]);
    role := coalesce(roles[array_position(people, row_authors[i])], 'reader');
    refusals[i] := case
      when c is null then 'no_claim'
      when row_comments[i] and states[c] = 'second_review' and seconds[c] = row_authors[i]
          and public.second_verdict_given(known_claims[c], row_authors[i])
        then case when role < 'reviewer' then 'no_right' end
      when states[c] <> 'in_review' then 'not_in_review'
      when role < 'reviewer' then 'no_right'
      when seconds[c] = row_authors[i] then 'second_reviewer'
    end;
  end loop;

  if brings_clients then
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
    select coalesce(array_agg(r.place), '{}') into foreign_rows
      from rows from (
        jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, client_ids bigint[])
      ) with ordinality as r (claim_id, author, client_ids, place)
      where exists (
        select from unnest(r.client_ids) k (id)
          join public.review_clients o on o.claim_id = r.claim_id and o.client_id = k.id
          where o.user_id <> r.author);
  end if;

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

  if mentions_people then
    -- Whom the comments mention, and whose proposals were decided on. Somebody whom the desk does not know is nobody to
    -- tell.
    insert into public.review_mentions (claim_id, comment_id, person_id, by, outcome)
      select r.claim_id, m.comment, p.id, r.author, coalesce(m.outcome, '')
        from rows from (
          jsonb_to_recordset(p_rows) as (claim_id uuid, author uuid, mentions jsonb)
        ) with ordinality as r (claim_id, author, mentions, place),
        jsonb_to_recordset(r.mentions) as m (comment text, person text, outcome text)
        join public.profiles p on p.id::text = m.person
        where refusals[r.place] is null and jsonb_array_length(r.mentions) > 0 and p.id <> r.author
      on conflict do nothing;
  end if;

  return (
    select jsonb_agg(case
        when r.refusal is null then jsonb_build_object('claim_id', r.claim_id, 'n', r.n)
        else jsonb_build_object('claim_id', r.claim_id, 'refused', r.refusal) end order by r.place)
      from unnest(row_claims, numbers, refusals) with ordinality as r (claim_id, n, refusal, place));
end $$;

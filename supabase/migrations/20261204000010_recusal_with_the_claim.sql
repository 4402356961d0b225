-- Who must keep out of a claim is read with the claim, and not once more for each row: that was a sixth of what an edit
-- takes to be saved.
create or replace function app_private.append_rows_to_open_desk(
  p_claims uuid[], p_authors uuid[], p_edits int[], p_updates bytea[], p_comments_only boolean[], p_brought jsonb
) returns text[]
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  how_many int := cardinality(p_claims);
  is_alone boolean := how_many = 1;
  people uuid[];
  roles public.app_role[];
  known_claims uuid[];
  states public.claim_state[];
  seconds uuid[];
  doc_ids uuid[];
  heads bigint[];
  hashes bytea[];
  author_role public.app_role;
  claim_state public.claim_state;
  second uuid;
  are_recused boolean[];
  last_n bigint;
  last_hash bytea;
  c int;
  d int;
  brings_clients boolean := false;
  mentions_people boolean := false;
  foreign_rows bigint[] := '{}';
  numbers bigint[] := '{}';
  befores bytea[] := '{}';
  afters bytea[] := '{}';
  outcomes text[] := '{}';
begin
  if how_many = 0 then return outcomes; end if;

  -- A right that ends waits for this commit, or ended before it.
  if is_alone then
    select u.role into author_role from app_private.user_roles u where u.user_id = p_authors[1] for share;
    select l.state, l.second_id, array[p_authors[1] = any (l.recused)]
      into claim_state, second, are_recused
      from public.claims l where l.id = p_claims[1] for share;
  else
    select array_agg(k.user_id), array_agg(k.role) into people, roles
      from (
        select u.user_id, u.role from app_private.user_roles u
          where u.user_id = any (p_authors) order by u.user_id for share) k;
    select array_agg(k.id), array_agg(k.state), array_agg(k.second_id) into known_claims, states, seconds
      from (
        select l.id, l.state, l.second_id from public.claims l
          where l.id = any (p_claims) order by l.id for share) k;
    select array_agg(k.author = any (l.recused) order by k.place) into are_recused
      from rows from (unnest(p_claims), unnest(p_authors)) with ordinality as k (claim, author, place)
        left join public.claims l on l.id = k.claim;
  end if;
  for attempt in 1 .. 2 loop
    if is_alone then
      select k.head, k.head_hash into last_n, last_hash
        from public.review_documents k where k.claim_id = p_claims[1] for update;
      exit when found;
    else
      select array_agg(k.claim_id), array_agg(k.head), array_agg(k.head_hash) into doc_ids, heads, hashes
        from (
          select o.claim_id, o.head, o.head_hash from public.review_documents o
            where o.claim_id = any (p_claims) order by o.claim_id for update) k;
      exit when cardinality(doc_ids) = cardinality(known_claims);
    end if;
    exit when attempt = 2;
    insert into public.review_documents (claim_id, head_hash)
      select l.id, sha256(uuid_send(l.id)) from public.claims l
        where l.id = any (p_claims)
          and not exists (select from public.review_documents k where k.claim_id = l.id)
        order by l.id
      on conflict do nothing;
  end loop;

  for i in 1 .. how_many loop
    if not is_alone then
      author_role := roles[array_position(people, p_authors[i])];
      c := array_position(known_claims, p_claims[i]);
      claim_state := states[c];
      second := seconds[c];
    end if;
    outcomes[i] := case
      when claim_state is null then 'no_claim'
      when are_recused[i] then 'no_right'
      when p_comments_only[i] and claim_state = 'second_review' and second = p_authors[i]
          and public.second_verdict_given(p_claims[i], p_authors[i])
        then case when coalesce(author_role, 'reader') < 'reviewer' then 'no_right' end
      when claim_state <> 'in_review' then 'not_in_review'
      when coalesce(author_role, 'reader') < 'reviewer' then 'no_right'
      when second = p_authors[i] then 'second_reviewer'
    end;
  end loop;

  if p_brought is not null then
    select coalesce(bool_or(jsonb_array_length(b.client_ids) > 0), false),
        coalesce(bool_or(jsonb_array_length(b.mentions) > 0), false)
      into brings_clients, mentions_people
      from jsonb_to_recordset(p_brought) as b (client_ids jsonb, mentions jsonb);
  end if;
  if brings_clients then
    -- Of two who bring the same new id, the first one has it; then whoever holds somebody else's is refused.
    insert into public.review_clients (claim_id, client_id, user_id)
      select p_claims[b.place], k.id, p_authors[b.place]
        from rows from (jsonb_to_recordset(p_brought) as (client_ids bigint[])) with ordinality as b (client_ids, place),
          unnest(b.client_ids) k (id)
        where outcomes[b.place] is null
          and not exists (
            select from public.review_clients o where o.claim_id = p_claims[b.place] and o.client_id = k.id)
        order by b.place
      on conflict do nothing;
    select coalesce(array_agg(b.place), '{}') into foreign_rows
      from rows from (jsonb_to_recordset(p_brought) as (client_ids bigint[])) with ordinality as b (client_ids, place)
      where exists (
        select from unnest(b.client_ids) k (id)
          join public.review_clients o on o.claim_id = p_claims[b.place] and o.client_id = k.id
          where o.user_id <> p_authors[b.place]);
  end if;

  for i in 1 .. how_many loop
    if outcomes[i] is null and i = any (foreign_rows) then outcomes[i] := 'foreign_client'; end if;
    continue when outcomes[i] is not null;
    if not is_alone then
      d := array_position(doc_ids, p_claims[i]);
      last_n := heads[d];
      last_hash := hashes[d];
    end if;
    befores[i] := last_hash;
    last_n := last_n + 1;
    last_hash := sha256(last_hash || int8send(last_n) || uuid_send(p_authors[i]) || p_updates[i]);
    numbers[i] := last_n;
    afters[i] := last_hash;
    outcomes[i] := last_n::text;
    if not is_alone then
      heads[d] := last_n;
      hashes[d] := last_hash;
    end if;
  end loop;

  if not is_alone then
    insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash, comments_only)
      select p_claims[r], numbers[r], p_authors[r], p_edits[r], p_updates[r], befores[r], afters[r], p_comments_only[r]
        from generate_series(1, how_many) r where numbers[r] is not null;
    update public.review_documents k set head = h.head, head_hash = h.hash
      from unnest(doc_ids, heads, hashes) as h (claim_id, head, hash)
      where k.claim_id = h.claim_id and k.head <> h.head;
  elsif numbers[1] is not null then
    insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash, comments_only)
      values (p_claims[1], last_n, p_authors[1], p_edits[1], p_updates[1], befores[1], last_hash, p_comments_only[1]);
    update public.review_documents k set head = last_n, head_hash = last_hash where k.claim_id = p_claims[1];
  end if;

  if mentions_people then
    -- Whom the comments mention, and whose proposals were decided on. Somebody whom the desk does not know is nobody to
    -- tell.
    insert into public.review_mentions (claim_id, comment_id, person_id, by, outcome)
      select p_claims[b.place], m.comment, p.id, p_authors[b.place], coalesce(m.outcome, '')
        from rows from (jsonb_to_recordset(p_brought) as (mentions jsonb)) with ordinality as b (mentions, place),
        jsonb_to_recordset(b.mentions) as m (comment text, person text, outcome text)
        join public.profiles p on p.id::text = m.person
        where numbers[b.place] is not null and jsonb_array_length(b.mentions) > 0 and p.id <> p_authors[b.place]
      on conflict do nothing;
  end if;

  return outcomes;
end $$;

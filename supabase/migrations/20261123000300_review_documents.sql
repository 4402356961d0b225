-- What people write together. A review document is the log of its updates: each row is bound to the person the server
-- knows as its author and chained to the row before it. Snapshots only make reading fast; the rows are the truth.
create table public.review_documents (
  claim_id uuid primary key references public.claims (id),
  -- Another value than the one a browser remembers means another document: its local copy must not be merged.
  lineage uuid not null default gen_random_uuid(),
  head bigint not null default 0,
  head_hash bytea not null
);

create table public.review_updates (
  claim_id uuid not null references public.review_documents (claim_id),
  n bigint not null check (n > 0),
  author uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp(),
  -- How many of the author's messages were merged into this row.
  edits int not null check (edits > 0),
  update bytea not null check (octet_length(update) <= 16777216),
  prev_hash bytea not null,
  hash bytea not null,
  primary key (claim_id, n)
);
create index review_updates_author_idx on public.review_updates (author, claim_id);

create table public.review_snapshots (
  claim_id uuid primary key references public.review_documents (claim_id),
  upto bigint not null check (upto > 0),
  state bytea not null
);

-- Who introduced which Yjs client id: nobody else may write under it.
create table public.review_clients (
  claim_id uuid not null references public.review_documents (claim_id),
  client_id bigint not null check (client_id between 0 and 9007199254740991),
  user_id uuid not null references public.profiles (id),
  primary key (claim_id, client_id)
);

create trigger review_updates_append_only before update or delete on public.review_updates
  for each row execute function app_private.refuse_change();
create trigger review_updates_never_truncated before truncate on public.review_updates
  for each statement execute function app_private.refuse_change();

alter table public.review_documents enable row level security;
alter table public.review_updates enable row level security;
alter table public.review_snapshots enable row level security;
alter table public.review_clients enable row level security;
revoke all on public.review_documents, public.review_updates, public.review_snapshots, public.review_clients
  from public, anon, authenticated, service_role;
grant select on public.review_documents, public.review_updates to service_role;

/*
 * Appends [{claim_id, author, client_ids, update_b64, edits}, ...] and answers in the same order with
 * {claim_id, n} or {claim_id, refused: why}; one refused row does not fail the others.
 *
 * The right to edit is decided here, under locks that a change of role or of the claim's state must wait for: no edit
 * is committed after the transaction that ended the right. Locks are taken in id order: people, claims, documents.
 */
create function public.append_review_updates(p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  claim_ids uuid[];
  authors uuid[];
  item record;
  answers jsonb := '[]';
  refusal text;
  next_n bigint;
  before bytea;
  bytes bytea;
  after bytea;
begin
  select array_agg(distinct r.claim_id), array_agg(distinct r.author) into claim_ids, authors
    from jsonb_to_recordset(p_rows) as r (claim_id uuid, author uuid);

  perform 1 from app_private.user_roles u where u.user_id = any (authors) order by u.user_id for share;
  perform 1 from public.claims c where c.id = any (claim_ids) order by c.id for share;
  insert into public.review_documents (claim_id, head_hash)
    select c.id, sha256(uuid_send(c.id)) from public.claims c where c.id = any (claim_ids) order by c.id
    on conflict do nothing;
  perform 1 from public.review_documents d where d.claim_id = any (claim_ids) order by d.claim_id for update;

  for item in
    select r.claim_id, r.author, r.client_ids, r.edits, decode(r.update_b64, 'base64') as bytes
      from rows from (
        jsonb_to_recordset(p_rows)
          as (claim_id uuid, author uuid, client_ids bigint[], update_b64 text, edits int)
      ) with ordinality as r (claim_id, author, client_ids, update_b64, edits, place)
      order by r.place
  loop
    select case
        when c.id is null then 'no_claim'
        when c.state <> 'in_review' then 'not_in_review'
        when app_private.role_of(item.author) < 'reviewer' then 'no_right'
        when c.second_id = item.author then 'second_reviewer'
        when exists (
          select from public.review_clients k
            where k.claim_id = item.claim_id and k.client_id = any (item.client_ids)
              and k.user_id <> item.author) then 'foreign_client'
      end into refusal
      from (select) nothing left join public.claims c on c.id = item.claim_id;

    if refusal is not null then
      answers := answers || jsonb_build_object('claim_id', item.claim_id, 'refused', refusal);
      continue;
    end if;

    insert into public.review_clients (claim_id, client_id, user_id)
      select item.claim_id, k, item.author from unnest(item.client_ids) k
      on conflict do nothing;

    select d.head + 1, d.head_hash into strict next_n, before
      from public.review_documents d where d.claim_id = item.claim_id;
    bytes := item.bytes;
    after := sha256(before || int8send(next_n) || uuid_send(item.author) || bytes);
    insert into public.review_updates (claim_id, n, author, edits, update, prev_hash, hash)
      values (item.claim_id, next_n, item.author, item.edits, bytes, before, after);
    update public.review_documents d set head = next_n, head_hash = after where d.claim_id = item.claim_id;
    answers := answers || jsonb_build_object('claim_id', item.claim_id, 'n', next_n);
  end loop;
  return answers;
end $$;

/*
 * {lineage, head, snapshot, updates, clients}: the newest snapshot and the updates after it, in base64, and who owns
 * which client id. The document of a claim begins to exist here. Null when there is no such claim.
 */
create function public.read_review_document(p_claim uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  insert into public.review_documents (claim_id, head_hash)
    select c.id, sha256(uuid_send(c.id)) from public.claims c where c.id = p_claim
    on conflict do nothing;

  -- One statement, so that head, snapshot and rows are of one moment.
  select jsonb_build_object(
      'lineage', d.lineage,
      'head', d.head,
      'snapshot', encode(s.state, 'base64'),
      'updates', coalesce((
        select jsonb_agg(encode(u.update, 'base64') order by u.n) from public.review_updates u
          where u.claim_id = d.claim_id and u.n > coalesce(s.upto, 0)), '[]'),
      'clients', coalesce((
        select jsonb_object_agg(k.client_id, k.user_id) from public.review_clients k
          where k.claim_id = d.claim_id), '{}'))
    into answer
    from public.review_documents d left join public.review_snapshots s on s.claim_id = d.claim_id
    where d.claim_id = p_claim;
  return answer;
end $$;

/* Keeps the state after row p_upto for fast reading. An older one than is there changes nothing. */
create function public.save_review_snapshot(p_claim uuid, p_upto bigint, p_state_b64 text) returns void
language sql security definer set search_path = '' as $$
  insert into public.review_snapshots (claim_id, upto, state)
    select d.claim_id, p_upto, decode(p_state_b64, 'base64') from public.review_documents d
      where d.claim_id = p_claim and d.head >= p_upto
    on conflict (claim_id) do update set upto = excluded.upto, state = excluded.state
      where review_snapshots.upto < excluded.upto
$$;

revoke all on function public.append_review_updates(jsonb), public.read_review_document(uuid),
  public.save_review_snapshot(uuid, bigint, text) from public, anon, authenticated;
grant execute on function public.append_review_updates(jsonb), public.read_review_document(uuid),
  public.save_review_snapshot(uuid, bigint, text) to service_role;

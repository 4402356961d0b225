-- Documents, pictures and sounds that stand beside a source. The bytes rest in Storage under their hash; what they are was
-- read from them. Added by whoever may write in the review, and read by whoever may read it. They are never changed.
create table public.evidence_files (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  -- The card of the review that it belongs to.
  card text not null check (char_length(card) between 1 and 100),
  name text not null check (char_length(name) between 1 and 200),
  kind text not null check (kind in ('png', 'jpeg', 'gif', 'webp', 'pdf', 'mp3', 'wav', 'ogg', 'flac', 'm4a')),
  bytes int not null check (bytes between 1 and 15000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid not null references public.profiles (id),
  added_at timestamptz not null default clock_timestamp(),
  unique (claim_id, card, sha256)
);
create trigger evidence_files_frozen before update or delete on public.evidence_files
  for each row execute function app_private.refuse_change();
create trigger evidence_files_whole before truncate on public.evidence_files
  for each statement execute function app_private.refuse_change();
select app_private.guard_while_read_only('public.evidence_files', 'people');
alter table public.evidence_files enable row level security;
revoke all on public.evidence_files from public, anon, authenticated, service_role;
grant select on public.evidence_files to authenticated, service_role;
create policy evidence_files_read on public.evidence_files for select to authenticated
  using ((select app_private.role_at_least('reviewer')) and app_private.may_read_review(claim_id));
create policy audit_evidence_files_read on public.audit_events as restrictive for select to authenticated
  using (action <> 'evidence.file_added' or app_private.may_read_review(entity_id::uuid));

-- The same file on the same card is there once, and asking again answers with it.
create function public.add_evidence_file(p_claim uuid, p_card text, p_file jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('reviewer');
  c public.claims;
  f public.evidence_files;
begin
  select * into c from public.claims where id = p_claim for share;
  if not found or not app_private.may_read_review(p_claim) then
    raise exception 'There is no such review.' using errcode = 'PT404';
  end if;
  if c.state <> 'in_review' then
    raise exception 'Files are added while the review is written. Nothing was kept.' using errcode = 'PT403';
  end if;
  if (select count(*) from public.evidence_files where claim_id = c.id) >= 200 then
    raise exception 'A review has at most 200 files. Nothing was kept.' using errcode = 'PT422';
  end if;
  insert into public.evidence_files (claim_id, card, name, kind, bytes, sha256, added_by)
    values (c.id, p_card, p_file ->> 'name', p_file ->> 'kind', (p_file ->> 'bytes')::int, p_file ->> 'sha256', me)
    on conflict (claim_id, card, sha256) do nothing returning * into f;
  if f.id is null then
    return (select id from public.evidence_files
      where claim_id = c.id and card = p_card and sha256 = p_file ->> 'sha256');
  end if;
  perform app_private.record_audit(me, 'evidence.file_added', 'review', c.id::text,
    jsonb_build_object('fileId', f.id, 'kind', f.kind, 'bytes', f.bytes, 'sha256', f.sha256));
  return f.id;
exception
  when check_violation or not_null_violation then
    raise exception 'The file could not be taken: name, kind or size are not as they should be.' using errcode = 'PT422';
end $$;
revoke all on function public.add_evidence_file(uuid, text, jsonb) from public, anon;
grant execute on function public.add_evidence_file(uuid, text, jsonb) to authenticated;

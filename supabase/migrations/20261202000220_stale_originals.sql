-- What was read and never saved goes after two days, also where nobody takes anything in after that.
create index staged_originals_created_idx on app_private.staged_originals (created_at);

create function app_private.drop_stale_originals(p_now timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
declare
  gone int;
begin
  -- One that is being saved just now is left to whoever saves it.
  delete from app_private.staged_originals where id in (
    select id from app_private.staged_originals where created_at < p_now - interval '2 days' for update skip locked);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function app_private.drop_stale_originals(timestamptz) from public;

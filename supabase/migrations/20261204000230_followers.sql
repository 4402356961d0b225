-- Readers who asked to be told when a verdict changes. Of each there is an address and nothing else, until they leave; nobody
-- at the desk reads it, and it goes into no trail. The server alone works with these rows.
create table public.verdict_followers (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null references public.claims (id),
  -- Nothing in it can begin another header, name a second person, or be told apart by case.
  address text not null check (char_length(address) <= 254 and address = lower(address)
    and address ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$'),
  -- In the links of their mails: who has it can confirm and leave.
  secret text not null unique default encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
  asked_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  unique (claim_id, address)
);
create index verdict_followers_address_idx on public.verdict_followers (address);
create index verdict_followers_waiting_idx on public.verdict_followers (asked_at) where confirmed_at is null;

-- What is to be mailed to them: once to confirm each time they ask, and once for each change.
create table public.follower_mails (
  id uuid primary key default gen_random_uuid(),
  follower_id uuid not null references public.verdict_followers (id) on delete cascade,
  -- Null in a mail that asks for a confirmation.
  change_id bigint references public.published_changes (id),
  at timestamptz not null default clock_timestamp(),
  queued_at timestamptz,
  mailed_at timestamptz,
  unique (follower_id, change_id)
);
create index follower_mails_waiting_idx on public.follower_mails (at) where queued_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['verdict_followers', 'follower_mails'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;

create function app_private.tell_post() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('countersign_post', '');
  return null;
end $$;
create trigger follower_mails_told after insert on public.follower_mails
  for each statement execute function app_private.tell_post();

-- Whoever is confirmed is told of whatever readers of the page are told; a mended typo is none of it.
create function app_private.mail_followers() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.follower_mails (follower_id, change_id)
    select f.id, new.id from public.verdict_followers f where f.claim_id = new.claim_id and f.confirmed_at is not null
    on conflict do nothing;
  return null;
end $$;
create trigger published_changes_mailed after insert on public.published_changes for each row
  when (new.kind = 'retracted' or (new.kind = 'corrected' and new.correction is distinct from 'typo'))
  execute function app_private.mail_followers();

-- Asks to be told. Answers the same whether the address was there before or not. Nobody’s mailbox is filled by it: one mail an
-- hour for a verdict, three a day for all.
create function public.follow_verdict(p_slug text, p_address text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  claim uuid := (select p.claim_id from public.published_verdicts p where p.slug = p_slug and p.number = 1);
  f public.verdict_followers;
begin
  if claim is null then raise exception 'No verdict is published at that address.' using errcode = 'PT404'; end if;
  if exists (select from public.verdict_notices n where n.claim_id = claim and n.kind = 'retracted') then
    raise exception 'This verdict is retracted, and will not change any more.' using errcode = 'PT422';
  end if;
  if (select count(*) from (select from public.verdict_followers r where r.claim_id = claim limit 20000) x) >= 20000 then
    raise exception 'Very many readers follow this verdict already. Its feed tells of every change.' using errcode = 'PT422';
  end if;
  insert into public.verdict_followers (claim_id, address) values (claim, lower(btrim(p_address)))
    on conflict (claim_id, address) do nothing;
  select * into strict f from public.verdict_followers where claim_id = claim and address = lower(btrim(p_address)) for update;
  if f.confirmed_at is not null
     or exists (select from public.follower_mails m where m.follower_id = f.id and m.at > clock_timestamp() - interval '1 hour')
     or (select count(*) from public.follower_mails m join public.verdict_followers o on o.id = m.follower_id
          where o.address = f.address and m.change_id is null and m.at > clock_timestamp() - interval '1 day') >= 3 then
    return;
  end if;
  update public.verdict_followers set asked_at = clock_timestamp() where id = f.id;
  insert into public.follower_mails (follower_id) values (f.id);
end $$;

-- What a link is about: the verdict, and whether it was confirmed. Null when it is not known, or not any more.
create function public.follower_link(p_secret text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('slug', v.slug, 'shortClaim', v.short_claim, 'isConfirmed', f.confirmed_at is not null)
    from public.verdict_followers f
    join lateral (select p.slug, p.short_claim from public.published_verdicts p where p.claim_id = f.claim_id
      order by p.number desc limit 1) v on true
    where f.secret = p_secret
$$;

-- Confirms, within two days of asking. Again changes nothing.
create function public.confirm_follower(p_secret text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.verdict_followers set confirmed_at = coalesce(confirmed_at, clock_timestamp())
    where secret = p_secret and (confirmed_at is not null or asked_at > clock_timestamp() - interval '2 days');
  return found;
end $$;

-- Leaves: the address is deleted, with whatever was still to be mailed to it.
create function public.unfollow(p_secret text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.verdict_followers where secret = p_secret;
  return found;
end $$;

-- All that the desk learns of them.
create function public.count_followers(p_claim uuid) returns int
language sql stable security definer set search_path = '' as $$
  select case when app_private.role_at_least('editor') then (
    select count(*)::int from public.verdict_followers f where f.claim_id = p_claim and f.confirmed_at is not null) else 0 end
$$;

-- Whoever did not confirm within two days is forgotten, and so is whoever followed what was retracted a month ago.
create function app_private.drop_stale_followers(p_now timestamptz) returns void
language sql security definer set search_path = '' as $$
  delete from public.verdict_followers f
    where (f.confirmed_at is null and f.asked_at < p_now - interval '2 days')
      or exists (select from public.verdict_notices n where n.claim_id = f.claim_id and n.kind = 'retracted'
        and n.since < p_now - interval '30 days');
$$;

revoke all on function app_private.tell_post(), app_private.mail_followers(), app_private.drop_stale_followers(timestamptz)
  from public;
revoke all on function public.follow_verdict(text, text), public.follower_link(text), public.confirm_follower(text),
  public.unfollow(text), public.count_followers(uuid) from public, anon, authenticated, service_role;
grant execute on function public.follow_verdict(text, text), public.follower_link(text), public.confirm_follower(text),
  public.unfollow(text) to service_role;
grant execute on function public.count_followers(uuid) to authenticated;

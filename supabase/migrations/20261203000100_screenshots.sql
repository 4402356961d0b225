-- A picture of a captured page, where the desk has a browser for it: its hash, its size and which browser drew it, or why
-- there is none. The bytes rest in Storage under their hash, and in the WARC. Captures from before have neither.
alter table public.captures
  add column screenshot_sha256 text check (screenshot_sha256 ~ '^[0-9a-f]{64}$'),
  add column screenshot_bytes int check (screenshot_bytes > 0),
  add column screenshot_tool text check (char_length(screenshot_tool) between 1 and 100),
  add column no_screenshot text check (char_length(no_screenshot) between 1 and 40),
  add check (num_nonnulls(screenshot_sha256, screenshot_bytes, screenshot_tool) in (0, 3)),
  add check (screenshot_sha256 is null or (state = 'kept' and no_screenshot is null));

-- As before, with the picture.
create or replace function app_private.keep_capture(p_id uuid, p_attempt int, p_kept jsonb, p_text text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  c public.captures;
begin
  select * into c from public.captures where id = p_id for update;
  if c.state <> 'fetching' or c.attempts <> p_attempt then return false; end if;
  update public.captures set
      state = 'kept', failure = null, kept_at = clock_timestamp(), fetched_at = (p_kept ->> 'fetchedAt')::timestamptz,
      final_url = p_kept ->> 'finalUrl',
      redirects = array(select jsonb_array_elements_text(p_kept -> 'redirects')),
      status = (p_kept ->> 'status')::int, content_type = p_kept ->> 'contentType',
      remote_address = p_kept ->> 'remoteAddress', certificate = p_kept ->> 'certificate', tool = p_kept ->> 'tool',
      body_bytes = (p_kept ->> 'bodyBytes')::int, body_sha256 = p_kept ->> 'bodySha256',
      text_sha256 = p_kept ->> 'textSha256', no_text = p_kept ->> 'noText',
      screenshot_sha256 = p_kept -> 'screenshot' ->> 'sha256',
      screenshot_bytes = (p_kept -> 'screenshot' ->> 'bytes')::int,
      screenshot_tool = p_kept -> 'screenshot' ->> 'tool', no_screenshot = p_kept ->> 'noScreenshot',
      warc_bytes = (p_kept ->> 'warcBytes')::int, warc_sha256 = p_kept ->> 'warcSha256'
    where id = p_id returning * into c;
  if p_text is not null then insert into public.capture_texts (capture_id, text) values (p_id, p_text); end if;
  -- Of the review, which no public trail has: it shows on what somebody works.
  perform app_private.record_audit(null, 'capture.kept', 'review', c.claim_id::text, jsonb_build_object(
    'captureId', c.id, 'fetchedAt', c.fetched_at, 'body', c.body_sha256, 'text', c.text_sha256, 'warc', c.warc_sha256)
    || case when c.screenshot_sha256 is null then '{}' else jsonb_build_object('screenshot', c.screenshot_sha256) end);
  return true;
end $$;

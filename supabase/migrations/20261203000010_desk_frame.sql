-- What stands around every page of the desk, in one question: how much the caller has not read, whether the desk is
-- read-only, and whether single keys are on. Row-level security says what each part may show.
create function public.desk_frame() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'unread', public.unread_notifications(),
    'readOnly', (select case when s.read_only then jsonb_build_object('reason', s.read_only_reason,
        'since', s.read_only_since, 'by', s.read_only_by) end from public.desk_settings s),
    'singleKeys', coalesce((select k.single_keys from public.keyboard_settings k
      where k.person_id = (select auth.uid())), true))
$$;

-- Which of these claims wait for somebody beside their state: the article says something else now, or a reviewer asked
-- for help. Row-level security shows a question for help only to whoever may read its review now.
create function public.claim_marks(p_claims uuid[]) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'drifted', (select coalesce(jsonb_agg(distinct d.claim_id), '[]') from public.claim_drifts d
      where d.flagged and d.ended is null and d.claim_id = any (p_claims)),
    'asking', (select coalesce(jsonb_agg(distinct h.claim_id), '[]') from public.help_requests h
      where h.answered_at is null and h.claim_id = any (p_claims)))
$$;

revoke all on function public.desk_frame(), public.claim_marks(uuid[]) from public, anon;
grant execute on function public.desk_frame(), public.claim_marks(uuid[]) to authenticated;

-- Corrections are of kinds: typo, update, correction, changed verdict, retraction. The kind is chosen when a correction is
-- begun, and what was changed is held to it when it is published; the same rules stand in app/domain/report/correction.

-- How many letters are added and taken away between two texts, at most `p_most` + 1: the shortest way (Myers), counted in
-- code points.
create function app_private.letters_changed(p_from text, p_to text, p_most int) returns int
language plpgsql immutable set search_path = '' as $$
declare
  a text[] := string_to_array(p_from, null);
  b text[] := string_to_array(p_to, null);
  n int := coalesce(cardinality(a), 0);
  m int := coalesce(cardinality(b), 0);
  -- How far each diagonal has come; Postgres arrays can begin anywhere.
  far int[];
  x int;
begin
  if p_most < 0 then return p_most + 1; end if;
  far := array_fill(0, array[2 * p_most + 3], array[-p_most - 1]);
  for d in 0..p_most loop
    for k in -d..d by 2 loop
      if k = -d or (k <> d and far[k - 1] < far[k + 1]) then x := far[k + 1];
      else x := far[k - 1] + 1;
      end if;
      while x < n and x - k < m and a[x + 1] = b[x - k + 1] loop x := x + 1; end loop;
      far[k] := x;
      if x >= n and x - k >= m then return d; end if;
    end loop;
  end loop;
  return p_most + 1;
end $$;

-- Every number as it is written, with its sign, separators and unit.
create function app_private.figures(p_text text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(r.m[1], ' ' order by r.place), '')
    from regexp_matches(p_text, '[-+−$€£]?[0-9]+(?:[.,:/][0-9]+)*[%°]?', 'g') with ordinality as r (m, place)
$$;

-- The words that no typo adds, takes away or moves.
create function app_private.weighty_words(p_text text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(w.word, ' ' order by w.place), '')
    from (select lower(m[1]) as word, place
      from regexp_matches(replace(p_text, '’', ''''), '[A-Za-z'']+', 'g') with ordinality as r (m, place)) w
    where w.word like '%n''t' or w.word = any (string_to_array(
      'no not never none nor neither nobody nothing nowhere without cannot zero one two three four five six seven eight '
      || 'nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion '
      || 'trillion half quarter third twice double', ' '))
$$;

-- The words of a rationale one run after another, and the same rationale without them.
create function app_private.words_in(p_json jsonb) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  inner_json jsonb;
  words text[] := '{}';
begin
  if jsonb_typeof(p_json) = 'array' then
    for inner_json in select value from jsonb_array_elements(p_json) with ordinality i (value, place) order by place loop
      words := words || app_private.words_in(inner_json);
    end loop;
  elsif jsonb_typeof(p_json) = 'object' then
    if jsonb_typeof(p_json -> 'text') = 'string' then words := words || (p_json ->> 'text'); end if;
    for inner_json in select value from jsonb_each(p_json) order by key collate "C" loop
      words := words || app_private.words_in(inner_json);
    end loop;
  end if;
  return words;
end $$;
create function app_private.without_words(p_json jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_json) = 'array' then
    return coalesce((select jsonb_agg(app_private.without_words(i.value) order by i.place)
      from jsonb_array_elements(p_json) with ordinality i (value, place)), '[]');
  elsif jsonb_typeof(p_json) = 'object' then
    return coalesce((select jsonb_object_agg(m.key,
        case when m.key = 'text' and jsonb_typeof(m.value) = 'string' then '""'::jsonb else app_private.without_words(m.value) end)
      from jsonb_each(p_json) m), '{}');
  end if;
  return p_json;
end $$;

-- What makes a change more than a typo, in words; null when it is none or no more than that.
create function app_private.typo_fault(p_before jsonb, p_short_before text, p_after jsonb, p_short_after text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  before_words text[] := array[p_short_before, p_before #>> '{verdict,summary}']
    || app_private.words_in(p_before #> '{verdict,rationale}');
  after_words text[] := array[p_short_after, p_after #>> '{verdict,summary}']
    || app_private.words_in(p_after #> '{verdict,rationale}');
  letters int := 0;
begin
  if (p_before #- '{verdict,summary}' #- '{verdict,rationale}') <> (p_after #- '{verdict,summary}' #- '{verdict,rationale}')
     or app_private.without_words(p_before #> '{verdict,rationale}')
       <> app_private.without_words(p_after #> '{verdict,rationale}') then
    return 'It changes more than the words of the summary, the rationale and the short form of the claim.';
  end if;
  for i in 1..cardinality(before_words) loop
    continue when before_words[i] = after_words[i];
    if app_private.figures(before_words[i]) <> app_private.figures(after_words[i]) then
      return 'It changes a number.';
    end if;
  end loop;
  for i in 1..cardinality(before_words) loop
    continue when before_words[i] = after_words[i];
    if app_private.weighty_words(before_words[i]) <> app_private.weighty_words(after_words[i]) then
      return 'It changes a number or a negation that is written as a word.';
    end if;
  end loop;
  for i in 1..cardinality(before_words) loop
    continue when before_words[i] = after_words[i];
    letters := letters + app_private.letters_changed(before_words[i], after_words[i], 12 - letters);
    if letters > 12 then return 'It changes more than 12 letters.'; end if;
  end loop;
  return null;
end $$;

-- The lightest kind that a change can pass as; null when nothing is changed.
create function app_private.least_correction(p_before jsonb, p_short_before text, p_after jsonb, p_short_after text)
returns text
language plpgsql immutable set search_path = '' as $$
begin
  if p_before #> '{verdict,rating}' <> p_after #> '{verdict,rating}'
     or p_before #> '{verdict,scale}' <> p_after #> '{verdict,scale}' then
    return 'verdict_change';
  end if;
  if p_before -> 'claim' <> p_after -> 'claim' or exists (
      select from jsonb_array_elements(p_before -> 'evidence') b where not exists (
        select from jsonb_array_elements(p_after -> 'evidence') a
          where a -> 'id' = b -> 'id' and a -> 'url' = b -> 'url' and a -> 'stance' = b -> 'stance'
            and a -> 'excerpt' = b -> 'excerpt')) then
    return 'correction';
  end if;
  if app_private.typo_fault(p_before, p_short_before, p_after, p_short_after) is not null then return 'update'; end if;
  return case when p_before = p_after and p_short_before = p_short_after then null else 'typo' end;
end $$;

create function app_private.correction_rank(p_kind text) returns int
language sql immutable set search_path = '' as $$
  select array_position(array['typo', 'update', 'correction', 'verdict_change', 'retraction'], p_kind)
$$;
create function app_private.correction_words(p_kind text) returns text
language sql immutable set search_path = '' as $$
  select case p_kind when 'verdict_change' then 'changed verdict' else p_kind end
$$;

-- As what a correction that is under way was begun, and what editors made of it since. The newest counts.
create table public.correction_choices (
  id bigint generated always as identity primary key,
  claim_id uuid not null references public.claims (id),
  kind text not null check (kind in ('typo', 'update', 'correction', 'verdict_change')),
  by uuid not null references public.profiles (id),
  at timestamptz not null default clock_timestamp()
);
create index correction_choices_claim_idx on public.correction_choices (claim_id, id desc);

-- Slips of writing that one editor mended: their signature over exactly the content that came of it.
create table public.typo_mends (
  version_id uuid primary key references public.verdict_versions (id),
  claim_id uuid not null references public.claims (id),
  by uuid not null references public.profiles (id),
  content_hash text not null,
  wrong text not null check (char_length(wrong) between 1 and 500),
  right_words text not null check (char_length(right_words) <= 500),
  signed_at timestamptz not null default clock_timestamp()
);
create index typo_mends_claim_idx on public.typo_mends (claim_id);

-- What others think of a verdict is not read by whoever has yet to decide on it blind.
do $$
declare
  t text;
begin
  foreach t in array array['correction_choices', 'typo_mends'] loop
    execute format('create trigger %I before update or delete on public.%I
      for each row execute function app_private.refuse_change()', t || '_frozen', t);
    execute format('create trigger %I before truncate on public.%I
      for each statement execute function app_private.refuse_change()', t || '_kept', t);
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
    execute format('grant select on public.%I to authenticated', t);
    execute format('create policy %I on public.%I for select to authenticated
      using ((select app_private.role_at_least(''reviewer'')) and not app_private.is_blind_to(claim_id::text))', t || '_read', t);
    perform app_private.guard_while_read_only(format('public.%I', t)::regclass, 'people');
  end loop;
end $$;

-- The kind with the words that readers were given. Null in a first publication, and in what was corrected before there were
-- kinds.
alter table public.published_verdicts
  add column correction text check (correction in ('typo', 'update', 'correction', 'verdict_change')),
  add column correction_reason text,
  add check ((correction is null) = (correction_reason is null) and (correction is null or number > 1));
alter table public.published_changes
  add column correction text check (correction in ('typo', 'update', 'correction', 'verdict_change', 'retraction'));

alter table public.verdict_versions drop constraint verdict_versions_origin_check;
alter table public.verdict_versions add constraint verdict_versions_origin_check
  check (origin in ('submission', 'adjudication', 'concession', 'typo'));

-- What was changed is held to the kind, whichever function publishes it; and what is more than a typo was signed by somebody
-- else than who wrote it. Fires after the triggers that complete the copy.
create function app_private.publish_kind() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v public.verdict_versions := app_private.latest_version(new.claim_id);
  before public.published_verdicts;
  notice public.verdict_notices;
  lightest text;
  chosen text;
begin
  if new.number = 1 then return new; end if;
  select * into strict before from public.published_verdicts where claim_id = new.claim_id and number = new.number - 1;
  lightest := app_private.least_correction(
    before.content::jsonb, before.short_claim, new.content::jsonb, new.short_claim);
  if v.origin = 'typo' then
    if lightest is distinct from 'typo' then
      raise exception '% That is more than a typo: begin an update or a correction instead.', coalesce(
        app_private.typo_fault(before.content::jsonb, before.short_claim, new.content::jsonb, new.short_claim),
        'Nothing is changed.') using errcode = 'PT422';
    end if;
    new.correction := 'typo';
    new.correction_reason := btrim(current_setting('app_private.reason', true));
    -- Everything else is as it was; so are the people, and one more.
    new.exceptions := before.exceptions;
    new.settlement := before.settlement;
    new.replies := before.replies;
    new.credits := before.credits || jsonb_build_array(jsonb_build_object('capacity', 'mender', 'at', v.submitted_at,
      'name', (select coalesce(p.public_byline, p.name) from public.profiles p where p.id = v.submitted_by)));
    return new;
  end if;
  select * into notice from public.verdict_notices where claim_id = new.claim_id;
  select k.kind into chosen from public.correction_choices k
    where k.claim_id = new.claim_id and k.at >= notice.since order by k.id desc limit 1;
  chosen := coalesce(chosen, 'correction');
  if chosen = 'verdict_change' and lightest is distinct from 'verdict_change' then
    raise exception '“%”: It was begun as a changed verdict, and the rating is the one that was published. Choose what else it is.',
      new.short_claim using errcode = 'PT422';
  end if;
  if app_private.correction_rank(lightest) > app_private.correction_rank(chosen) then
    raise exception '“%”: It was begun as: %. What was changed is at least: %. Choose that, or reopen the review.',
      new.short_claim, app_private.correction_words(chosen), app_private.correction_words(lightest) using errcode = 'PT422';
  end if;
  if not exists (
      select from public.sign_offs s where s.version_id = v.id and s.voided_at is null and s.by <> (
        select w.submitted_by from public.verdict_versions w
          where w.claim_id = new.claim_id and w.origin = 'submission' order by w.number desc limit 1)) then
    raise exception 'What is more than a typo is signed by somebody else than who wrote it.' using errcode = 'PT403';
  end if;
  new.correction := chosen;
  new.correction_reason := coalesce(notice.reason, '');
  return new;
end $$;
create trigger published_with_kind before insert on public.published_verdicts
  for each row execute function app_private.publish_kind();

-- As before; and the log says what kind of correction it was, with the words that readers were given.
create or replace function app_private.append_to_log(p_kind text, p public.published_verdicts, p_record jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.log_entries (index, at, kind, claim_id, claim, publication, record, entry, hash)
  values (0, now(), p_kind, p.claim_id, p.slug, p.number, (jsonb_build_object(
    'v', 1, 'kind', p_kind, 'claimId', p.claim_id, 'slug', p.slug, 'number', p.number, 'contentHash', p.content_hash,
    'reportId', p.report_id)
    || case when p_kind = 'corrected' and p.correction is not null then jsonb_build_object(
        'correction', jsonb_build_object('kind', p.correction, 'reason', p.correction_reason)) else '{}' end
    || p_record)::text, '', '');
$$;

-- As before; and of what kind it was.
create or replace function app_private.log_published_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  corrected public.published_verdicts;
begin
  if tg_op <> 'DELETE' then
    insert into public.published_changes (claim_id, kind, reason, at, correction)
      values (new.claim_id, new.kind, new.reason, new.since,
        case new.kind when 'retracted' then 'retraction' end);
    return null;
  end if;
  select * into corrected from public.published_verdicts
    where claim_id = old.claim_id and published_at > old.since order by number desc limit 1;
  insert into public.published_changes (claim_id, kind, reason, at, correction)
    values (old.claim_id, case when corrected.claim_id is null then 'upheld' else 'corrected' end, old.reason,
      coalesce(corrected.published_at, clock_timestamp()), corrected.correction);
  return null;
end $$;

-- A mended typo takes no notice away, so it is a line of its own.
create function app_private.log_mended_typo() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.published_changes (claim_id, kind, reason, at, correction)
    values (new.claim_id, 'corrected', new.correction_reason, new.published_at, 'typo');
  return null;
end $$;
create trigger published_typo_listed after insert on public.published_verdicts for each row
  when (new.correction = 'typo') execute function app_private.log_mended_typo();

insert into public.workflow_transitions (from_state, action, to_state, by, reason_required) values
  ('published', 'mend', 'published', '{editor}', true);

-- Mends a slip of writing in what is published, by one editor. No review is begun; what would be more than a typo is refused
-- where it would be published.
create function public.mend_typo(
  p_claim uuid, p_expected int, p_content text, p_short_claim text, p_wrong text, p_right text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  c public.claims := app_private.begin_transition(p_claim, 'mend', p_expected, p_reason);
  before public.published_verdicts;
  newest public.verdict_versions := app_private.latest_version(c.id);
  v public.verdict_versions;
begin
  select * into strict before from public.published_verdicts where claim_id = c.id order by number desc limit 1;
  if octet_length(p_content) > 1000000 or app_private.canonical_json(p_content::jsonb) <> p_content then
    raise exception 'The content is not written as signed content is.' using errcode = 'PT422';
  end if;
  insert into public.verdict_versions (claim_id, number, content, content_hash, rating, document_head, origin, submitted_by)
    values (c.id, newest.number + 1, p_content, '', newest.rating, newest.document_head, 'typo', me)
    returning * into v;
  insert into public.typo_mends (version_id, claim_id, by, content_hash, wrong, right_words)
    values (v.id, c.id, me, v.content_hash, p_wrong, p_right);
  insert into public.published_verdicts (claim_id, number, report_id, slug, short_claim, content, content_hash, credits)
    values (c.id, before.number + 1, before.report_id, before.slug, btrim(p_short_claim), v.content, v.content_hash, '[]');
  return app_private.finish_transition(c, 'mend', 'published', p_reason, 'claim.typo_mended', jsonb_build_object(
    'wrong', p_wrong, 'right', p_right, 'contentHash', v.content_hash, 'number', v.number,
    'publication', before.number + 1));
exception
  when invalid_text_representation then
    raise exception 'The content is not written as signed content is.' using errcode = 'PT422';
end $$;

-- As before; and a correction has its kind from the beginning.
create or replace function app_private.after_publication(c public.claims, p_action text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kind text := coalesce(nullif(current_setting('app_private.correction', true), ''), 'correction');
begin
  if char_length(btrim(p_reason)) > 2000 then
    raise exception 'Shorten the reason to 2,000 characters.' using errcode = 'PT422';
  end if;
  if p_action = 'uphold' then
    delete from public.verdict_notices where claim_id = c.id;
    return app_private.finish_transition(c, p_action, 'published', p_reason, 'claim.upheld', '{}');
  end if;
  insert into public.verdict_notices (claim_id, report_id, kind, reason)
    select c.id, p.report_id, case p_action when 'retract' then 'retracted' else 'being_corrected' end, btrim(p_reason)
      from public.published_verdicts p where p.claim_id = c.id and p.number = 1
    on conflict (claim_id) do update set kind = excluded.kind, reason = excluded.reason, since = excluded.since;
  if p_action = 'retract' then
    return app_private.finish_transition(c, p_action, 'retracted', p_reason, 'claim.retracted', '{}');
  end if;
  insert into public.correction_choices (claim_id, kind, by) values (c.id, kind, (select auth.uid()));
  return app_private.finish_transition(c, p_action, 'being_corrected', p_reason, 'claim.correction_begun',
    jsonb_build_object('kind', kind));
end $$;

create function app_private.check_kind(p_kind text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if coalesce(p_kind, '') not in ('typo', 'update', 'correction', 'verdict_change') then
    raise exception 'Choose what kind of correction it is.' using errcode = 'PT422';
  end if;
end $$;

create function public.begin_correction(p_claim uuid, p_expected int, p_kind text, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  begun jsonb;
begin
  perform app_private.check_kind(p_kind);
  perform set_config('app_private.correction', p_kind, true);
  begun := app_private.after_publication(
    app_private.begin_transition(p_claim, 'correct', p_expected, p_reason), 'correct', p_reason);
  perform set_config('app_private.correction', '', true);
  return begun;
end $$;

-- Says that a correction that is under way is of another kind. Readers learn the kind when it is published.
create function public.choose_correction_kind(p_claim uuid, p_kind text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := app_private.require_role('editor');
  c public.claims;
begin
  perform app_private.check_kind(p_kind);
  select * into c from public.claims where id = p_claim for update;
  if c.id is null then raise exception 'There is no such claim.' using errcode = 'PT404'; end if;
  if me = any (c.recused) then
    raise exception 'You declared a conflict of interest on this claim.' using errcode = 'PT403';
  end if;
  if not exists (select from public.verdict_notices n where n.claim_id = c.id and n.kind = 'being_corrected') then
    raise exception 'No correction of this verdict is under way.' using errcode = 'PT422';
  end if;
  if p_kind = (select k.kind from public.correction_choices k where k.claim_id = c.id order by k.id desc limit 1) then
    return;
  end if;
  insert into public.correction_choices (claim_id, kind, by) values (c.id, p_kind, me);
  perform app_private.record_audit(me, 'claim.correction_kind', 'claim', c.id::text, jsonb_build_object('kind', p_kind));
end $$;

-- As before; and mended typos are left out, and the kind is told.
create or replace function public.corrections_log(p_limit int, p_before bigint default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(x order by x.id desc), '[]') from (
    select c.id, c.kind, c.reason, c.at, c.correction, v.slug, v.short_claim,
      r.slug as report_slug, r.headline, r.demo,
      b.content::jsonb -> 'verdict' ->> 'rating' as rating_before,
      a.content::jsonb -> 'verdict' ->> 'rating' as rating_after, a.number
    from public.published_changes c
    join lateral (select p.* from public.published_verdicts p where p.claim_id = c.claim_id
      order by p.number desc limit 1) v on true
    join public.reports r on r.id = v.report_id
    left join lateral (select p.number, p.content from public.published_verdicts p
      where c.kind = 'corrected' and p.claim_id = c.claim_id and p.published_at <= c.at
      order by p.number desc limit 1) a on true
    left join public.published_verdicts b on b.claim_id = c.claim_id and b.number = a.number - 1
    where (p_before is null or c.id < p_before) and c.correction is distinct from 'typo'
    order by c.id desc limit least(greatest(p_limit, 0), 500)) x
$$;

-- As before; and of what kind a change was.
create or replace function public.publications(p_limit int, p_before timestamptz default null, p_slug text default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changes as (select claim_id, max(at) as at from public.published_changes group by claim_id),
  newest as (
    select v.claim_id, v.number, v.slug, greatest(v.published_at, c.at) as changed
    from (select distinct on (p.claim_id) p.claim_id, p.number, p.slug, p.published_at
      from public.published_verdicts p order by p.claim_id, p.number desc) v
    left join changes c on c.claim_id = v.claim_id),
  page as (
    select * from newest n
    where p_before is null or (n.changed, n.slug) < (p_before, coalesce(p_slug, ''))
    order by n.changed desc, n.slug desc limit least(greatest(p_limit, 0), 2000))
  select coalesce(jsonb_agg(jsonb_build_object(
      'claim_id', p.claim_id, 'number', p.number, 'slug', p.slug, 'short_claim', p.short_claim, 'content', p.content,
      'published_at', p.published_at, 'changed_at', n.changed,
      'first_published_at', (select f.published_at from public.published_verdicts f
        where f.claim_id = p.claim_id and f.number = 1),
      'report_slug', r.slug, 'headline', r.headline, 'demo', r.demo, 'source', r.source - 'text',
      'notice', (select jsonb_build_object('kind', v.kind, 'reason', v.reason, 'since', v.since)
        from public.verdict_notices v where v.claim_id = p.claim_id),
      'changes', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'reason', c.reason, 'at', c.at,
            'correction', c.correction) order by c.at, c.id), '[]')
        from public.published_changes c where c.claim_id = p.claim_id)
    ) order by n.changed desc, n.slug desc), '[]')
  from page n
  join public.published_verdicts p on p.claim_id = n.claim_id and p.number = n.number
  join public.reports r on r.id = p.report_id
$$;

revoke all on function app_private.letters_changed(text, text, int), app_private.weighty_words(text), app_private.figures(text),
  app_private.words_in(jsonb), app_private.without_words(jsonb), app_private.typo_fault(jsonb, text, jsonb, text),
  app_private.least_correction(jsonb, text, jsonb, text), app_private.correction_rank(text),
  app_private.correction_words(text), app_private.publish_kind(), app_private.log_mended_typo(),
  app_private.check_kind(text) from public;
revoke all on function public.mend_typo(uuid, int, text, text, text, text, text),
  public.begin_correction(uuid, int, text, text), public.choose_correction_kind(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.mend_typo(uuid, int, text, text, text, text, text),
  public.begin_correction(uuid, int, text, text), public.choose_correction_kind(uuid, text) to authenticated;

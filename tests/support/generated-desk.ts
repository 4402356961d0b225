import type postgres from "postgres";

export interface GeneratedSize {
  people: number;
  articles: number;
  claims: number;
}

const towns = "Springfield Rome Istanbul Århus Malmö Kraków Zürich Erdoğan Nairobi Quito".split(
  " ",
);
const subjects =
  "council ministry bridge inflation hospital school border harvest railway budget election vaccine".split(
    " ",
  );
const verbs = "rejected doubled closed opened promised halved denied published delayed sold".split(
  " ",
);
const claimants = ["Giuseppe Conte", "Boris Johnson", "Zoë Müller", "The ministry", null];
const outlets = ["The Paper", "Il Foglio", "Morning Post", "Le Journal", null];

/**
 * Fills a database with people, articles and claims in every state, the same ones for the same seed. Written straight
 * into the tables, because taking each claim through its life would take hours; nothing here has a review.
 */
export async function generateDesk(
  sql: postgres.Sql,
  { people, articles, claims }: GeneratedSize,
  seed = 0.42,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select setseed(${seed})`;
    await tx`
      insert into auth.users (id, email, raw_user_meta_data)
      select gen_random_uuid(), 'generated-' || n || '@people.test', jsonb_build_object('name', 'Person ' || lpad(n::text, 3, '0'))
      from generate_series(1, ${people}) n`;
    await tx`
      update app_private.user_roles r set role = case when u.email ~ '0@' then 'editor' else 'reviewer' end::public.app_role
      from auth.users u where u.id = r.user_id and u.email like 'generated-%'`;
    await tx`
      create temporary table cast_of on commit drop as
      select row_number() over (order by p.name) as n, p.id from public.profiles p
      join auth.users u on u.id = p.id where u.email like 'generated-%'`;
    await tx`
      with made as (
        insert into public.articles (id, created_by)
        select gen_random_uuid(), (select id from cast_of where n = 1) from generate_series(1, ${articles})
        returning id)
      insert into public.article_versions
        (article_id, number, title, outlet, published_on, language, text, sha256, created_by)
      select made.id, 1,
        initcap((${subjects}::text[])[1 + floor(random() * ${subjects.length})::int]) || ' news from ' ||
          (${towns}::text[])[1 + floor(random() * ${towns.length})::int],
        (${outlets}::text[])[1 + floor(random() * ${outlets.length})::int],
        date '2026-01-01' + floor(random() * 300)::int, 'en',
        repeat('It was said again and again, and written down. ', 60), '', (select id from cast_of where n = 1)
      from made`;
    await tx`
      with versions as (
        select row_number() over (order by v.id) as n, v.id, v.article_id from public.article_versions v
        where v.created_by = (select id from cast_of where n = 1)),
      drawn as (
        select n, 1 + floor(random() * ${articles})::int as article,
          (enum_range(null::public.claim_state))[1 + floor(random() * 8)::int] as state,
          (enum_range(null::public.claim_type))[1 + floor(random() * 7)::int] as type,
          1 + floor(random() * ${people})::int as lead, 1 + floor(random() * (${people} - 1))::int as apart,
          random() as worth, random() as dated, random() as age,
          (${claimants}::text[])[1 + floor(random() * ${claimants.length})::int] as claimant,
          (${towns}::text[])[1 + floor(random() * ${towns.length})::int] as town,
          (${subjects}::text[])[1 + floor(random() * ${subjects.length})::int] as subject,
          (${verbs}::text[])[1 + floor(random() * ${verbs.length})::int] as verb
        from generate_series(1, ${claims}) n)
      insert into public.claims (
        article_id, article_version_id, exact, prefix, suffix, start_offset, end_offset, statement, claimant, type,
        check_worthiness, origin, state, version, lead_id, second_id, due_on, created_by, created_at, updated_at,
        assigned_at)
      select v.article_id, v.id, 'They ' || d.verb || ' the ' || d.subject || ' by ' || d.n || ' votes.', '', '',
        d.n, d.n + 40, 'The ' || d.subject || ' of ' || d.town || ' was ' || d.verb || ' by ' || d.n || ' votes.',
        d.claimant, d.type, round(d.worth::numeric, 2)::real, 'engine', d.state, 1,
        case when d.state >= 'in_review' then l.id end, case when d.state >= 'in_review' then s.id end,
        case when d.dated < 0.5 then current_date + floor(d.dated * 60)::int - 10 end,
        l.id, now() - d.age * interval '200 days' - interval '1 hour', now() - d.age * interval '100 days',
        case when d.state >= 'in_review' then now() - d.age * interval '120 days' end
      from drawn d join versions v on v.n = d.article
      join cast_of l on l.n = d.lead join cast_of s on s.n = 1 + (d.lead - 1 + d.apart) % ${people}`;
    await tx`
      insert into public.topics (name, created_by)
      select 'The ' || s, (select id from cast_of where n = 1) from unnest(${subjects}::text[]) s`;
    // An article has none, one or two; every tenth claim has one of its own.
    await tx`
      with named as (
        select row_number() over (order by t.name) as n, t.id from public.topics t
        where t.created_by = (select id from cast_of where n = 1)),
      drawn as (
        select v.article_id, 1 + floor(random() * ${subjects.length})::int as n
        from public.article_versions v, generate_series(1, 2) twice
        where v.created_by = (select id from cast_of where n = 1) and random() < 0.6)
      insert into public.article_topics (article_id, topic_id, added_by)
      select d.article_id, t.id, (select id from cast_of where n = 1) from drawn d join named t on t.n = d.n
      on conflict do nothing`;
    await tx`
      with named as (
        select row_number() over (order by t.name) as n, t.id from public.topics t
        where t.created_by = (select id from cast_of where n = 1)),
      drawn as (
        select c.id, 1 + floor(random() * ${subjects.length})::int as n from public.claims c
        where c.exact like 'They % votes.' and random() < 0.1)
      insert into public.claim_topics (claim_id, topic_id, added_by)
      select d.id, t.id, (select id from cast_of where n = 1) from drawn d join named t on t.n = d.n`;
  });
  await sql`analyze`;
}

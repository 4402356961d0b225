import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { boardSize, pageSize } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { PageMark } from "~/domain/claim/list/page-mark";

import { startDesk, type Actor } from "../../tests/support/desk";
import { generateDesk } from "../../tests/support/generated-desk";
import { median, quantile } from "../collab/statistics";
import { casesFor, type PageCase } from "./cases";
import { everythingInMemory, filteredInMemory } from "./naive";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "20000" },
    people: { type: "string", default: "200" },
    articles: { type: "string", default: "1000" },
    runs: { type: "string", default: "21" },
  },
});
const size = {
  claims: Number(values.claims),
  people: Number(values.people),
  articles: Number(values.articles),
};
const runs = Number(values.runs);
const today = new Date().toISOString().slice(0, 10);
/** Milliseconds, at the median, that no list may exceed. */
const budget = 150;

/** What the page asks the database for, all at once, as its loader does. Answers with the number of rows read. */
async function ask({ ports }: Actor, { filter, look }: PageCase, after: PageMark | null) {
  const list = ports.claimList;
  const [shown, counts, people, views] = await Promise.all([
    look === "board"
      ? list.board(filter, today, boardSize)
      : list.page(filter, today, { after, size: pageSize }).then(({ rows }) => rows),
    list.counts(filter, today),
    ports.people.reviewers(),
    ports.claimViews.list(),
  ]);
  const rows = shown.length + Object.keys(counts).length + people.length + views.length;
  return { rows, shown };
}

async function pageMarkAt({ ports }: Actor, { filter, pagesDeep = 0 }: PageCase) {
  let mark: PageMark | null = null;
  for (let page = 0; page < pagesDeep; page += 1) {
    mark = (await ports.claimList.page(filter, today, { after: mark, size: pageSize })).next;
  }
  return mark;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

const desk = await startDesk();
try {
  const made = await timed(() => generateDesk(desk.sql, size));
  const actor = await desk.join("editor");
  await desk.sql`update public.claims set lead_id = ${actor.person.id} where id in (
    select id from public.claims where state = 'in_review' order by id limit 5)`;
  console.log(
    `${size.claims} claims, ${size.people} people, ${size.articles} articles, made in ${Math.round(made.ms / 1000)} s`,
  );
  const [known] = await desk.sql<{ person: string; article: string }[]>`
    select lead_id as person, article_id as article from public.claims where lead_id is not null limit 1`;
  if (!known) throw new Error("No claim has a lead");

  const naiveLoads: number[] = [];
  let all: ClaimItem[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { ms, value } = await timed(() => everythingInMemory(actor.supabase));
    naiveLoads.push(ms);
    all = value;
  }

  const figures = [];
  for (const pageCase of casesFor(known)) {
    const after = await pageMarkAt(actor, pageCase);
    await ask(actor, pageCase, after);
    const times: number[] = [];
    let rows = 0;
    let shown: ClaimItem[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { ms, value } = await timed(() => ask(actor, pageCase, after));
      times.push(ms);
      ({ rows, shown } = value);
    }
    const filtering = await timed(async () =>
      filteredInMemory(all, pageCase.filter, { today, me: actor.person.id }),
    );
    figures.push({
      name: pageCase.name,
      median: median(times),
      p95: quantile(times, 0.95),
      claims: shown.length,
      rows,
      naiveMedian: median(naiveLoads) + filtering.ms,
      naiveRows: all.length,
    });
  }

  const round = (ms: number) => Math.round(ms * 10) / 10;
  console.log("Milliseconds on the server, database included; rows that left the database");
  console.table(
    Object.fromEntries(
      figures.map(({ name, ...it }) => [
        name,
        {
          median: round(it.median),
          p95: round(it.p95),
          claims: it.claims,
          rows: it.rows,
          "naive ms": Math.round(it.naiveMedian),
          "naive rows": it.naiveRows,
        },
      ]),
    ),
  );
  const slow = figures.filter((it) => it.median > budget);
  console.log(
    slow.length === 0
      ? `Every list within ${budget} ms at the median; the slowest: ${Math.round(Math.max(...figures.map((it) => it.median)))} ms.`
      : `Over ${budget} ms: ${slow.map(({ name }) => name).join(", ")}.`,
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/pages.json",
    `${JSON.stringify({ at: new Date().toISOString(), size, runs, figures }, null, 2)}\n`,
  );
  process.exitCode = slow.length === 0 ? 0 : 1;
} finally {
  await desk.stop();
}

import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { InsightStore } from "~/commands/ports";
import { claimTypes } from "~/domain/claim/claim";
import { claimStates } from "~/domain/review/workflow";
import type { AgreementTable, AgreementTables } from "~/domain/statistics/insights";
import { stepOf } from "~/domain/statistics/period";
import { ratings } from "~/domain/verdict/rating";

import { rowsOf } from "./refusals.server";

const state = z.enum(claimStates);
const rating = z.enum(ratings);
const count = z.number().int();
const instant = z.string().transform((at) => new Date(at).toISOString());

const stageRow = z
  .object({ state, stays: count, median_seconds: z.number(), p90_seconds: z.number() })
  .transform(({ state, stays, median_seconds, p90_seconds }) => ({
    state,
    stays,
    medianSeconds: median_seconds,
    p90Seconds: p90_seconds,
  }));
const throughputRow = z.object({ begins: z.string(), moves: z.partialRecord(state, count) });
const waitingRow = z
  .object({
    state,
    person_id: z.string().nullable(),
    name: z.string().nullable(),
    waiting: count,
    idle: count,
    oldest_since: instant,
  })
  .transform(({ person_id, oldest_since, ...row }) => ({
    ...row,
    personId: person_id,
    oldestSince: oldest_since,
  }));
const oldestRow = z
  .object({
    claim_id: z.string(),
    statement: z.string(),
    state,
    name: z.string().nullable(),
    since: instant,
    touched_at: instant,
  })
  .transform(({ claim_id, touched_at, ...row }) => ({
    ...row,
    claimId: claim_id,
    touchedAt: touched_at,
  }));
const verdictRow = z.object({ rating, claims: count });
const balanceRow = z.object({
  kind: z.enum(["claimant", "outlet"]),
  name: z.string().nullable(),
  claims: count,
  verdicts: z.partialRecord(rating, count),
});
const agreementRow = z.object({
  part: z.enum(["all", "pair", "type", "month"]),
  key: z.string(),
  lead_name: z.string().nullable(),
  second_name: z.string().nullable(),
  cells: z.array(z.tuple([rating, rating, count])),
  withheld: count,
});
const topicAgreementRow = agreementRow
  .pick({ cells: true, withheld: true })
  .extend({ name: z.string().nullable() });
const topicRow = balanceRow
  .omit({ kind: true })
  .transform((row) => ({ ...row, kind: "topic" as const }));

/** The longest lists of a page. */
const most = { oldest: 10, waiting: 50, balance: 10, pairs: 20, topics: 50 };

export function insightStore(supabase: SupabaseClient): InsightStore {
  const ask = async <S extends z.ZodType>(row: S, name: string, parameters: object) =>
    z.array(row).parse(rowsOf(await supabase.rpc(name, parameters)));
  return {
    timeInStage: ({ from, to }) =>
      ask(stageRow, "insights_time_in_stage", { p_from: from, p_to: to }),
    throughput: (period) =>
      ask(throughputRow, "insights_throughput", {
        p_from: period.from,
        p_to: period.to,
        p_step: stepOf(period),
      }),
    waiting: (idleDays) =>
      ask(waitingRow, "insights_waiting", { p_idle_days: idleDays, p_most: most.waiting }),
    oldest: () => ask(oldestRow, "insights_oldest", { p_most: most.oldest }),
    verdicts: ({ from, to }) => ask(verdictRow, "insights_verdicts", { p_from: from, p_to: to }),
    balance: async ({ from, to }) => {
      const asked = { p_from: from, p_to: to, p_most: most.balance };
      const [sides, topics] = await Promise.all([
        ask(balanceRow, "insights_balance", asked),
        ask(topicRow, "insights_verdicts_by_topic", asked),
      ]);
      return [...sides, ...topics];
    },
    agreement: async ({ from, to }) => {
      const days = { p_from: from, p_to: to };
      const [rows, topics] = await Promise.all([
        ask(agreementRow, "insights_agreement", { ...days, p_most_pairs: most.pairs }),
        ask(topicAgreementRow, "insights_agreement_by_topic", { ...days, p_most: most.topics }),
      ]);
      return withTopics(tablesIn(rows), topics);
    },
  };
}

function tablesIn(rows: z.infer<typeof agreementRow>[]): AgreementTables {
  const withheld = { all: 0, pair: 0, topic: 0, type: 0, month: 0 };
  const tables: AgreementTable[] = [];
  for (const row of rows) {
    withheld[row.part] += row.withheld;
    if (row.cells.length > 0) tables.push(tableOf(row));
  }
  return { tables, withheld };
}

function withTopics(
  { tables, withheld }: AgreementTables,
  topics: z.infer<typeof topicAgreementRow>[],
): AgreementTables {
  const few = topics.reduce((sum, row) => sum + row.withheld, 0);
  const shown = topics.flatMap(({ name, cells }): AgreementTable[] =>
    name === null ? [] : [{ part: "topic", name, cells: cellsOf(cells) }],
  );
  return { tables: [...tables, ...shown], withheld: { ...withheld, topic: few } };
}

const cellsOf = (cells: z.infer<typeof agreementRow>["cells"]) =>
  cells.map(([first, second, count]) => ({ first, second, count }));

function tableOf(row: z.infer<typeof agreementRow>): AgreementTable {
  const cells = cellsOf(row.cells);
  switch (row.part) {
    case "all":
      return { part: "all", cells };
    case "pair":
      return {
        part: "pair",
        leadName: row.lead_name ?? "A former colleague",
        secondName: row.second_name ?? "A former colleague",
        cells,
      };
    case "type":
      return { part: "type", type: z.enum(claimTypes).parse(row.key), cells };
    case "month":
      return { part: "month", month: row.key, cells };
  }
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { Insights } from "~/components/insights/insights";
import { idleAfterDays } from "~/domain/statistics/insights";
import { readPeriod } from "~/domain/statistics/period";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Insights · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "insights.read");
  const { insights } = context.ports;
  const asked = new URL(request.url).searchParams;
  const today = new Date().toISOString().slice(0, "2024-02-05".length);
  const { period, problem } = readPeriod(asked.get("from"), asked.get("to"), today);
  const [timeInStage, throughput, waiting, oldest, verdicts, balance, agreement] =
    await Promise.all([
      insights.timeInStage(period),
      insights.throughput(period),
      insights.waiting(idleAfterDays),
      insights.oldest(),
      insights.verdicts(period),
      insights.balance(period),
      insights.agreement(period),
    ]);
  return {
    period,
    problem,
    timeInStage,
    throughput,
    waiting,
    oldest,
    verdicts,
    balance,
    agreement,
  };
}

export default function InsightsPage() {
  return <Insights {...useLoaderData<typeof loader>()} />;
}

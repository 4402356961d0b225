import { civilDateWords, daysBetween } from "../calendar/date-words";
import { isCivilDate } from "../calendar/civil-date";

/** Whole days in UTC, both included. */
export interface Period {
  from: string;
  to: string;
}

export type PeriodStep = "day" | "week" | "month";

/** The longest that figures are made of at once. */
export const mostDays = 366;
const usualDays = 90;

export interface ReadPeriod {
  period: Period;
  /** What was wrong with the dates that were asked for; the usual period then stands in their place. */
  problem: string | null;
}

/** The period that an address asks for; the last 90 days where it asks for none, or for none that there can be. */
export function readPeriod(from: string | null, to: string | null, today: string): ReadPeriod {
  const usual = { from: daysBefore(today, usualDays - 1), to: today };
  if (!from && !to) return { period: usual, problem: null };
  const end = to || today;
  const start = from || (isCivilDate(end) ? daysBefore(end, usualDays - 1) : "");
  const instead = (what: string): ReadPeriod => ({
    period: usual,
    problem: `${what} Shown instead: the last ${usualDays} days.`,
  });
  if (!isCivilDate(start) || !isCivilDate(end)) {
    return instead("Give both dates as year-month-day.");
  }
  const days = daysBetween(start, end) ?? -1;
  if (days < 0) return instead("The first day is after the last.");
  if (days >= mostDays) return instead(`A period can have up to ${mostDays} days.`);
  return { period: { from: start, to: end }, problem: null };
}

/** Steps of such a length that a period has some dozens of them at the most. */
export function stepOf({ from, to }: Period): PeriodStep {
  const days = daysBetween(from, to) ?? 0;
  if (days <= 31) return "day";
  return days <= 200 ? "week" : "month";
}

/** The first days of all steps of a period, also of those in which nothing happened. Weeks begin on Monday. */
export function stepsOf(period: Period): string[] {
  const step = stepOf(period);
  const found: string[] = [];
  for (let at = beginningOf(period.from, step); at <= period.to; at = nextStep(at, step)) {
    found.push(at);
  }
  return found;
}

export function stepWords(begins: string, step: PeriodStep): string {
  const words = civilDateWords(begins);
  if (step === "day") return words;
  return step === "week" ? `Week of ${words}` : words.slice(words.indexOf(" ") + 1);
}

function beginningOf(date: string, step: PeriodStep): string {
  if (step === "day") return date;
  if (step === "month") return `${date.slice(0, "2024-02".length)}-01`;
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysBefore(date, weekday);
}

function nextStep(date: string, step: PeriodStep): string {
  if (step !== "month") return daysBefore(date, step === "day" ? -1 : -7);
  return beginningOf(daysBefore(date, -31), "month");
}

function daysBefore(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) - days * 86_400_000;
  return new Date(time).toISOString().slice(0, "2024-02-05".length);
}

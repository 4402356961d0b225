const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A civil date (YYYY-MM-DD) as people read it: "5 Feb 2024". Written by hand because server and browser must agree to
 * the letter, and their locale data do not. Anything that is no such date comes back unchanged.
 */
export function civilDateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined || Number(day) < 1 || Number(day) > 31) return date;
  return `${Number(day)} ${name} ${year}`;
}

/**
 * A moment (ISO 8601) in UTC, to the minute: "23 Nov 2026, 19:31 UTC". Anything that is no moment comes back
 * unchanged.
 */
export function instantWords(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const text = at.toISOString();
  const date = text.slice(0, -"T00:00:00.000Z".length);
  return `${civilDateWords(date)}, ${text.slice(-13, -8)} UTC`;
}

/** Two moments as one stretch, the day said once: "23 Nov 2026, 19:31 to 20:05 UTC". */
export function spanWords(from: string, to: string): string {
  const [start, end] = [instantWords(from), instantWords(to)];
  if (start === end) return start;
  const [startDay, endDay] = [start.split(",", 1)[0], end.split(",", 1)[0]];
  if (startDay !== endDay) return `${start} to ${end}`;
  return `${start.replace(/ UTC$/, "")} to ${end.slice(-"19:31 UTC".length)}`;
}

/** Whole days from one civil date to another; negative when the second is earlier. Null when one of them is none. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? null : days;
}

/** How a deadline stands today, in words: "due today", "due in 3 days", "overdue by 1 day". */
export function deadlineWords(today: string, dueOn: string): string {
  const left = daysBetween(today, dueOn);
  if (left === null) return `due ${dueOn}`;
  const days = Math.abs(left) === 1 ? "1 day" : `${Math.abs(left)} days`;
  if (left < 0) return `overdue by ${days}`;
  return left === 0 ? "due today" : `due in ${days}`;
}

import { isCivilDate } from "~/domain/calendar/civil-date";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The civil date (YYYY-MM-DD) in a date as pages and front matter write it: ISO 8601, RFC 5322 or English words. The
 * day is the one that is written, in the zone of whoever wrote it. Null when there is no date that is sure.
 */
export function publishedDate(raw: string): string | null {
  const text = raw.trim().slice(0, 100);
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text) ?? [];
  if (year !== undefined) return sure(year, month, day);
  const dayFirst = /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\d)/i.exec(
    text,
  );
  if (dayFirst) return sure(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst =
    /(?:^|[\s,])([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(text);
  if (monthFirst) return sure(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

function monthNumber(name = ""): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function sure(year = "", month = "", day = ""): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

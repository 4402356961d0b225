import { months, weekdays } from "./word-lists";

const day = 86_400_000;
const weekdayNames = [...weekdays];
const monthNames = [...months].map((name) => name.charAt(0).toUpperCase() + name.slice(1));

const relative =
  /\b(?:(?:on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(yesterday|today|tomorrow|tonight)|(last|this|next) (week|weekend|month|year|spring|summer|autumn|fall|winter)|(now|currently|at present|recently|so far)|(earlier this|later this) (week|month|year)|(?:(?:a|one|two|three|four|five|six|\d+|several|few) (?:days?|weeks?|months?|years?) ago)|in (january|february|march|april|may|june|july|august|september|october|november|december)(?! \d{1,4}|,? \d{4}))\b(['’]s\b)?/gi;

/** A statement whose times no longer hang on the day of publication, and notes on those that still do. */
export interface Dated {
  statement: string;
  notes: string[];
}

/**
 * Replaces "last month" and the like by dates, given the civil date of publication (YYYY-MM-DD). Words inside
 * quotation marks stay as they are; what cannot be resolved for sure is noted.
 */
export function resolveDates(statement: string, publishedOn: string | null): Dated {
  const notes = new Set<string>();
  const published = civilDate(publishedOn);
  const future = /\b(?:will|to be|is set to|are set to|due|plans? to|going to|would)\b/i.test(
    statement,
  );
  const resolved = statement
    .split(/([“"][^”"]*[”"])/)
    .map((piece, i) => {
      const quoted = i % 2 === 1;
      return piece.replace(relative, (words: string, ...groups: unknown[]) => {
        const before = groups.find((group) => typeof group === "number");
        const led = /\b(?:by|until|since|for|of|from|before|after|on|in|at|to)\s$/i.test(
          piece.slice(Math.max(0, (before ?? 0) - 8), before),
        );
        const date =
          quoted || published === null ? null : dateFor(words, groups, published, future);
        // "This year's theme" is that of 2015, and what opens a statement has a capital.
        const owns = /['’]s$/.exec(words)?.[0] ?? "";
        const bare = date !== null && (led || owns !== "") ? date.replace(/^(?:on|in) /, "") : date;
        const plain = bare === null ? null : possessive(bare, owns);
        const opens = i === 0 && before === 0;
        const found = opens && plain !== null ? capitalised(plain) : plain;
        if (found === null) notes.add(`when “${words.replace(/^(?:on|in) /i, "")}” is`);
        return found ?? words;
      });
    })
    .join("");
  return { statement: resolved, notes: [...notes] };
}

function dateFor(
  words: string,
  groups: unknown[],
  published: Date,
  future: boolean,
): string | null {
  const [weekday, near, which, unit, present, , , inMonth] = groups.map((group) =>
    typeof group === "string" ? group.toLowerCase() : "",
  );
  if (weekday) {
    const distance = (published.getUTCDay() + 6 - weekdayNames.indexOf(weekday)) % 7;
    const shift = future && distance > 0 ? 7 - distance : -distance;
    const name = weekday.charAt(0).toUpperCase() + weekday.slice(1);
    return `on ${name} ${inWords(new Date(published.getTime() + shift * day))}`;
  }
  if (near) {
    const shift = near === "yesterday" ? -1 : near === "tomorrow" ? 1 : 0;
    return `on ${inWords(new Date(published.getTime() + shift * day))}`;
  }
  if (present === "now" || present === "currently") return `${words} (as of ${inWords(published)})`;
  const step = which === "last" ? -1 : which === "next" ? 1 : 0;
  if (which && unit === "year") return `in ${published.getUTCFullYear() + step}`;
  if (which && unit === "month") {
    const month = new Date(Date.UTC(published.getUTCFullYear(), published.getUTCMonth() + step, 1));
    return `in ${monthNames[month.getUTCMonth()] ?? ""} ${month.getUTCFullYear()}`;
  }
  if (inMonth) {
    const month = monthNames.findIndex((name) => name.toLowerCase() === inMonth);
    const now = published.getUTCMonth();
    const shift = future && month < now ? 1 : !future && month > now ? -1 : 0;
    return `in ${monthNames[month] ?? ""} ${published.getUTCFullYear() + shift}`;
  }
  return null;
}

/** "Saturday's loss" becomes "Saturday's (3 June 2023) loss". */
function possessive(date: string, owns: string): string {
  const [, weekday, day] = /^(\p{Lu}\p{Ll}+day) (.+)$/u.exec(date) ?? [];
  if (owns === "") return date;
  return weekday && day ? `${weekday}${owns} (${day})` : `${date}${owns}`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const inWords = (date: Date): string =>
  `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;

/** The date, or null when the words are not a real civil date. */
export function civilDate(words: string | null): Date | null {
  if (words === null || !/^\d{4}-\d{2}-\d{2}$/.test(words)) return null;
  const date = new Date(`${words}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== words ? null : date;
}

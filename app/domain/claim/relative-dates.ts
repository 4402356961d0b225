import { months, weekdays } from "./word-lists";

const day = 86_400_000;
const weekdayNames = [...weekdays];
const monthNames = [...months].map((name) => name.charAt(0).toUpperCase() + name.slice(1));

const relative =
  /\b(?:(?:on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(yesterday|today|tomorrow|tonight)|(last|this|next) (week|weekend|month|year|spring|summer|autumn|fall|winter)|((?<!every )now(?! and (?:again|then))|currently|at present|recently|so far)|(earlier this|later this) (week|month|year)|(last night|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days?|weeks?|months?|years?) ago)|in (january|february|march|april|may|june|july|august|september|october|november|december)(?! \d{1,4}|,? \d{4})|((?:(?:several|a few|few|many|some) )?(?:days|weeks|months|years|decades) ago))\b(['’]s\b)?/gi;

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
  const future = /\b(?:will|to be|is set to|are set to|due|plans? to|going to)\b/i.test(statement);
  const resolved = statement
    .split(/([“"][^”"]*[”"])/)
    .map((piece, i) => {
      const quoted = i % 2 === 1;
      return piece.replace(relative, (words: string, ...groups: unknown[]) => {
        const before = groups.find((group) => typeof group === "number");
        const led = /\b(?:by|until|since|for|of|from|before|after|on|in|at|to)\s$/i.test(
          piece.slice(Math.max(0, (before ?? 0) - 8), before),
        );
        // "The European elections in June": those that were, or those that are to come?
        // "Sunday Morning", "the Monday Club": a name, and no day.
        const names = /^ \p{Lu}\p{Ll}+/u
          .exec(piece.slice((before ?? 0) + words.length))?.[0]
          .trim();
        const isName =
          typeof groups[0] === "string" && names !== undefined && !months.has(names.toLowerCase());
        if (isName) return words;
        const isScheduled =
          !future && scheduled.test(piece.slice(0, before)) && !isPastMonth(words, published);
        const date =
          quoted || published === null || isScheduled
            ? null
            : dateFor(words, groups, published, future);
        // "This year's theme" is that of 2015, and what opens a statement has a capital.
        const owns = /['’]s$/.exec(words)?.[0] ?? "";
        const bare = date !== null && (led || owns !== "") ? date.replace(/^(?:on|in) /, "") : date;
        // "On Wednesday morning": the part of the day stays with the weekday.
        const hour = /^ (?:morning|afternoon|evening|night)\b/.test(
          piece.slice((before ?? 0) + words.length),
        );
        const told =
          hour && bare !== null ? bare.replace(/(\p{Lu}\p{Ll}+day) (.+)$/u, "$1 ($2)") : bare;
        const plain = told === null ? null : possessive(told, owns);
        const opens = i === 0 && before === 0;
        const found = opens && plain !== null ? capitalised(plain) : plain;
        if (found === null) notes.add(`when “${words.replace(/^(?:on|in) /i, "")}” is`);
        return found ?? words;
      });
    })
    .join("");
  return { statement: resolved, notes: [...notes] };
}

/** What is fixed for a time to come as often as it is looked back on. */
const scheduled =
  /\b(?:elections?|votes?|ballot|referendum|primary|primaries|poll|summit|conference|congress|tournament|championships?|games|olympics|trial|hearing|deadline|launch)\s+$/i;

/** "In June" in a text of August: that of this year, and over. */
function isPastMonth(words: string, published: Date | null): boolean {
  const month = monthNames.findIndex((name) => words.toLowerCase().includes(name.toLowerCase()));
  return month < 0 || (published !== null && month <= published.getUTCMonth());
}

function dateFor(
  words: string,
  groups: unknown[],
  published: Date,
  future: boolean,
): string | null {
  const [weekday, near, which, unit, present, part, span, counted, inMonth, vague] = groups.map(
    (group) => (typeof group === "string" ? group.toLowerCase() : ""),
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
  if (present) return `${words} (as of ${inWords(published)})`;
  if (counted) return countedBack(counted, published);
  // "Years ago" tells no year, but the day it counts from.
  if (vague) return vague.replace(/ago$/, `before ${inWords(published)}`);
  if (part && span) {
    const step = part.startsWith("earlier") ? "earlier in" : "later in";
    return `${step} ${spanAround(span, published, 0)}`;
  }
  const step = which === "last" ? -1 : which === "next" ? 1 : 0;
  if (which && unit === "week") return `in ${spanAround("week", published, step)}`;
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

/** "The week of 4 May 2015" is the one that began on that Monday. */
function spanAround(span: string, published: Date, step: number): string {
  if (span === "year") return `${published.getUTCFullYear() + step}`;
  if (span === "month") {
    return `${monthNames[published.getUTCMonth()] ?? ""} ${published.getUTCFullYear()}`;
  }
  const monday = published.getTime() - ((published.getUTCDay() + 6) % 7) * day + step * 7 * day;
  return `the week of ${inWords(new Date(monday))}`;
}

const counts = "a one two three four five six seven eight nine ten".split(" ");

/** "Two years ago" as "two years before 7 May 2015", "last night" as that of the day before. */
function countedBack(words: string, published: Date): string {
  if (words === "last night")
    return `on the night of ${inWords(new Date(published.getTime() - day))}`;
  const [count = "", unit = ""] = words.split(" ");
  const known = counts.indexOf(count);
  const number = known < 0 ? Number(count) : Math.max(1, known);
  if (/^days?$/.test(unit)) return `on ${inWords(new Date(published.getTime() - number * day))}`;
  return `${count} ${unit} before ${inWords(published)}`;
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

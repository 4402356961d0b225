import { z } from "zod";

import { isCivilDate } from "~/domain/calendar/civil-date";
import { daysBetween } from "~/domain/calendar/date-words";
import { fail, ok, type Result } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import type { ArticleDraft } from "./article";
import { characterCount, cleanLine, cleanText } from "./clean-text";
import { detectLanguage } from "./language";

/** What is wrong with a form, field by field, in words for the person who filled it in. */
export type FieldErrors = Record<string, string[]>;

/** Limits of an article, in characters (code points). */
export const articleLimits = { title: 300, name: 200, shortestText: 80, text: 200_000 } as const;

const figure = new Intl.NumberFormat("en");

/**
 * Checks and cleans an article as a person has corrected it. Takes the fields of a form: what is missing or empty may
 * be so only where the article has null. `today` is the civil date (YYYY-MM-DD) now; a publication may lie one day
 * ahead of it, because it is tomorrow somewhere. A missing language is detected.
 */
export function checkDraft(input: unknown, today: string): Result<ArticleDraft, FieldErrors> {
  const checked = schemaFor(today).safeParse(input);
  if (!checked.success) return fail(fieldErrors(checked.error));
  const { language, fetchedAt, ...draft } = checked.data;
  return ok({
    ...draft,
    language: language ?? detectLanguage(draft.text),
    fetchedAt: draft.sourceUrl === null ? null : fetchedAt,
  });
}

function schemaFor(today: string) {
  const hasCome = (date: string): boolean => (daysBetween(today, date) ?? Infinity) <= 1;
  return z.object({
    title: field(cleanLine).superRefine((title, context) => {
      const count = characterCount(title);
      if (count === 0) context.addIssue("Give the article a title.");
      if (count > articleLimits.title)
        context.addIssue(tooLong("title", count, articleLimits.title));
    }),
    text: field(cleanText).superRefine((text, context) => {
      const count = characterCount(text);
      if (count === 0) context.addIssue("Paste the article’s text.");
      else if (count < articleLimits.shortestText) context.addIssue(tooShort(count));
      if (count > articleLimits.text) {
        context.addIssue(
          `${tooLong("text", count, articleLimits.text)} Take it in as several articles.`,
        );
      }
    }),
    byline: name("byline"),
    outlet: name("outlet"),
    publishedOn: optional()
      .refine((date) => date === null || isCivilDate(date), {
        error: "Give a date of the calendar as YYYY-MM-DD, or leave it empty.",
        abort: true,
      })
      .refine((date) => date === null || hasCome(date), "The date lies in the future."),
    sourceUrl: optional().transform((raw, context) => {
      const link = raw === null ? null : safeLink(raw);
      if (raw !== null && (link === null || link.length > 2048)) {
        context.addIssue(
          "Give a full http or https address without a password, or leave it empty.",
        );
      }
      return link;
    }),
    language: optional().refine((code) => code === null || /^[a-z]{2,3}$/.test(code), {
      error: "Give the language as its two-letter code, such as en, or leave it empty.",
    }),
    fetchedAt: optional().refine(
      (time) => time === null || (z.iso.datetime().safeParse(time).success && hasCome(dayOf(time))),
      "The time of fetching is not a moment in the past.",
    ),
  });
}

const field = (clean: (raw: string) => string) =>
  z.string({ error: "This must be text." }).default("").transform(clean);

const optional = () =>
  z
    .string({ error: "This must be text." })
    .nullish()
    .transform((raw) => cleanLine(raw ?? "") || null);

const name = (what: string) =>
  optional().superRefine((value, context) => {
    const count = characterCount(value ?? "");
    if (count > articleLimits.name) context.addIssue(tooLong(what, count, articleLimits.name));
  });

const dayOf = (time: string): string => time.split("T", 1)[0] ?? "";

function tooLong(what: string, count: number, limit: number): string {
  return `The ${what} has ${figure.format(count)} characters; the limit is ${figure.format(limit)}.`;
}

function tooShort(count: number): string {
  const characters = count === 1 ? "1 character" : `${count} characters`;
  return `The text has ${characters}; an article needs at least ${articleLimits.shortestText}.`;
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of error.issues) {
    const key = String(path[0] ?? "form");
    errors[key] = [...(errors[key] ?? []), message];
  }
  return errors;
}

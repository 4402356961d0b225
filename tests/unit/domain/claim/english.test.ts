import { expect, test } from "vitest";

import { mayBeEnglish } from "~/domain/claim/english";

test.each([
  "The government paid the firm 4 million euros.",
  "Strong, well-equipped forces.",
  "Le Pen won.",
  "Mr de la Cruz and Ms van der Berg voted against the law.",
  "",
  "😀 😀",
])("may be English: %s", (text) => {
  expect(mayBeEnglish(text)).toBe(true);
});

test.each([
  "Le gouvernement a annoncé une réforme des retraites.",
  "Die Regierung hat am Montag ein neues Gesetz beschlossen.",
  "El desempleo cayó un 5% en junio.",
  "Rząd ogłosił w poniedziałek nową ustawę o podatkach dochodowych dla firm.",
  "Правительство объявило о реформе.",
  "政府は改革を発表した。",
  "أعلنت الحكومة عن إصلاح",
])("is not English: %s", (text) => {
  expect(mayBeEnglish(text)).toBe(false);
});

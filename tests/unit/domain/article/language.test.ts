import { expect, test } from "vitest";

import { detectLanguage } from "~/domain/article/language";

test.each([
  ["en", "The government said on Monday that it would raise taxes next year."],
  ["fr", "Le gouvernement a annoncé lundi une réforme du système des retraites."],
  ["it", "Il governo ha annunciato lunedì una riforma del sistema delle pensioni."],
  ["ru", "Правительство объявило в понедельник о реформе пенсионной системы."],
])("knows %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("knows a few English words", () => {
  expect(detectLanguage("Unemployment fell to 6.1% in June.")).toBe("en");
  expect(detectLanguage("Het was in Amsterdam of in Utrecht op straat.")).toBe("nl");
});

test.each(["", "😀😀😀", "M5S 2024", "\ud800\ud800"])("does not guess at %j", (text) => {
  expect(detectLanguage(text)).toBe("und");
});

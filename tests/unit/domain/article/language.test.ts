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

test("knows English that is full of names from elsewhere", () => {
  const text =
    "Everett Dutschke was held. Kevin Curtis, who was held first, is free. Dutschke's name first surfaced when " +
    "Curtis' attorney suggested in a court hearing that her client had been framed by someone, and mentioned a feud " +
    "between Dutschke and Curtis. Curtis's brother, insurance agent Jack Curtis, worked for a time with Dutschke.";
  expect(detectLanguage(text)).toBe("en");
});

test("a text of another language that quotes a little English is not taken for it", () => {
  const quoted =
    "Het kabinet wil de belasting verhogen, meldde de minister maandag in Den Haag. “That is the plan,” zei zij tegen " +
    "de krant. De oppositie is tegen het voorstel en wil dat het kabinet de plannen voor het einde van het jaar intrekt.";
  expect(detectLanguage(quoted)).toBe("nl");
});

test.each(["", "😀😀😀", "M5S 2024", "\ud800\ud800"])("does not guess at %j", (text) => {
  expect(detectLanguage(text)).toBe("und");
});

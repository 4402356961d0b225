import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The mails of this run that hold all of these words, as they are read; a newsroom without a mail server keeps them as files. */
export function mailsWith(...words: string[]): string[] {
  const folder = path.join(process.env["E2E_DATA_DIR"] ?? "", "outbox");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => decoded(readFileSync(path.join(folder, name), "utf8")))
    .filter((text) => words.every((some) => text.includes(some)));
}

/** Quoted-printable as text: its soft line ends and its escapes undone. */
const decoded = (text: string): string => {
  const joined = text.replaceAll(/=\r?\n/g, "");
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => `%${hex}`);
  try {
    return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, "%25"));
  } catch {
    return joined;
  }
};

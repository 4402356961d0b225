import { parseArgs } from "node:util";

import { checkBundle } from "~/domain/log/check-bundle";

import { readText } from "./read-text";

const usage = "Usage: npm run -s cli -- verify BUNDLE.json|- [--key FILE]";

/**
 * `cli -- verify BUNDLE.json [--key FILE]`: checks the bundle of a published verdict, which `/claims/….json` hands out,
 * without server, database or network. 0 when it holds, 1 with the first thing that is wrong, 2 when called wrongly.
 */
export async function verify(args: string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  const key = asked.key === undefined ? null : await readText(asked.key);
  if (key?.ok === false) return wrong(key.error);
  const text = await readText(asked.file);
  if (!text.ok) return wrong(text.error);
  const checked = checkBundle(text.value, key === null ? null : key.value);
  if (!checked.ok) return wrong(checked.error);
  const words = checked.value;
  console.log(
    [
      `The bundle holds. ${words.headline}`,
      "",
      "Proved:",
      ...words.proved.map((line) => `- ${line}`),
      "",
      "Not proved:",
      ...words.notProved.map((line) => `- ${line}`),
    ].join("\n"),
  );
  return 0;
}

function wrong(why: string): number {
  console.log(why);
  return 1;
}

function read(args: string[]): { file: string; key: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file, key: values.key };
  } catch {
    return null;
  }
}

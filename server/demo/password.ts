import { randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const words =
  "amber anchor birch candle cedar clover comet copper coral ember fable garnet harbor hazel ivory juniper lantern linen maple meadow onyx orchid pepper quartz river saffron silver thistle velvet walnut willow zephyr".split(
    " ",
  );

/** The demo people's password: the one from the settings, or one made at the first start and kept with the data. */
export function demoPassword(dataDir: string, wished: string | null): string {
  const file = path.join(dataDir, "demo-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = wished ?? `${pick()}-${pick()}-${pick()}-${randomInt(1000, 9999)}`;
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

function pick(): string {
  return words[randomInt(words.length)] ?? "amber";
}

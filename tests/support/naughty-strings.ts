import { createRequire } from "node:module";

import { z } from "zod";

/** The big list of naughty strings, as its authors keep it. */
export const naughtyStrings = z
  .array(z.string())
  .min(400)
  .parse(createRequire(import.meta.url)("big-list-of-naughty-strings"));

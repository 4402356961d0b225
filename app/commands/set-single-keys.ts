import { z } from "zod";

import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import type { Ports } from "./ports";

export const singleKeysInput = z.object({
  on: z.enum(["yes", "no"]).transform((on) => on === "yes"),
});

/** Switches single-key shortcuts on or off for the person who asks, wherever they sign in. */
export const setSingleKeys = (
  { keyboard }: Pick<Ports, "keyboard">,
  { on }: z.infer<typeof singleKeysInput>,
): Promise<Result<null, Refusal>> => keyboard.setSingleKeys(on);

import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

const limit = z.coerce
  .number("A limit is a number from 1 to 100.")
  .int("A limit is a whole number.")
  .min(1, "A limit is a number from 1 to 100.")
  .max(100, "A limit is a number from 1 to 100.");

export const setWorkLimitInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("set_default"), limit }),
  z.object({
    intent: z.literal("set_limit"),
    id: z.uuid(),
    /** Left empty: what holds for everybody. */
    limit: z
      .literal("")
      .transform(() => null)
      .or(limit),
  }),
]);

/** Says how many claims at once are enough: for everybody, or for one person. It is warned by, never refused by. */
export async function setWorkLimit(
  { work }: Pick<Ports, "work">,
  person: Person,
  input: z.infer<typeof setWorkLimitInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "work.limit")) {
    return fail({ kind: "forbidden", message: "Only an editor can set limits." });
  }
  return input.intent === "set_default"
    ? work.setDefaultLimit(input.limit)
    : work.setLimit(input.id, input.limit);
}

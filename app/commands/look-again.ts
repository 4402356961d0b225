import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const lookAgainInput = z.object({ articleId: z.uuid() });

/** Asks that an article is looked at again now; answers with the look. A job does it, and says what came of it. */
export async function lookAgain(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  { articleId }: z.infer<typeof lookAgainInput>,
): Promise<Result<string, Refusal>> {
  if (!may(person, "article.look_again")) {
    return fail({ kind: "forbidden", message: "Your account may not do this." });
  }
  return drift.askForLook(articleId);
}

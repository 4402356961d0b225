import { z } from "zod";

import { watchModes } from "~/domain/article/drift/watch";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const watchArticleInput = z.object({
  articleId: z.uuid(),
  mode: z.enum(watchModes, "Choose when the article is looked at."),
});

/** Sets whether an article is looked at again by schedule. */
export async function watchArticle(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  { articleId, mode }: z.infer<typeof watchArticleInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "article.watch")) {
    return fail({
      kind: "forbidden",
      message: "Only an editor sets whether an article is watched.",
    });
  }
  return drift.setWatch(articleId, mode);
}

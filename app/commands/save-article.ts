import type { ArticleDraft } from "~/domain/article/article";
import { proposeClaims } from "~/domain/claim/propose-claims";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";

/**
 * Freezes a corrected draft as an article version and proposes its claims. `articleId` is made with the form, so that
 * a form sent twice saves one article, and a save that broke off before the claims were proposed can be sent again.
 */
export async function saveArticle(
  ports: Ports,
  person: Person,
  input: {
    articleId: string;
    draft: ArticleDraft & { demo?: boolean };
    originalId?: string | null;
  },
): Promise<Result<{ articleId: string; versionId: string; proposed: number }, Refusal>> {
  if (!may(person, "article.create")) {
    return fail({ kind: "forbidden", message: "Only an editor can take in an article." });
  }
  const saved = await ports.articles.save(input.articleId, input.draft, input.originalId);
  if (!saved.ok) return saved;
  const claims = proposeClaims(input.draft.text, { publishedOn: input.draft.publishedOn });
  const proposed = await ports.claims.propose(saved.value.versionId, claims, "engine");
  if (!proposed.ok) return proposed;
  ports.matches.lookAgain();
  return ok({ ...saved.value, proposed: proposed.value.length });
}

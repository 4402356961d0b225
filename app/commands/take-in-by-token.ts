import { z } from "zod";

import type { ArticleDraft } from "~/domain/article/article";
import { checkDraft } from "~/domain/article/draft";
import { proposeClaims } from "~/domain/claim/propose-claims";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import type { OriginalBytes, TokenRequest } from "./ports/intake";
import type { TokenRefusal } from "./ports/tokens";

const text = z.string().max(10_000_000);
const said = {
  title: text.optional(),
  byline: text.nullish(),
  outlet: text.nullish(),
  publishedOn: text.nullish(),
  language: text.nullish(),
};

/** What a program sends: an address, or a text or a page with what it knows of it. What it says goes before what is read. */
export const tokenArticle = z.union([
  z.strictObject({ url: z.string().max(2048), ...said }),
  z.strictObject({ text, sourceUrl: z.string().nullish(), ...said }),
  z.strictObject({ html: text, sourceUrl: z.string().nullish(), ...said }),
]);
export type TokenArticle = z.infer<typeof tokenArticle>;

type Outcome = Result<{ articleId: string; created: boolean }, TokenRefusal>;

/**
 * Takes in what a program sent, with the rights of who made its token. What is here already, by its address, its words or
 * its bytes, is answered with; so is a request that came before under the same Idempotency-Key. Nobody corrects what a
 * program sends, so a page of which only the beginning was served is refused.
 *
 * @param at what a caller passes in of the world: an id for the article, and the civil date today.
 */
export async function takeInByToken(
  { tokenIntake, intake }: Pick<Ports, "tokenIntake" | "intake">,
  request: TokenRequest,
  sent: TokenArticle,
  at: { articleId: string; today: string },
): Promise<Outcome> {
  const address = "url" in sent ? sent.url : (sent.sourceUrl ?? null);
  const known = await tokenIntake.lookUp(request, address);
  if (!known.ok) return known;
  if (known.value.articleId !== null) {
    return ok({ articleId: known.value.articleId, created: false });
  }
  const read = await readSent(intake, sent);
  if (!read.ok) return fail({ kind: "illegal", message: read.error });
  const { draft, original } = read.value;
  const checked = checkDraft(withSaid(draft, sent), at.today);
  if (!checked.ok) return fail({ kind: "invalid", fields: checked.error });
  const claims = proposeClaims(checked.value.text, { publishedOn: checked.value.publishedOn });
  const taken = await tokenIntake.takeIn(request, {
    ...{ articleId: at.articleId, draft: checked.value, original, claims },
  });
  if (taken.ok && taken.value.created) tokenIntake.lookAgain();
  return taken;
}

async function readSent(
  intake: Ports["intake"],
  sent: TokenArticle,
): Promise<Result<{ draft: ArticleDraft; original: OriginalBytes }, string>> {
  const found =
    "url" in sent
      ? await intake.fetch(sent.url)
      : await intake.read({
          ...("html" in sent
            ? { name: "sent.html", type: "text/html", bytes: new TextEncoder().encode(sent.html) }
            : { name: "sent.txt", type: "text/plain", bytes: new TextEncoder().encode(sent.text) }),
        });
  if (!found.ok) return found;
  const { original, notice, ...draft } = found.value;
  return notice === null ? ok({ draft, original }) : fail(notice);
}

function withSaid(draft: ArticleDraft, sent: TokenArticle): ArticleDraft {
  const { title, byline, outlet, publishedOn, language } = sent;
  return {
    ...draft,
    title: title ?? draft.title,
    byline: byline ?? draft.byline,
    outlet: outlet ?? draft.outlet,
    publishedOn: publishedOn ?? draft.publishedOn,
    language: language ?? draft.language,
    sourceUrl: "url" in sent ? draft.sourceUrl : (sent.sourceUrl ?? draft.sourceUrl),
  };
}

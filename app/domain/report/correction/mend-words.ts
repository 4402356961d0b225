import { isFootnote } from "../../verdict/rich-text";
import { fail, ok, type Result } from "../../result";
import { mapRuns, typoFault, type PublishedText } from "./typo";

/**
 * A published text with a slip of writing mended: these words, which stand in it exactly once, replaced by others. Fails
 * in words when they do not, or when it would be more than a typo.
 */
export function mendWords(
  published: PublishedText,
  wrong: string,
  right: string,
): Result<PublishedText, string> {
  const { content, shortClaim } = published;
  let found = 0;
  const mend = (text: string): string => {
    const parts = text.split(wrong);
    found += parts.length - 1;
    return parts.join(right);
  };
  const after: PublishedText = {
    shortClaim: mend(shortClaim),
    content: {
      ...content,
      verdict: {
        ...content.verdict,
        summary: mend(content.verdict.summary),
        rationale: mapRuns(content.verdict.rationale, (run) =>
          isFootnote(run) ? run : { ...run, text: mend(run.text) },
        ),
      },
    },
  };
  if (wrong === right) return fail("The words are the same. Write them as they should be.");
  if (found === 0) {
    return fail(
      "These words do not stand in the summary, the rationale or the short form of the claim. Copy them from the page; words that are partly bold or linked are two pieces.",
    );
  }
  if (found > 1)
    return fail("These words stand there more than once. Copy some words around them too.");
  const fault = typoFault(published, after);
  if (fault === null) return ok(after);
  return fail(`${fault} That is more than a typo: begin an update or a correction instead.`);
}

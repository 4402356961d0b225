import { blocksOf } from "./blocks";
import { indexCodePoints } from "./code-points";
import { partsOf } from "./roles";
import type { SentenceRole } from "./split-output";

/** What a stretch of an article is. Code points; `end` is exclusive. */
export interface ArticlePart {
  start: number;
  end: number;
  role: SentenceRole;
}

/** The structure of an article: what each stretch of it is, in the order of the text, without the space between. */
export function articleParts(text: string): ArticlePart[] {
  const points = indexCodePoints(text);
  return partsOf(text, blocksOf(text)).map(({ start, end, role }) => ({
    start: points.at(start),
    end: points.at(end),
    role,
  }));
}

/** What stands at this place; body where no part is. */
export function roleAt(parts: readonly ArticlePart[], at: number): SentenceRole {
  return parts.find(({ start, end }) => start <= at && at < end)?.role ?? "body";
}

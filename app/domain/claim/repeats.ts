import type { Block } from "./blocks";
import { isTerminated } from "./blocks";
import { lineOf } from "./line-role";

/** More than a page has: looking for each line in all others takes the square of their number. */
const mostBlocks = 400;
const mostText = 200_000;
/** A passage that stands more often is a refrain. */
const mostTries = 10;
const shortestTold = 50;
const longestTold = 320;
const shortestTitle = 20;
const longestTitle = 160;

/**
 * Lines that the page prints twice: what was lifted out of a longer paragraph to stand in larger letters, and the title
 * of another story over a box that begins with it again.
 */
export function repeatedBlocks(text: string, blocks: readonly Block[]): Set<Block> {
  const found = new Set<Block>();
  if (blocks.length > mostBlocks || text.length > mostText) return found;
  const lines = blocks.map((block) => lineOf(text, block));
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  for (const [i, block] of blocks.entries()) {
    const line = lines[i] ?? "";
    if (isLifted(text, blocks, block, line)) found.add(block);
    const isTitle =
      block.start > text.length / 2 &&
      (times.get(line) ?? 0) > 1 &&
      line !== lines[0] &&
      line.length >= shortestTitle &&
      line.length <= longestTitle &&
      !isTerminated(text, block);
    if (!isTitle) continue;
    for (const each of blocks.slice(i, i + 4)) if (each.group === block.group) found.add(each);
  }
  return found;
}

const bare = (line: string): string =>
  line.replace(/^["“”‘'«]+\s*/, "").replace(/[\s.,!?"“”’'»]+$/, "");

/** Whether the words of a whole paragraph stand inside a longer one of the text. */
function isLifted(text: string, blocks: readonly Block[], block: Block, line: string): boolean {
  const words = bare(line);
  if (words.length < shortestTold || line.length > longestTold) return false;
  let tries = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    tries += 1;
    if (tries > mostTries) return false;
    if (at >= block.start && at < block.end) continue;
    const inside = blocks.find((each) => each.start <= at && at < each.end);
    if (inside && inside.end - inside.start > line.length + 15 && isTerminated(text, inside))
      return true;
  }
  return false;
}

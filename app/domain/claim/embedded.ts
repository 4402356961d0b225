import type { Block } from "./blocks";
import { isDateline } from "./datelines";

/**
 * A post of a network that is set into the text: from the line with its author's handle, and a "Follow" above it, to
 * the last line that counts its likes or tells its hour.
 */
export function embeddedPosts(
  blocks: readonly Block[],
  lineOf: (block: Block) => string,
): Set<Block> {
  const found = new Set<Block>();
  for (const [i, block] of blocks.entries()) {
    if (!handle.test(lineOf(block))) continue;
    const near = blocks.slice(i + 1, i + 7).filter((each) => each.group === block.group);
    const last = near.findLastIndex((each) => postFoot.test(lineOf(each)));
    const isFollowed = i > 0 && /^Follow$/i.test(lineOf(blocks[i - 1] ?? block));
    if (last < 0 && !isFollowed) continue;
    for (const each of blocks.slice(isFollowed ? i - 1 : i, i + 2 + Math.max(last, 0)))
      found.add(each);
  }
  return found;
}

const handle = /^.{1,60}\s(?:✔|✓)?\s?@\w{2,20}$/u;
const postFoot = /^\d{1,2}:\d{2} [AP]M\b|\b(?:Retweets?|likes?|Replies|Reposts?)\b/;

/**
 * Groups of lines that hold a date line of their own between others: the box of a video with its title, time and
 * summary. Only where the text parts its paragraphs by blank lines does a group say so much.
 */
export function playerGroups(
  blocks: readonly Block[],
  lineOf: (block: Block) => string,
): Set<number> {
  const groups = new Map<number, Block[]>();
  for (const block of blocks) {
    const kept = groups.get(block.group);
    if (kept) kept.push(block);
    else groups.set(block.group, [block]);
  }
  const found = new Set<number>();
  if (groups.size < 4) return found;
  for (const [group, lines] of groups) {
    const dated = lines.slice(1, -1).some((line) => isDateline(lineOf(line)));
    if (lines.length <= 6 && dated) found.add(group);
  }
  return found;
}

/**
 * Boxes that end in "Read more" alone: kind, title and summary of another story. A page that parts its paragraphs by
 * line breaks has none, since there the box would be the whole text.
 */
export function storyBoxes(blocks: readonly Block[], lineOf: (block: Block) => string): Set<Block> {
  const found = new Set<Block>();
  let from = 0;
  for (let i = 1; i <= blocks.length; i += 1) {
    if (blocks[i]?.group === blocks[from]?.group) continue;
    const box = blocks.slice(from, i);
    from = i;
    const last = box.at(-1);
    if (box.length < 2 || box.length > 4 || box.length === blocks.length || !last) continue;
    const isShort = box.every((each) => each.end - each.start <= longestInBox);
    if (isShort && /^(?:read more|continue reading|full story)[\s.…»>]*$/i.test(lineOf(last)))
      for (const each of box) found.add(each);
  }
  return found;
}

const longestInBox = 250;

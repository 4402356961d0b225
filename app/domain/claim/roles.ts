import type { Block } from "./blocks";
import { isTerminated } from "./blocks";
import { isCaption } from "./captions";
import { agencyTagAt, inlineDatelineLength, openingPlaceLength } from "./datelines";
import { embeddedPosts, playerGroups, storyBoxes } from "./embedded";
import { listBlocks } from "./end-matter";
import { gluedLinkAt, isBareLink } from "./furniture";
import { headlineOf } from "./headlines";
import { furnitureRole, lineOf, sameWords } from "./line-role";
import { marginBlocks } from "./margins";
import type { Span } from "./span";
import { trimSpan } from "./span";
import type { SentenceRole } from "./split-output";
import { isUnderPicture, PageHabits } from "./pictures";
import { repeatedBlocks } from "./repeats";
import { preambleRole } from "./standfirsts";
import { isVerbless } from "./verbless";

/** A stretch of an article whose role is known. */
export interface Part extends Span {
  role: SentenceRole;
}

/** What stands above a text and is shorter names a section or a writer. */
const shortestSummary = 40;
const longestSubheading = 120;
const shortestPoint = 40;

/** Says of every paragraph what it is, and cuts off links and datelines that are glued to one. */
export function partsOf(text: string, blocks: Block[]): Part[] {
  const roles = rolesOf(text, blocks);
  const placed = placedBlock(text, blocks, roles);
  return blocks.flatMap((block, i) => cutGlued(text, block, roles[i] ?? "body", placed === block));
}

/** The first paragraph of the body, if it alone opens with a name and a colon: in a conversation, others do too. */
function placedBlock(text: string, blocks: Block[], roles: SentenceRole[]): Block | null {
  const body = blocks.filter((_, i) => roles[i] === "body");
  const opened = body.filter((block) => openingPlaceLength(lineOf(text, block)) > 0);
  return opened.length === 1 && opened[0] === body[0] ? (body[0] ?? null) : null;
}

function rolesOf(text: string, blocks: Block[]): SentenceRole[] {
  // A text without one full stop is a note or a list, not an article with furniture around it.
  if (!blocks.some((block) => isTerminated(text, block))) return blocks.map(() => "body");

  const headline = headlineOf(text, blocks);
  const roles: SentenceRole[] = [];
  let preamble = true;
  let titlesExpected = 0;
  let summed = false;
  let listed = false;
  const lineIn = (block: Block) => lineOf(text, block);
  const lists = listBlocks(blocks, lineIn);
  const margins = marginBlocks(
    text,
    blocks,
    lineIn,
    (block) => furnitureRole(lineIn(block), isTerminated(text, block)) !== null,
  );
  const embedded = embeddedPosts(blocks, lineIn);
  const stories = storyBoxes(blocks, lineIn);
  const repeats = repeatedBlocks(text, blocks);
  const habits = new PageHabits(text, blocks);
  const players = headline === null ? new Set<number>() : playerGroups(blocks, lineIn);
  for (const [i, block] of blocks.entries()) {
    const line = lineOf(text, block);
    const tag = agencyTagAt(text.slice(block.start, block.end));
    const link = Math.max(tag, gluedLinkAt(text.slice(block.start, block.end)));
    const terminated = isTerminated(
      text,
      link < 0 ? block : trimSpan(text, { ...block, end: block.start + link }),
    );
    // Behind the last paragraph the agency signs the text, behind any other the picture above it.
    const isSigned = i === blocks.length - 1 && tag >= 0;
    const own = isSigned ? null : furnitureRole(line, terminated);
    let role: SentenceRole = own ?? "body";
    if (headline !== null && (i === 0 || sameWords(line, headline))) role = "headline";
    else if (own === null && isUnderPicture(text, blocks, i, preamble)) role = "caption";
    else if (own === null && habits.isPictureText(i, !terminated && !preamble)) role = "caption";
    else if (own === null && repeats.has(block)) role = "cross_link";
    else if (
      embedded.has(block) ||
      stories.has(block) ||
      (own === null && (lists.has(block) || margins.has(block)))
    )
      role = "cross_link";
    else if (own === null && preamble && players.has(block.group)) role = "standfirst";
    else if (own === null && titlesExpected > 0 && !terminated) {
      role = isCaption(line, terminated) ? "caption" : "cross_link";
      titlesExpected -= 1;
    } else if (own === null && preamble) {
      role = preambleRole(text, blocks, i, headline, summed);
      if (role === "body" && headline !== null && isVerbless(text, block)) role = "caption";
      summed ||= role === "standfirst" && (terminated || line.length >= shortestSummary);
    } else if (own === null && isSubheading(line, terminated)) {
      role = listed && !terminated && line.length >= shortestPoint ? "body" : "headline";
    } else if (own === null && isVerbless(text, block)) {
      role = "caption";
    }
    if (isBareLink(line)) titlesExpected = 2;
    else if (role === "body") titlesExpected = 0;
    if (role === "body") preamble = false;
    // "He also said:" opens points that end in nothing.
    listed =
      role === "body" && (line.endsWith(":") || (listed && !terminated && !isLastOfBox(blocks, i)));
    roles.push(role);
  }
  return roles;
}

const isLastOfBox = (blocks: readonly Block[], i: number): boolean =>
  blocks[i - 1]?.group === blocks[i]?.group && blocks[i + 1]?.group !== blocks[i]?.group;

const longestQuestion = 60;

/** "What was the scandal?" alone in its paragraph heads what answers it. */
const askedAbove =
  /^(?:Who|What|How|Why|When|Where|Which) (?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)\b(?:[^.?!"“”]|\b\p{Lu}\.)*\?$/u;

function isSubheading(line: string, terminated: boolean): boolean {
  // "WILL THE CLUB BE DOCKED POINTS?" and a quotation in capitals shout, and finish nothing.
  const words = line.match(/\p{L}{2,}/gu) ?? [];
  const shouted = words.length >= 2 && !/\p{Ll}/u.test(line) && /[?!”"]$/.test(line);
  if (shouted && line.length <= longestSubheading) return true;
  // "Developments:"
  if (/^\p{Lu}\p{L}+(?: \p{L}+){0,2}:$/u.test(line)) return true;
  if (askedAbove.test(line) && line.length <= longestQuestion) return true;
  if (terminated || line.length > longestSubheading) return false;
  return !/^[-–—•*·‣]|^\d+[.)]\s|^["“”«„]|["”»]$/.test(line);
}

function cutGlued(text: string, block: Block, role: SentenceRole, isPlaced: boolean): Part[] {
  if (role === "cross_link" || role === "headline") return [{ ...spanOf(block), role }];
  const line = text.slice(block.start, block.end);
  const link = gluedLinkAt(line);
  const tag = link < 0 && role === "body" ? agencyTagAt(line) : -1;
  const after = Math.max(link, tag);
  const end = after < 0 ? block.end : block.start + after;
  const lead =
    role === "body" ? inlineDatelineLength(line) || (isPlaced ? openingPlaceLength(line) : 0) : 0;
  const start = block.start + Math.min(lead, end - block.start);
  const parts: Part[] = [
    { ...trimSpan(text, { start: block.start, end: start }), role: "dateline" },
    { ...trimSpan(text, { start, end }), role },
    { ...trimSpan(text, { start: end, end: block.end }), role: tag < 0 ? "cross_link" : "byline" },
  ];
  return parts.filter((part) => part.end > part.start);
}

const spanOf = (block: Block): Span => ({ start: block.start, end: block.end });

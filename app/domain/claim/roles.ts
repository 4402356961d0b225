import type { Block } from "./blocks";
import { isTerminated } from "./blocks";
import { embeddedPosts, playerGroups } from "./embedded";
import { listBlocks } from "./end-matter";
import { marginBlocks } from "./margins";
import { isByline, isEndCredit } from "./bylines";
import { isCaption, isCredit, isOnAir } from "./captions";
import { agencyTagAt, inlineDatelineLength, isDateline, openingPlaceLength } from "./datelines";
import { gluedLinkAt, isAppeal, isBareLink, isCrossLink } from "./furniture";
import { isAddress } from "./reader-address";
import type { Span } from "./span";
import { trimSpan } from "./span";
import type { SentenceRole } from "./split-output";
import { tokensOf } from "./tokens";
import { finiteVerbs } from "./verbs";

/** A stretch of an article whose role is known. */
export interface Part extends Span {
  role: SentenceRole;
}

const longestHeadline = 250;
const longestStandfirst = 400;
const longestSubheading = 120;
const longestVerbless = 120;

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
  const lineIn = (block: Block) => lineOf(text, block);
  const lists = listBlocks(blocks, lineIn);
  const margins = marginBlocks(
    text,
    blocks,
    lineIn,
    (block) => furnitureRole(lineIn(block), isTerminated(text, block)) !== null,
  );
  const embedded = embeddedPosts(blocks, lineIn);
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
    else if (embedded.has(block) || (own === null && (lists.has(block) || margins.has(block))))
      role = "cross_link";
    else if (own === null && preamble && players.has(block.group)) role = "standfirst";
    else if (own === null && titlesExpected > 0 && !terminated) {
      role = isCaption(line, terminated) ? "caption" : "cross_link";
      titlesExpected -= 1;
    } else if (own === null && preamble) {
      role = preambleRole(text, blocks, i, headline);
    } else if (own === null && isSubheading(line, terminated)) {
      role = "headline";
    } else if (own === null && isVerbless(text, block)) {
      role = "caption";
    }
    if (isBareLink(line)) titlesExpected = 2;
    else if (role === "body") titlesExpected = 0;
    if (role === "body") preamble = false;
    roles.push(role);
  }
  return roles;
}

const longestPictureText = 320;
const shortestPictureText = 30;

/** Whether the next line says whose the picture is, so that this one says what it shows. */
function isUnderPicture(text: string, blocks: Block[], i: number, preamble: boolean): boolean {
  const [before, block, next] = [blocks[i - 1], blocks[i], blocks[i + 1]];
  const opened =
    before?.group === block?.group &&
    /^open image in gallery$/i.test(lineOf(text, before ?? { start: 0, end: 0 }));
  if (block && opened && block.end - block.start <= longestPictureText) return true;
  if (!block || block.end - block.start > longestPictureText) return false;
  const line = lineOf(text, block);
  const above = before ? lineOf(text, before) : "";
  const below = next ? lineOf(text, next) : "";
  if (next && isCredit(below)) return next.group === block.group || preamble;
  if (line.length < shortestPictureText) return false;
  // The same words twice: for those who see the picture and for those who do not.
  return line === above || line === below || (below.startsWith(line) && isCaption(below, true));
}

function furnitureRole(line: string, terminated: boolean): SentenceRole | null {
  if (isCrossLink(line) || isAppeal(line)) return "cross_link";
  if (isByline(line, terminated)) return "byline";
  if (isDateline(line)) return "dateline";
  if (isCaption(line, terminated)) return "caption";
  return null;
}

/** The first line, or one close behind it that is printed again: the first may name a section. */
function headlineOf(text: string, blocks: Block[]): string | null {
  for (const at of [1, 2]) {
    const line = lineOf(text, blocks[at] ?? { start: 0, end: 0 });
    const again = blocks
      .slice(at + 1, at + 7)
      .some((block) => sameWords(lineOf(text, block), line));
    if (
      again &&
      line.split(" ").length > 2 &&
      !line.endsWith(".") &&
      line.length <= longestHeadline &&
      furnitureRole(line, false) === null
    )
      return line;
  }
  // A date, a picture or a word above the headline is none.
  const skipped = blocks.slice(0, 2).findIndex((block) => !isKicker(lineOf(text, block)));
  const [first, ...rest] = blocks.slice(Math.max(0, skipped));
  if (!first || rest.length === 0 || first.end - first.start > longestHeadline) return null;
  const line = lineOf(text, first);
  const terminated = isTerminated(text, first);
  if (furnitureRole(line, terminated) !== null) return null;
  const repeated = rest.slice(0, 6).some((block) => sameWords(lineOf(text, block), line));
  // Where a list of stories had no room for it, it ends in dots.
  const isCutOff = /\p{L},? ?(?:\.\.\.|…)$/u.test(line);
  const asks = line.length <= 120 && /[?!][’”"»]?$/.test(line);
  return repeated || !terminated || isCutOff || asks ? line : null;
}

const isKicker = (line: string): boolean =>
  furnitureRole(line, true) !== null || isAddress(line, false) || /^advertisement$/i.test(line);

/** Before the first paragraph of the body stand summaries; a finished one counts as such only if a head follows it. */
function preambleRole(
  text: string,
  blocks: Block[],
  i: number,
  headline: string | null,
): SentenceRole {
  const block = blocks[i];
  if (!block || headline === null || block.end - block.start > longestStandfirst) return "body";
  if (!isTerminated(text, block)) return "standfirst";
  if (isOnAir(lineOf(text, block)) && blocks.length > i + 2) return "caption";
  const headFollows = blocks.slice(i + 1, i + 3).some((next, k) => {
    // Who wrote it stands before the text or behind it.
    if (i + 2 + k >= blocks.length) return false;
    const line = lineOf(text, next);
    const role = furnitureRole(line, isTerminated(text, next));
    return (
      sameWords(line, headline) ||
      (role === "byline" && !isEndCredit(line)) ||
      role === "dateline" ||
      inlineDatelineLength(line) > 0
    );
  });
  return headFollows ? "standfirst" : "body";
}

const longestQuestion = 60;

/** "What was the scandal?" alone in its paragraph heads what answers it. */
const askedAbove =
  /^(?:Who|What|How|Why|When|Where|Which) (?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)\b[^.?!"“”]*\?$/;

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

const mayHaveVerb =
  /\p{L} \p{Ll}+(?:ed|s) (?:the|an?|for|to|in|on|by|with|at|from|his|her|its|their|that|as|up|out)\b|\b(?:left|lost|held|met|led|paid|cut|put|set|hit|won) (?:the|an?|his|her|its|their|for|in|on|at|from|\d)/u;

/** "The ship in the harbour of Bonaire." alone in its paragraph says what a picture shows. */
function isVerbless(text: string, block: Block): boolean {
  if (block.end - block.start > longestVerbless) return false;
  const tokens = tokensOf(text, block, []);
  const words = tokens.filter((token) => token.word);
  const spoken = /["“”„«»‘]/.test(text.slice(block.start, block.end));
  const finished = tokens.filter((token) => /^[.!?]$/.test(token.text)).length;
  if (
    spoken ||
    finished > 1 ||
    words.length < 4 ||
    !/^[\p{Script=Latin}\d]/u.test(words[0]?.text ?? "")
  ) {
    return false;
  }
  return (
    !finiteVerbs(tokens).some(Boolean) && !mayHaveVerb.test(text.slice(block.start, block.end))
  );
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

/** At most what a test needs of a paragraph, so that very long ones cost no more than short ones. */
const lineOf = (text: string, block: Span): string =>
  text.slice(block.start, Math.min(block.end, block.start + 1000));

function sameWords(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 20) return false;
  const words = (line: string) =>
    line
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? "";
  const first = words(a);
  return first !== "" && first === words(b);
}

import { isBareLink, isCredit } from "~/domain/claim/furniture";

import type { ReadLine } from "./second-opinion";

const longest = 160;
const longestLink = 100;

const around =
  /^[\s>»→*•|–—-]*(?:advertisements?|sponsored(?: content)?|(?:story|article) continues (?:below|after)\b.{0,40}|(?:sign up|subscribe) (?:for|to) (?:our|the|us)\b.{0,100}|follow (?:us|me|him|her|@\w+)\b.{0,80}|like us on\b.{0,60}|(?:share|tweet|pin|print|e-?mail|save|facebook|twitter|whatsapp|linkedin|reddit|copy link)(?: (?:this|on|to|via|with)\b.{0,40})?|\d[\d,.]*k? (?:comments?|shares?|views?|likes?)|(?:view|show|hide|load|see) (?:all |more )?comments?(?: \(\d+\))?|(?:leave|post|add) (?:a |your )?(?:comment|reply).{0,20}|(?:filed under|tags?|topics?|categories|posted in)\s*:.{0,120}|(?:copyright|©|\(c\)).{0,120}|.{0,60}\ball rights reserved\b.{0,60}|click here (?:to|for)\b.{0,80}|(?:related|more) (?:articles?|stories|coverage|reading|from|on)\b.{0,80}|you (?:may|might) also (?:like|be interested in)\b.{0,40}|(?:image|photo|picture) (?:copyright|caption|credit|source)\b.{0,120}|media playback is (?:un|not )?supported\b.{0,40}|\d+ min(?:ute)?s? read|(?:skip|jump) to\b.{0,60})[\s.:…»→]*$/i;

/** Whether a line is what pages put around and between the paragraphs of an article, by its wording or as a bare link. */
export function isPageFurniture({ text, linked }: ReadLine): boolean {
  if (linked > 0.75 && text.length <= longestLink && !/[.!?]["”’]?$/.test(text)) return true;
  return text.length <= longest && (around.test(text) || isBareLink(text) || isCredit(text));
}

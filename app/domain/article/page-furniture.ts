import { isCredit } from "~/domain/claim/captions";
import { isBareLink, isCrossLink } from "~/domain/claim/furniture";

import type { ReadLine } from "./second-opinion";

const longest = 160;
const longestLink = 100;

const around =
  /^[\s>»→*•|–—-]*(?:advertisements?|sponsored(?: content)?|(?:story|article) continues (?:below|after)\b.{0,40}|(?:sign up|subscribe) (?:for|to) (?:our|the|us)\b.{0,100}|follow (?:us|me|him|her|@\w+)\b.{0,80}|like us on\b.{0,60}|(?:share|tweet|pin|print|e-?mail|save|facebook|twitter|whatsapp|linkedin|reddit|copy link)(?: (?:this|on|to|via|with)\b.{0,40})?|\d[\d,.]*k? (?:comments?|shares?|views?|likes?)|(?:view|show|hide|load|see) (?:all |more )?comments?(?: \(\d+\))?|(?:leave|post|add) (?:a |your )?(?:comment|reply).{0,20}|(?:filed under|tags?|topics?|categories|posted in)\s*:.{0,120}|(?:copyright|©|\(c\)).{0,120}|.{0,60}\ball rights reserved\b.{0,60}|click here (?:to|for)\b.{0,80}|(?:related|more) (?:articles?|stories|coverage|reading|from|on)\b.{0,80}|you (?:may|might) also (?:like|be interested in)\b.{0,40}|(?:image|photo|picture) (?:copyright|caption|credit|source)\b.{0,120}|media playback is (?:un|not )?supported\b.{0,40}|\d+ min(?:ute)?s? read|(?:skip|jump) to\b.{0,60})[\s.:…»→]*$/i;

/** "Ann Lee / Getty Images": whose a picture is, where the page does not say that it is a caption. */
const pictureBy =
  /^[^.!?"“”]{0,60}(?:[/|(–—-]|via|by)\s*(?:getty images|ap photo|ap|afp|reuters|shutterstock|epa|alamy|xinhua|press association)\b[^.!?]{0,30}$|\bphotography\)?$/i;

/** Whether a line is what pages put around and between the paragraphs of an article, by its wording or as a bare link. */
export function isPageFurniture({ text, linked }: ReadLine): boolean {
  if (linked > 0.75 && text.length <= longestLink && !/[.!?]["”’]?$/.test(text)) return true;
  if (linked === 1 && text.length <= longestLink / 2) return true;
  if (text.length > longest) return false;
  if (linked > 0.5 && isCrossLink(text)) return true;
  const bare = text.replace(/^\s*[([](.*)[)\]]\s*$/, "$1").trim();
  if (text.length <= longestLink && pictureBy.test(bare)) return true;
  return around.test(bare) || isBareLink(bare) || isCredit(bare);
}

/** An outlet that speaks to its readers in its own voice: to subscribe, to follow, to write, to pay, to read on. */

/** What a reader is told to do. */
const told =
  "sign|subscribe|follow|read|watch|listen|click|tap|download|join|share|e-?mail|write|contact|visit|donate|support|register|log|try|get|keep|stay|tune|check|see|send|tell|let|submit|play|hit|add|like|enter|find|browse|become|give|help|view|scroll|take|use|unlock|upgrade|buy|order|reach|learn|discover|explore|broaden|make|never|don[’']t|thank|thanks|welcome|head|save|fill|enable|enjoy|turn|swipe|refresh|hear|receive|consider|upgrade|want|got|have your say|looking for";
const imperative = new RegExp(
  `(?:^|[.!?:|•–—]["”’]?\\s+|\\bplease |^also,? |^p\\.s\\. |^to [^,]{3,60}, |^for [^,]{3,80}, )(?:please )?(?:${told})\\b`,
  "i",
);

const letters = /\b(?:newsletters?|inbox|subscri\w+|sign(?:ed)? up|briefing)\b/i;
/** What outlets offer their readers and ask of them, by kind; a kind counts once. */
const offers = [
  letters,
  /\b(?:e-?mail (?:address|alerts?|updates?)|unlimited (?:access|reading)|free trial|cancel any ?time|member(?:ship)?s?|(?:print|digital|electronic) edition)\b/i,
  /\b(?:apps?|podcasts?|whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|bluesky|linkedin|rss|google news|signal|channel|notifications?|alerts)\b/i,
  /\b(?:click\w*|tap|buttons?|links?|below|(?:in|found|read|see|available|more|up|out|them|us|stories|coverage) here|forms?|comments?|conversation|player|transcript|footage|website|pages?|tips?|polls?|survey|graphics)\b/i,
  /\b(?:(?:our|independent|nonprofit|award-winning|local|\p{Lu}\p{L}+[’']s) (?:\p{L}+ )?(?:journalism|newsroom|reporting|reporters|coverage|journalists|stories|readers|team|investigations)|donat\w+|gifts?|(?:latest|breaking|top|more) (?:news|headlines|updates|stories|coverage|information|details|articles?)|journalism|this (?:developing )?story)\b/iu,
  /\b(?:javascript|ad ?blockers?|browser|html5)\b/i,
  /\b(?:cookies|privacy|terms of|republish\w*|creative commons|copyright|permission|credit cards?|moderat\w+|affiliate|commissions?|share of (?:the )?(?:revenue|sales)|independently (?:chosen|selected|reviewed))\b/i,
  /\b(?:questions?|photos?|videos?|thoughts|opinions?|experiences?|memories|ideas|crosswords?|sudoku|wordle|quiz(?:zes)?|puzzles?|in touch|hear from you|letters?|tickets?|admission|bookings?|rsvp)\b/i,
];
const contact = /\S@\S|(?:^|\s)@\w|https?:\/\/|\bwww\.|\p{Ll}\.(?:com|org|net)\b/iu;
const price = /[$£€]\d+(?:\.\d\d)?(?:\/| (?:a|per) )/u;
const reader = /\b(?:you|your|yours)\b/i;
const outlet = /\b(?:[Ww]e|us|[Oo]urs?|this (?:site|website|newsletter))\b/;

/** Somebody's words, and what others than the outlet ask for, belong to the article. */
const reported =
  /["“][^"”]{25}|\b(?:said|says|told|tells|according to|announced|added|asked|wrote|tweeted|spokes\p{L}+)\b|\b(?:police|gardaí|garda|detectives|crime ?stoppers|officers|sheriff)\b/iu;

const longestAddress = 420;
const longestHint = 140;
/** From this many signs on, a paragraph speaks to the reader wherever it stands. */
const plain = 3;
/** Behind the last paragraph of prose fewer do in a short one. */
const enough = 2;

/**
 * Whether a paragraph speaks to the readers of the page, told by signs of several kinds. Articles too say "you" and
 * "we", so that inside one an order to the reader, an address or both words must be among the signs.
 */
export function isAddress(line: string, isBehindProse: boolean): boolean {
  if (line.length > longestAddress || reported.test(line)) return false;
  const orders = imperative.test(line);
  const reached = contact.test(line);
  const you = reader.test(line);
  const ours = outlet.test(line);
  const isHint = isBehindProse && line.length <= longestHint;
  if (!orders && !reached && !(you && (ours || isHint))) return false;
  const offered = offers.filter((offer) => offer.test(line)).length;
  const voices = [
    orders,
    orders && letters.test(line),
    reached,
    price.test(line),
    you,
    ours,
  ].filter(Boolean).length;
  return offered > 0 && voices + offered >= (isHint ? enough : plain);
}

import { isPageVoice } from "./page-voice";

/** The wording of lines that lead away from an article. Every test is given one trimmed line. */

const bareLink =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|also|next|full (?:article|story))|also read|see also|related(?: (?:articles?|stories|content|topics?))?|more on this(?: story)?|recommended|don[’']?t miss|watch(?: now| live)?|listen|continue reading|advertisement|story continues below advertisement|share(?: this)?(?: article| story)?|most read|trending|enditem|ends?|#{2,3}|-30-)[\s:.…»→)\]>]*$/i;

const linkWithTitle =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|also|next|full (?:article|story))|also read|see also|related(?: (?:articles?|stories|content))?|more on this(?: story)?|recommended|don[’']?t miss|watch|listen|more)\s*[:|]/i;

/** Orders and notices that are known by how they begin; what it takes more words to know is in `reader-address.ts`. */
const invitation =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|(?:the )?full (?:article|story))\s+(?:at|on|here|in|about)\b|(?:sign up|subscribe|click here|continue reading|join our|have your say|get in touch|like us on|find out more|(?:click|tap) (?:on|below|to|the|through)|you can (?:also )?(?:read|watch|hear|listen to|download|follow|share|subscribe)|take a look at|write to us|since you[’']re here|donate|be the first to comment|register to|skip to|privacy (?:notice|policy))\b|follow (?:us|him|her|them|me)\b|follow (?:the |our )?[^.]{2,50} on \p{Lu}|share (?:this|it)\b|download (?:the|our)\b|(?:log|sign) in\b.{0,60}$|jump to (?:navigation|search|content)\b|the post .{1,200} (?:first )?appeared (?:first )?on\b|(?:email|e-mail|write to|contact) .{2,60}@|.{2,60} (?:can|may) be (?:reached|contacted|emailed) (?:at|on|by|via)\b|\d[\d,]* (?:comments?|shares?|views?|likes?|retweets?)[\s.!]*$|(?:related )?(?:video|audio) (?:report )?by\b|from \p{Lu}\p{L}+, the free\b|copyright (?:©|\(c\)|\d|by\b)|\(c\)|©)/iu;

/** "Read more" alone: what follows it is a title, not text. */
export const isBareLink = (line: string): boolean => line.length <= 60 && bareLink.test(line);

/** "ACEH: KEY FACTS ...": a box that sums up beside the text. */
const factBox =
  /^(?:[\p{Lu}\s’'-]{2,40}:\s)?(?:KEY FACTS|AT A GLANCE|FACT ?BOX|FAST FACTS|TIMELINE)\b/u;

/** "(https://post.example/a )": nothing but addresses. */
const addresses = /^\(?https?:\/\/[^\s()]+(?:[\s()]+https?:\/\/[^\s()]+)*[\s()]*$/i;

/** "Home news »": a step of the way to this page. */
const crumb = /^[^.!?"“”»]{2,50}\s?[»›]$/;

/** A line that leads elsewhere: "READ MORE: ...", "Sign up for our newsletter", "The post ... appeared first on ...". */
export const isCrossLink = (line: string): boolean =>
  line.length <= 400 &&
  (bareLink.test(line) ||
    linkWithTitle.test(line) ||
    invitation.test(line) ||
    factBox.test(line) ||
    addresses.test(line) ||
    crumb.test(line) ||
    isPageVoice(line) ||
    teaser.test(line));

/** "Analysis Why the party cannot agree": the kind of another story and its title. */
const teaser =
  /^(?:Analysis|Opinion|Explainer|Editorial|Long read|Interactive|Podcast):? (?!(?:In|On|At|By|Of)\b)\p{Lu}[^.!]{15,}[^.!]$/u;

const appeals =
  /\b(?:paywall|small favou?r to ask|become a (?:member|supporter|subscriber|patron)|make a (?:donation|gift|contribution)|support (?:us|our (?:work|journalism|reporting|newsroom))|(?:fund|funding) (?:our|it)|helps? (?:to )?(?:support|fund)|contribute to)\b/i;
const ours =
  /\b(?:our (?:journalism|reporting|journalists|newsroom|readers|work|future)|we[’']ve got|we need your|reading us|independent journalism)\b/i;
const longestAppeal = 1200;

/** A paper that asks its readers for money, in its own voice. */
export const isAppeal = (line: string): boolean =>
  line.length <= longestAppeal &&
  !/["“”]|\b(?:said|says|told|according)\b/.test(line) &&
  appeals.test(line) &&
  ours.test(line);

/** "[Trippy Tales: The History of Eight Drugs]" behind the last full stop of a paragraph. */
const bracketedLink = /(?<=[.!?]["”’']?)\s+\[[\p{Lu}\d][^\]\n]{8,120}[^\].\n]\]$/u;

/** Where "(https://example.org/a )" behind the last full stop begins; -1 without one. */
function addressAt(line: string): number {
  const at = line.search(/(?<=[.!?]["”’']?)\s+\(https?:\/\//);
  const words = at < 0 ? [] : line.slice(at).trim().split(/\s+/);
  return words.every((word) => /^\(?https?:\/\/\S+$|^[()]+$/.test(word)) ? at : -1;
}

const gluedLink =
  /\s[[(]?(?:Read (?:(?:the )?[Ff]ull (?:[Aa]rticle|[Ss]tory)|(?:[Tt]he )?[Rr]est|[Mm]ore|[Aa]lso)|READ MORE|Continue [Rr]eading|Click [Hh]ere|Enditem)\b[^.!?\n]{0,80}(?:\.[A-Za-z]{2,6})?[\s\])»→>.…]*$/u;

/** Where a link glued to the end of a paragraph begins, such as "... Read Full Article at RT.com"; -1 without one. */
export function gluedLinkAt(line: string): number {
  const tailStart = Math.max(0, line.length - 140);
  const found = gluedLink.exec(line.slice(tailStart));
  const link = found ?? bracketedLink.exec(line.slice(tailStart));
  const at = link?.index ?? addressAt(line.slice(tailStart));
  return at < 0 ? -1 : tailStart + at + 1;
}

/** The wording of what stands around an article but is not part of it. Every test is given one trimmed line. */

const bareLink =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|also|next|full (?:article|story))|also read|see also|related(?: (?:articles?|stories|content|topics?))?|more on this(?: story)?|recommended|don[’']?t miss|watch(?: now| live)?|listen|continue reading|advertisement|story continues below advertisement|share(?: this)?(?: article| story)?|most read|trending|enditem|ends?|#{2,3}|-30-)[\s:.…»→)\]>]*$/i;

const linkWithTitle =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|also|next|full (?:article|story))|also read|see also|related(?: (?:articles?|stories|content))?|more on this(?: story)?|recommended|don[’']?t miss|watch|listen|more)\s*:/i;

const invitation =
  /^[\s>»→*•\-–—[(]*(?:read (?:more|the full (?:article|story)|full (?:article|story))\s+(?:at|on|here|in|about)\b|sign up\b|subscribe\b|follow us\b|click here\b|download (?:the|our)\b|continue reading\b|join our\b|the post .{1,200} (?:first )?appeared (?:first )?on\b|this (?:article|story) was translated\b|this (?:article|story) (?:was )?(?:first|originally) (?:published|appeared)\b|you can (?:share|follow) (?:this|us)\b|share (?:this|it)\b|(?:have|got) (?:an? )?(?:opinion|story|tip|view|question)s?\b.{0,60}\b(?:share|contact|email|get in touch|let us know|tell us)\b|have your say\b|get (?:all )?(?:the |our |more )?(?:latest|news|breaking|updates)\b.{0,120}\b(?:inbox|newsletter|email|sign up|alerts?|whatsapp|telegram|subscribing)\b|for (?:all )?(?:the )?(?:latest|more|breaking) .{2,60}(?:download|follow|subscribe|sign up|visit|join)\b|privacy (?:notice|policy)\b|get in touch\b|follow (?:the |our )?[^.]{2,50} on (?:x|twitter|facebook|telegram|instagram|youtube|tiktok|whatsapp|threads|bluesky|linkedin|google news)\b|like us on\b|.{2,60} (?:can|may) be (?:reached|contacted|emailed) (?:at|on|by|via)\b|(?:email|e-mail|write to|contact) .{2,60}@|follow (?:him|her|them|me)\b|we want to hear from you\b|we[’']d like to hear from you\b|since you[’']re here\b|take a look at\b|find out more\b|write to us\b|.{0,160}\bplease (?:share|send)(?: us)? your\b|this version (?:corrects|updates|adds|deletes|removes|clarifies)\b|\(?this story (?:corrects|refiles|has been (?:updated|corrected))\b|(?:log|sign) in\b.{0,60}$|register to\b|be the first to comment\b|comments (?:are|have been) (?:closed|disabled)\b|\d[\d,]* (?:comments?|shares?|views?|likes?|retweets?)[\s.!]*$|this (?:page|article|story) (?:is|has been) (?:archived|updated|corrected|amended)\b|jump to (?:navigation|search|content)\b|skip to\b|support (?:our|independent) (?:journalism|work|reporting)\b|donate\b|(?:editor|correction|clarification|update)(?:[’']s note)?:|(?:related )?(?:video|audio) (?:report )?by\b|from \p{Lu}\p{L}+, the free\b|this (?:report|article|story) (?:was|is) (?:produced|provided|supplied|made available|part of|based on)\b|the views expressed\b|(?:copyright|\(c\))\b|.{0,80}\ball rights reserved\b|©)/iu;

/** "Read more" alone: what follows it is a title, not text. */
export const isBareLink = (line: string): boolean => line.length <= 60 && bareLink.test(line);

/** "ACEH: KEY FACTS ...": a box that sums up beside the text. */
const factBox =
  /^(?:[\p{Lu}\s’'-]{2,40}:\s)?(?:KEY FACTS|AT A GLANCE|FACT ?BOX|FAST FACTS|TIMELINE)\b/u;

/** A line that leads elsewhere: "READ MORE: ...", "Sign up for our newsletter", "The post ... appeared first on ...". */
export const isCrossLink = (line: string): boolean =>
  line.length <= 400 &&
  (bareLink.test(line) ||
    linkWithTitle.test(line) ||
    invitation.test(line) ||
    factBox.test(line) ||
    teaser.test(line));

/** "Analysis Why the party cannot agree": the kind of another story and its title. */
const teaser =
  /^(?:Analysis|Opinion|Explainer|Editorial|Long read|Interactive|Podcast):? (?!(?:In|On|At|By|Of)\b)\p{Lu}[^.!]{15,}[^.!]$/u;

const appeals =
  /\b(?:paywall|small favou?r to ask|become a (?:member|supporter|subscriber|patron)|make a (?:donation|gift|contribution)|support (?:us|our (?:work|journalism|reporting|newsroom))|fund our|contribute to)\b/i;
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

const creditStart =
  /^file\s[-–—]|^(?:file photo|photo|photos|image|images|picture|pictured|audio|illustration|caption|video|graphic|source|credit|photograph)\s*[:/|©]|^(?:file photo|pictured|fotomontage)\b|^(?:image|video|photo|picture|media) (?:source|caption|credit|copyright)\b|^media playback is (?:un|not )?supported\b|^open image in gallery\b|^©/i;
const agency =
  "(?:getty images|ap photo|ap|afp|reuters|shutterstock|epa|alamy|xinhua|tass|sputnik|pa)";
const creditEnd = new RegExp(
  `©|\\((?:photo|image|picture|file)\\b|\\bphoto(?:graph)? by\\b|(?:[/|:–—(]|via )\\s*${agency}\\b[\\w\\s./-]{0,40}\\)?\\.?$|\\b${agency}\\s?\\/[\\w\\s.-]{2,40}\\)?\\.?$|\\bhandout\\b.{0,20}$`,
  "i",
);
/** "(Ann Lee/Space Agency photo via AP)" at the end of a long description of a picture. */
const credited = new RegExp(`\\((?:[^()]{2,80}\\b${agency}|ap photo\\/[^()]{2,60})\\)\\.?$`, "i");
const creditAfter =
  /\s(?:image|photo|photograph|picture|video|audio|credit|illustration|graphic)s?(?: by| credit)?:\s[^.!?\n]{2,80}\.?$/i;
const pose =
  /\b(?:poses?|posing|pictured|shakes? hands|is seen|are seen|seen (?:here|in|at|during)|looks on|arrives? (?:at|for|in)|speaks? (?:at|during|to|with)|attends?|gestures?|walks?|waves|addresses|stands?|holds? a|in this (?:photo|handout|undated|file))\b/i;

/** "A patrol agent escorts two children in La Joya, Texas, March 19, 2021.": a scene with place and full date. */
const monthName =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const placeAndDate = new RegExp(
  `\\p{Lu}[\\p{L}.]+, (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?(?:${monthName}) \\d{1,2}, \\d{4}\\.?$`,
  "u",
);

/** "Soldiers walk past a tank in Rostov, southern Russia, on June 25, 2023.": as it is seen in the picture. */
const isDoing =
  /^(?:[\p{L}’'-]+ ){1,7}(?:walk|stand|gather|hold|carry|ride|march|watch|wait|sit|pray|wave|inspect|search|clear|pass|look|work)s? /u;
const onDate = new RegExp(`, on (?:${monthName}) \\d{1,2}, \\d{4}\\.?$`);

/** "This graphic illustrates how the moon may have formed." */
const tellsPicture =
  /^(?:This|The) (?:(?:undated|file|artist[’']s|satellite|aerial) )?(?:graphic|image|photo|photograph|picture|illustration|diagram|map|chart|animation|infographic|rendering|composite) (?:taken |released |provided )?(?:illustrates|shows|depicts|by|from)\b|^This (?:graphic|image|photo|illustration|map|chart), [^,]{5,60}, (?:illustrates|shows|depicts)\b/;

function isShownOn(line: string): boolean {
  if (/["“”]/.test(line)) return false;
  const at = placeAndDate.exec(line)?.index ?? 0;
  return (
    (at >= 20 && !/[.!?]/.test(line.slice(0, at))) || (isDoing.test(line) && onDate.test(line))
  );
}

/** A line that only says whose a picture is: "Credit: Ann Lee/AFP". */
export const isCredit = (line: string): boolean => line.length <= 160 && creditStart.test(line);

/** A picture's caption or credit line. `pose` wording counts only where the line does not end as a sentence. */
export function isCaption(line: string, terminated: boolean): boolean {
  if (line.length > 700) return false;
  if (tellsPicture.test(line)) return true;
  if (line.length > 320) return credited.test(line);
  if (isShownOn(line)) return true;
  if (creditStart.test(line) || creditEnd.test(line) || creditAfter.test(line)) return true;
  return !terminated && pose.test(line);
}

const byline =
  /^(?:By|BY|Words by|Written by|Reported by|Text by|Author:)\s+\p{Lu}[\p{L}’'.-]*(?:\s+[\p{L}’'.&-]+){0,9}(?:\s*[,|•·–-]\s*[^.!?]{0,60})?$/u;
const deskLine =
  /^\(?(?:additional |with )?(?:reporting|editing|writing|translation|edited|compiled|research) by\s/i;
const credits =
  /^.{2,120}\b(?:(?:reported|wrote|adapted|edited) (?:on )?this (?:story|report|article)\b|(?:was|were) the editors?\.$)|^(?:and )?I[’']m \p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+\.$/u;
const contributed =
  /\bcontributed (?:to this (?:report|story|article)|reporting)(?: from [^.]{2,60})?\.?$|\b(?:writers?|reporters?|correspondents?|journalists?)\b.{2,200}\bcontributed\.?$/i;
/** "Asadu reported from Abuja, Nigeria; ...": the last line of an agency's story. */
const reportedFrom =
  /^\p{Lu}[\p{L}’'-]+(?:(?:,| and|, and)? \p{Lu}[\p{L}’'-]+){0,5} reported from \p{Lu}/u;
const place =
  /^\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]+){1,3}\s+(?:in|at)\s+\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u;

/** Who wrote it: "By Jane Doe", "Jane Doe in Rome", "Reporting by ...; Editing by ...". */
export function isByline(line: string, terminated: boolean): boolean {
  if (line.length <= 700 && deskLine.test(line)) return true;
  if (line.length > 400) return false;
  if (credits.test(line) || contributed.test(line) || reportedFrom.test(line)) return true;
  if (line.length > 200) return false;
  if (terminated) return false;
  if (byline.test(line)) return true;
  return line.length <= 60 && place.test(line);
}

const month =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\\.?";
const dateWords = new RegExp(
  `^(?:(?:last )?(?:published|updated|posted|modified|first published|date)(?: on| at)?:?\\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?` +
    `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month},?\\s+\\d{4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d+ (?:minutes?|hours?|days?|weeks?) ago)\\b[^.!?]{0,60}$`,
  "i",
);
const readingTime = /^\d+[\s-]*min(?:ute)?s?(?:\s+read)?$/i;

/** A line that only says when: "Monday, 5 February 2024 14:32 GMT", "Updated 3 hours ago". */
export const isDateline = (line: string): boolean =>
  line.length <= 120 && (dateWords.test(line) || readingTime.test(line));

const inlineDateline =
  /^(?:\((?:Reuters|AP|AFP|CNN|dpa|ANSA|TASS|UPI|PTI|Xinhua|EFE)\)\s*|\p{Lu}{3,}[\p{Lu}\s.,/’'-]{0,40}(?:,\s*\p{Lu}[\p{L}.]{1,20}(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?\s*(?:\((?:[^()\n]{2,30})\)\s*)?|\p{Lu}[\p{L}’'-]+(?:[\s,]+\p{Lu}?[\p{L}\d.’'-]+){0,5}\s*\((?:Reuters|AP|AFP|dpa|ANSA|TASS|UPI|PTI|Xinhua|EFE)\)\s*)\s?[–—-]{1,2}\s+/u;

/** "(CNN)A judge has ordered": the agency without a dash. */
const agencyAlone = /^\((?:Reuters|AP|AFP|CNN|UPI)\)\s?(?=["“‘]?\p{Lu})/u;

/** "Manila, Philippines – Tens of thousands": a place in its country, and a dash with spaces. */
const placeInCountry =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}, \p{Lu}[\p{L}’'.-]+(?: (?:and |of )?\p{Lu}[\p{L}’'.-]+){0,2}\s[–—-]{1,2}\s+(?=["“‘]?[\p{Lu}\d])/u;

/** "By Harbour Post News Desk: The storm" */
const inlineByline = /^By (?:\p{Lu}[\p{L}’'.-]* ){1,5}\p{Lu}[\p{L}’'.-]*:\s+(?=\p{Lu})/u;

/** How long the place and agency before a first sentence are, as in "KYIV, Feb 5 (Reuters) - "; 0 without them. */
export function inlineDatelineLength(line: string): number {
  const head = line.slice(0, 120);
  const found =
    inlineDateline.exec(head) ??
    agencyAlone.exec(head) ??
    placeInCountry.exec(head) ??
    inlineByline.exec(head);
  return found?.[0].length ?? 0;
}

const agencyTag = /\s\((?:AP|AFP|Reuters|dpa|ANSA|TASS|UPI|PTI|PNA|Xinhua|EFE|Bernama|IANS)\)$/;

/** Where "(AP)" behind the last sentence of a paragraph begins: whose text it is; -1 without it. */
export function agencyTagAt(line: string): number {
  const tailStart = Math.max(0, line.length - 20);
  const found = agencyTag.exec(line.slice(tailStart));
  return found && /[.!?]["”’']?$/.test(line.slice(0, tailStart + found.index))
    ? tailStart + found.index + 1
    : -1;
}

/** "Ann Lee weighs in on how prices rose.": what a video above the text shows. */
const onAir =
  /^(?:["“‘]?\p{Lu}|host |former )[^.!?]{3,160}\b(?:weighs? in on|joins? ["“‘’]?[^.!?]{2,60} to (?:discuss|talk|break|weigh|react)|breaks? down (?:the|how|why|what)|reacts? to|sits? down with|discuss(?:es)? (?:the|how|why|what|whether))\b[^.!?]*\.?(?: \(Video: [^)]*\))?$/u;

/** Whether the line says what a video shows, as stations word it. Only above the text does it mean that. */
export const isOnAir = (line: string): boolean => line.length <= 300 && onAir.test(line);

const openingPlace = /^\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}:\s+(?=["“‘]?\p{Lu})/u;

/** How long "Hyderabad: " is; 0 without it. Only at the head of a story is it a place and not a speaker. */
export const openingPlaceLength = (line: string): number =>
  openingPlace.exec(line.slice(0, 120))?.[0].length ?? 0;

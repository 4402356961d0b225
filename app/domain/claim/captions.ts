/** The wording of what stands under pictures and videos. Every test is given one trimmed line. */

const creditStart =
  /^file\s[-–—]|^(?:file photo|photo|photos|image|images|picture|pictured|audio|illustration|caption|video|graphic|source|credit|photograph)\s*[:/|©]|^(?:file photo|pictured|fotomontage)\b|^(?:image|video|photo|picture|media) (?:source|caption|credit|copyright)\b|^media playback is (?:un|not )?supported\b|^(?:photo|photograph|picture|image|video|illustration)s? by\b|^open image in gallery\b|^(?:representative|representational|illustrative|stock|archive) (?:image|photo|picture|photograph)\b.{0,30}$|^©/i;
const agency =
  "(?:getty images|ap photo|ap|afp|reuters|shutterstock|epa|alamy|xinhua|tass|sputnik|pa)";
const creditEnd = new RegExp(
  `©|\\((?:photo|image|picture|file)\\b|\\bphoto(?:graph)? by\\b|(?:[/|:–—(]|via )\\s*${agency}\\b[\\w\\s./-]{0,40}\\)?\\.?$|\\b${agency}\\s?\\/[\\w\\s.-]{2,40}\\)?\\.?$|\\bhandout\\b.{0,20}$`,
  "i",
);
/** "(Ann Lee/Space Agency photo via AP)" at the end of a long description of a picture. */
const credited = new RegExp(`\\((?:[^()]{2,80}\\b${agency}|ap photo\\/[^()]{2,60})\\)\\.?$`, "i");
/** "(Ann Lee / The Harbour Post)" at its end. */
const nameAndHouse = /\(\p{Lu}[\p{L}.’'-]+ [^()/]{2,40}\/ ?\p{Lu}[^()/]{2,40}\)\.?$/u;
/** "Ann Lee | The Harbour Post" at its end. */
const nameBarHouse = /\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+ \| (?:\p{Lu}|The )[^|.!?\n]{1,50}\)?$/u;
/** "(File 2013/Harbour Press) A boy runs", "... (Video by Ann Lee for the Post)": whose it is, in brackets at either end. */
const bracketed =
  /^\((?:file|photo|image|picture|video|courtesy)\b[^()]{0,60}\)\s|\((?:video|photo|photograph|picture|image)s?(?: by|:) [^()]{3,80}\)$/i;
const creditAfter =
  /[.!?](?:credit|image|photo)+\p{Lu}[^.!?\n]{2,80}$|\s(?:image|photo|photograph|picture|video|audio|credit|illustration|graphic)s?(?: by| credit)?:\s[^.!?\n]{2,80}\.?$/iu;
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
const onDate = new RegExp(`(?:, on|,| on)? (?:${monthName}) \\d{1,2}, \\d{4}\\.?$`);

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

/** "FILE PHOTO: The minister leaves. © Agency": it has words of its own, and needs none above. */
const describesToo = /^file (?:photo|image|picture):? [^©]{20,}©/i;

/** A line that only says whose a picture is: "Credit: Ann Lee/AFP". */
export const isCredit = (line: string): boolean =>
  line.length <= 160 && creditStart.test(line) && !describesToo.test(line);

/** A picture's caption or credit line. `pose` wording counts only where the line does not end as a sentence. */
export function isCaption(line: string, terminated: boolean): boolean {
  if (line.length > 700) return false;
  if (tellsPicture.test(line)) return true;
  if (nameBarHouse.test(line) || bracketed.test(line)) return true;
  if (line.length > 320) return credited.test(line);
  if (isShownOn(line)) return true;
  if (nameAndHouse.test(line)) return true;
  if (creditStart.test(line) || creditEnd.test(line) || creditAfter.test(line)) return true;
  return !terminated && pose.test(line);
}

/** "Ann Lee weighs in on how prices rose.": what a video above the text shows. */
const onAir =
  /^(?:["“‘]?\p{Lu}|host |former )[^.!?]{3,160}\b(?:weighs? in on|joins? ["“‘’]?[^.!?]{2,60} to (?:discuss|talk|break|weigh|react)|breaks? down (?:the|how|why|what)|reacts? to|sits? down with|discuss(?:es)? (?:the|how|why|what|whether))\b[^.!?]*\.?(?: \(Video: [^)]*\))?$/u;

/** Whether the line says what a video shows, as stations word it. Only above the text does it mean that. */
export const isOnAir = (line: string): boolean => line.length <= 300 && onAir.test(line);

/** What a page says of itself, of its outlet and of who wrote it. Every test is given one trimmed line. */

const kind = "(?:(?:archived|breaking|developing|news|audio|video|machine|published|press) )?";
/** Words that in an article mean the article itself. */
const ownWork = `${kind}(?:story|article|post|page|coverage|transcript|version|episode|content|newsletter|column|essay|piece|translation|(?:live ?)?blog|website|podcast|excerpt|release)`;
/** Words that may as well mean what the article is about. */
const anyWork = `(?:${ownWork}|${kind}(?:report|interview|material|document|project|series|analysis|feature|reporting|work|segment|site|review|investigation))`;

/** What is done to a page and not to the world. */
const pageVerb =
  "republish\\p{L}*|publish\\p{L}*|appear\\p{L}*|syndicat\\p{L}*|produc\\p{L}*|support\\p{L}*|funded|made possible|translated|edited|generated|updat\\p{L}+|corrected|archived|subject to|part of|adapted|condensed|reviewed|developing|reproduced|redistributed|rewritten|sponsored|paid for|licen[cs]ed|mis(?:stated|identified|spelled|spelt|quoted)|incorrect\\p{L}*|copyright|provided|available only|shared|commissioned|affiliate|clarif\\p{L}*|written by|reported by|breaking|collaboration|protected by|hosted|contains?|not intended";

/** "This story was supported by ...": what is told is how the page came about, or what may be done with it. */
const ofThis = (work: string): RegExp =>
  new RegExp(
    `^(?:[-–—*•]\\s*)?\\(?(?:[^.!?,:"“”]{2,40}[,:] (?:\\d{1,2}:\\d\\d [ap]\\.?m\\.?: )?)?this (?:${work}|(?=(?:is|was) an? (?:developing|breaking)))(?: by [^,.]{3,60}| in [^,.]{3,40})?,? (?:is|was|were|has|have|may|will|can|must|first|originally|also|about|initially|appears|comes|contains|includes|uses)\\b[^"“”]{0,160}?\\b(?:${pageVerb})\\b`,
    "iu",
  );

/** "An earlier version of this story", "For this story, reporters": there the page is the matter in any case. */
const ofVersions = new RegExp(
  `^[^.!?"“”]{0,40}?\\b(?:an? |the )?(?:earlier|previous|prior|original|shorter|longer|different)? ?versions? of th(?:is|e) ${anyWork}\\b|^\\(?this ${ownWork} (?:corrects|refiles|updates|adds|deletes|removes|clarifies)\\b|^for this ${anyWork},|\\b(?:contributed|used|assisted|helped|included|worked) (?:to|in|for|on|with) this ${anyWork}\\.?\\)?$`,
  "iu",
);

/** Words that are written for lawyers, about what may be done with a text and who answers for it. */
const rights =
  /\b(?:all rights reserved|creative commons (?:licen[cs]e|attribution)|may not be (?:published|reproduced|republished|copied)|no part may be reproduced|do(?:es)? not (?:necessarily )?(?:reflect|represent) those of|do(?:es)? not necessarily (?:reflect|represent)|(?:views|opinions) expressed|views are personal|not (?:intended|meant) (?:as|to be) (?:financial|investment|medical|legal) advice|for (?:general|informational?) purposes|not responsible for the|receives? funding from any|no (?:relevant|competing|conflicts? of) (?:affiliations|interests?)|forward-looking statements|safe harbor provisions|original(?:ly)? (?:published|appeared) (?:on|in|at|by)|recaptcha)\b/i;

/** Who pays for it, and how much is left to read without paying. */
const paid =
  /\b(?:(?:funded|supported|sponsored|underwritten|made possible) (?:in part )?by\b.{0,120}\b(?:newsroom|journalism|reporting|publication|coverage|series|sponsors)|supports? (?:this|our) (?:newsroom|journalism|reporting|site|work)|financial supporters?|limit of free|free articles? (?:left|remaining|this month)|real-time snapshot|(?:quotes?|data) (?:is|are) (?:provided by|delayed))\b/i;

/** "Disclosure: ...": a note to the page. */
const labelled =
  /^\(?(?:disclosures?|disclaimer|editor[’']s note|corrections?|clarification|about the authors?|methodology|if you go|story source|journal reference|more information|citation|reading list|media contact|press contact|contacts?|conflicts? of interest)\b[^:."“”]{0,30}:/i;

/** How a running story ends before it ends. */
const unfinished =
  /^(?:we(?: will|[’']ll)|more|further|updates?|details)\b[^.!?]{0,50}\b(?:later|when available|as (?:they|it|we)\b.{0,30}|soon|will follow|(?:be|being) (?:added|posted|updated|published))\b[^.!?]{0,30}[.!…]*$|^\(?(?:more to (?:come|follow)|this is an? (?:developing|breaking)|(?:stay|check back) (?:with|for|here|tuned)|check back|more (?:details|information) (?:to follow|will be added)|updates? to follow)\b/i;

/** "Here’s what to know." leads to another page, or heads a list. */
const leadsOn =
  /(?:^|[.!?] )Here(?:[’']s| is| are) (?:what|how|why|who|where|when|everything|a (?:look|list)|\p{L}+ (?:things|topics|ways|takeaways|questions|reasons|points|tips))\b[^:]*[.:]?$/u;

/** "Here were the main moves:" stands over a list. */
const overList = /^Here(?:[’']s| is| are| was| were) [^"“”]{3,80}:$/;

const tests = [ofThis(ownWork), ofVersions, rights, paid, labelled, unfinished, overList];

/** Whether a line tells of the page, not of the news: where it was published, who paid, what was put right. */
export const isAboutPage = (line: string): boolean =>
  line.length <= 600 &&
  (tests.some((test) => test.test(line)) ||
    (line.length <= 200 && !/["“]/.test(line) && leadsOn.test(line)));

const houseRules =
  /^(?:all |any |your |our |the )?(?:comments?|commenters?|users?|readers|submissions?|contributions|responses)\b(?=.*(?:comment|post|respect|moderat|block|abus|guideline|civil|publish))[^.!?]{0,60}\b(?:must|may|should|will|can|are)\b|\b(?:community (?:guidelines|standards)|house rules|comment(?:ing|s)? policy|(?:posted|left) by (?:readers|users)|comments are (?:closed|moderated))\b|\bmargin of (?:sampling )?error\b/i;
const ofAny = ofThis(anyWork);

/** "All comments must be respectful.", "This project was funded by ...": said of the page only where it ends. */
export const isSmallPrint = (line: string): boolean =>
  line.length <= 400 && !/["“]/.test(line) && (houseRules.test(line) || ofAny.test(line));

const publicHouse =
  /^(?:about )?(?:the )?\p{Lu}[^.!?"“”]{1,60}? (?:\([^)]{3,40}\) )?is (?:an?|the|part of) (?:[\p{L}’-]+,? ){0,9}(?:[Nn]ewsroom|news (?:organi[sz]ation|outlet|site|service|nonprofit|website|agency|company|platform)|publication|magazine|media (?:company|outlet|organi[sz]ation)|(?:digital|online) newspaper|journalism (?:project|nonprofit|organi[sz]ation)|champion of [^.]*journalism|program of|project of)\b/u;

/** "The Post is a nonprofit newsroom that ...": as an outlet presents itself. */
export const isOutlet = (line: string): boolean => line.length <= 700 && publicHouse.test(line);

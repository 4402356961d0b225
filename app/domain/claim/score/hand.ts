/** Things that a reader can see in a sentence and that make it more, or less, a matter for a check. */
export const handFeatures: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["number", /\d/],
  ["percentage", /%|\bpercent\b|\bper cent\b/i],
  ["money", /[$€£]\s?\d|\bdollars?\b|\beuros?\b/i],
  ["magnitude", /\b(?:thousand|million|billion|trillion)s?\b/i],
  [
    "number word",
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred)\b/i,
  ],
  [
    "fraction",
    /\b(?:half|third|quarter|fifth|twice|double[ds]?|tripled?|one out of|one in|out of every)\b/i,
  ],
  ["year", /\b(?:1[6-9]|20)\d\d\b/],
  [
    "span of time",
    /\b(?:years?|months?|decades?|weeks?) ago\b|\b(?:last|past|over the (?:last|past)) (?:\w+ )?(?:years?|months?|decades?)\b/i,
  ],
  ["since", /\bsince\b/i],
  [
    "ever",
    /\b(?:in (?:our |the |american |u\.?s\.? )?history|ever|never before|first time|in the world|of all time)\b/i,
  ],
  [
    "more than",
    /\b(?:more|less|fewer|higher|lower|larger|bigger|greater|better|worse|faster) (?:\w+ )?than\b/i,
  ],
  [
    "superlative",
    /\b(?:most|least|highest|lowest|largest|biggest|greatest|worst|best|first|only|record)\b/i,
  ],
  [
    "change",
    /\b(?:increas|decreas|r[io]se[sn]?\b|rising|f[ae]ll(?:en|s|ing)?\b|grew\b|grow|went (?:up|down)|gone (?:up|down)|cut\b|raised?\b|doubl|tripl|dropp|declin|lost\b|gained|created|reduc)/i,
  ],
  [
    "average",
    /\b(?:average|median|rate|per (?:year|capita|person)|a year|every year|number of|majority|total)\b/i,
  ],
  [
    "past act",
    /\b(?:voted|signed|passed|vetoed|supported|opposed|proposed|sponsored|introduced|appointed|approved|rejected|promised|announced|refused|wrote|sent|sold|built|spent|paid|took|gave|called for|said|told|claimed|admitted|negotiated|launched|invaded|killed)\b/i,
  ],
  ["voted", /\b(?:vot(?:ed?|es|ing)|veto(?:ed)?|bill|legislation|amendment|senate|congress)\b/i],
  [
    "he or she did",
    /\b(?:he|she|they)(?:'s|’s)? (?:\w+ed|said|wants|has|had|was|voted|did|were)\b/i,
  ],
  [
    "my opponent",
    /\b(?:my opponent|senator|governor|mr\.?|mrs\.?|secretary|vice president|president) \p{Lu}/iu,
  ],
  [
    "we have",
    /\b(?:we|we[’']ve|america|this country|the united states) (?:have|has|had|got|now|are|is|was|were|spend|lost)\b/i,
  ],
  ["there is", /\bthere (?:is|are|was|were|have been|has been)\b/i],
  [
    "country",
    /\b(?:america|american|united states|china|russia|soviet|iraq|iran|mexico|israel|korea|vietnam|cuba|europe|world|country|nation)\b/i,
  ],
  [
    "public body",
    /\b(?:government|administration|court|department|agency|federal|police|military|army|nato|union|commission|ministry|parliament|house|white house)\b/i,
  ],
  [
    "topic",
    /\b(?:tax(?:es)?|jobs?|unemployment|debt|deficit|budget|spending|health|insurance|medicare|social security|trade|crime|drugs?|energy|oil|education|schools?|welfare|immigra|poverty|wages?|economy|inflation|abortion|guns?|troops|nuclear|weapons?|vaccin|climate|emissions)/i,
  ],
  ["plan", /\b(?:plan|program|proposal|policy|deal|treaty|agreement)s?\b/i],
  ["because", /\b(?:because|caused?|due to|result(?:ed|s|ing)?|led to|thanks to)\b/i],
  ["I think", /\b(?:i|we) (?:think|believe|feel|hope|guess|suppose|mean)\b/i],
  ["I want", /\b(?:i|we)(?:[’']d)? (?:want|wish|would like|love|like|intend|plan)\b/i],
  [
    "I will",
    /\b(?:i|we)(?:[’']ll| will| shall|[’']m going to|[’']re going to| am going to| are going to)\b/i,
  ],
  ["must", /\b(?:should|must|ought|need to|needs to|have to|has to|got to|gotta)\b/i],
  ["would", /\b(?:would|could|might|may|can)\b/i],
  ["if", /\b(?:if|unless|whether)\b/i],
  ["I did", /\bi(?:[’']ve)? (?:\w+ed|was|had|have|did|made|said|voted|got|went|led|ran|served)\b/i],
  ["first person", /\b(?:i|i[’']m|i[’']ve|me|my|mine)\b/i],
  ["we", /\b(?:we|we[’']re|we[’']ve|us|our|ours)\b/i],
  ["you", /\b(?:you|your|you[’']re|you[’']ve)\b/i],
  ["question", /\?/],
  ["exclamation", /!/],
  [
    "opens as a question",
    /^\W*(?:what|why|how|who|when|where|do|does|did|is|are|was|were|can|could|would|will|should|have|has)\b/i,
  ],
  [
    "opens with a link",
    /^\W*(?:and|but|so|or|well|now|yes|no|because|ok|okay|look|listen|let me|let's|let’s)\b/i,
  ],
  ["opens with it", /^\W*(?:it|that|this|these|those)\b/i],
  ["opens with a name", /^\W*(?:he|she|they|senator|governor|president|mr)\b/i],
  [
    "courtesy",
    /\b(?:thank(?:s| you)|good evening|welcome|please|excuse me|congratulations|god bless|sorry|ladies and gentlemen|applause|laughter)\b/i,
  ],
  [
    "address to the house",
    /\b(?:question|minutes?|seconds|response|rebuttal|answer|debate|tonight|moderator|candidate)s?\b/i,
  ],
  ["not", /\b(?:not|never|no|none|nothing|nobody)\b|n[’']t\b/i],
  [
    "judgement",
    /\b(?:good|bad|great|terrible|wonderful|important|wrong|right|proud|beautiful|disaster|horrible|strong|tough|fair|honest|leadership|values|dream|future|heart|faith|freedom|courage)\b/i,
  ],
  [
    "vague",
    /\b(?:some|something|somebody|things?|stuff|kind of|sort of|a lot|lots|maybe|perhaps|anything)\b/i,
  ],
  [
    "according to",
    /\b(?:according to|study|report(?:ed|s)?|estimate[sd]?|statistics|figures|data|survey|poll|experts?|economists?)\b/i,
  ],
  ["quoted", /["“”]/],
  ["going on", /\b(?:is|are|has been|have been|keep) \w+ing\b/i],
  ["passive", /\b(?:was|were|been|being|is|are) \w+(?:ed|en)\b/i],
  ["colon", /[:;]/],
  [
    "month",
    /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/,
  ],
];

/** The numbers among them: how long, how many names, digits and commas; each between 0 and about 1. */
export const measureNames = [
  "length",
  "very short",
  "short",
  "long",
  "names",
  "one name",
  "several names",
  "share of capitals",
  "digits",
  "numbers",
  "commas",
  "long words",
] as const;

/** Measures of a sentence, in the order of `measureNames`. */
export function measuresOf(text: string): number[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? [];
  const count = words.length;
  const names = words.filter((word, i) => i > 0 && /^\p{Lu}/u.test(word) && !/^I\b/.test(word));
  const numbers = words.filter((word) => /\d/.test(word)).length;
  const long = words.filter((word) => word.length > 7).length;
  return [
    Math.min(count, 50) / 50,
    count <= 4 ? 1 : 0,
    count <= 8 ? 1 : 0,
    count >= 25 ? 1 : 0,
    Math.min(names.length, 8) / 8,
    names.length >= 1 ? 1 : 0,
    names.length >= 3 ? 1 : 0,
    count > 0 ? names.length / count : 0,
    Math.min(text.match(/\d/g)?.length ?? 0, 10) / 10,
    Math.min(numbers, 4) / 4,
    Math.min(text.match(/,/g)?.length ?? 0, 5) / 5,
    count > 0 ? long / count : 0,
  ];
}

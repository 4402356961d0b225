/** How a verb hands on what somebody says: in a clause ("said that ..."), or as an act ("denied the report"). */
export interface Reporting {
  /** The base form. */
  lemma: string;
  /** It can be followed by a clause, or stand after one: "..., he said". */
  takesClause: boolean;
  /** It reports a stance even without a clause: "denied it", "accused them of ...". */
  isAct: boolean;
  form: "past" | "present" | "base" | "ing";
}

const clauseVerbs =
  "say state argue claim insist note add stress maintain declare announce warn admit acknowledge confirm explain suggest believe think assert allege contend emphasize emphasise reiterate remark observe report reveal disclose conclude predict estimate concede promise vow pledge swear tell inform assure remind write tweet post complain recall reply respond answer agree deny demand urge propose recommend hint indicate imply mention underline underscore highlight caution testify lament boast joke quip speculate continue counter retort repeat clarify advise affirm attest opine reckon ask wonder hope fear expect elaborate begin charge read conclude protest exclaim caution rule find show theorize theorise forecast posit surmise understand point hear feel accept shrug project";
const actVerbs =
  "mention deny accuse condemn criticize criticise praise express voice describe dismiss urge demand threaten promise vow pledge blame perceive regard reiterate defend denounce slam rebuke hail applaud warn inform notify insist decry lambast blast call tell ask advise dispute doubt characterize characterise label brand dub portray announce confirm acknowledge admit claim report reject welcome question apologise apologize plead attribute cite ascribe expect hope predict forecast put";

const irregular: Record<string, string> = {
  say: "said",
  tell: "told",
  think: "thought",
  write: "wrote",
  swear: "swore",
  begin: "began",
  find: "found",
  forecast: "forecast",
  understand: "understood",
  hear: "heard",
  feel: "felt",
  put: "put",
  read: "read",
};

/** Words that are mostly something else; they count only where a clause stands before them: "..., he continued". */
export const onlyAfterSpeech = new Set([
  "continue",
  "begin",
  "find",
  "rule",
  "repeat",
  "agree",
  "show",
  "shrug",
  "charge",
  "read",
]);

const doubled = new Set(["admit", "quip", "slam", "swear", "dub", "shrug", "put"]);
const table = new Map<string, Reporting>();
const clauses = new Set(clauseVerbs.split(" "));
const acts = new Set(actVerbs.split(" "));

for (const lemma of new Set([...clauses, ...acts])) {
  const entry = { lemma, takesClause: clauses.has(lemma), isAct: acts.has(lemma) };
  table.set(lemma, { ...entry, form: "base" });
  table.set(thirdPerson(lemma), { ...entry, form: "present" });
  table.set(irregular[lemma] ?? pastOf(lemma), { ...entry, form: "past" });
  table.set(ingOf(lemma), { ...entry, form: "ing" });
}
table.set("sworn", { lemma: "swear", takesClause: true, isAct: false, form: "past" });
table.set("written", { lemma: "write", takesClause: true, isAct: false, form: "past" });

/** The reporting verb that this lower-case word is a form of, if any. */
export const reportingVerb = (word: string): Reporting | undefined => table.get(word);

/** The finite forms that follow a quotation: "said", "says", "added" ... */
export const sayingForms: string[] = [...table]
  .filter(([, verb]) => verb.takesClause && (verb.form === "past" || verb.form === "present"))
  .map(([word]) => word);

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubled.has(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

function ingOf(base: string): string {
  if (base.endsWith("e") && !base.endsWith("ee")) return `${base.slice(0, -1)}ing`;
  return doubled.has(base) && base !== "swear" ? `${base}${base.slice(-1)}ing` : `${base}ing`;
}

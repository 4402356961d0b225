import { clauseSubject, tidy, verbIn } from "./clause";
import type { Clause } from "./clause";
import type { Token } from "./tokens";
import { baseOfIng, isPastVerb, pastForm } from "./verb-forms";

const notFacts =
  /^(?:including|according|following|regarding|concerning|considering|depending|citing|noting|saying|adding|speaking|excluding|barring|notwithstanding|pending|ranging|meaning|seeking|hoping|trying|being|having|using|aiming|looking)$/;

/** "..., leading to her death": cause and effect are one claim. */
export const brings =
  /^(?:leading|causing|resulting|prompting|sparking|forcing|triggering|leaving|allowing|enabling|making)$/;

/** "accused of taking her away and giving her drops": each deed is a claim of its own. */
export function cutDeeds(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const at = tokens.findIndex(
    (token, i) =>
      i > from + 1 &&
      i < to - 3 &&
      /^(?:accused|suspected|convicted|guilty)$/.test(tokens[i - 1]?.lower ?? "") &&
      token.lower === "of" &&
      /ing$/.test(tokens[i + 1]?.lower ?? ""),
  );
  if (at < 0 || host.kind === "relative") return [];
  const starts = [at + 1];
  for (let k = at + 4; k < to - 2; k += 1) {
    const joint = tokens[k]?.text === "," || tokens[k]?.lower === "and";
    if (joint && opens(tokens, k + 1) && !finite[k + 1] && tokens[k + 1]?.lower !== "and")
      starts.push(k + 1);
  }
  if (starts.length < 2) return [];
  const subject = { from, to: at + 1 };
  const deeds = starts.map((start, i) =>
    tidy(tokens, { from: start, to: (starts[i + 1] ?? to + 1) - 1 }),
  );
  host.words = { from, to: deeds[0]?.to ?? to };
  return deeds
    .slice(1)
    .map((words) => ({ ...host, kind: "predicate", words, subject, hole: null }));
}

/**
 * What a clause adds behind a comma in -ing: "attacked a depot, injuring 11 people and cutting power". Each becomes a
 * fact of the clause's subject, in the past like its verb; the host is shortened. Nothing is cut where the verb is in
 * another tense, since then the rules cannot write the form.
 */
export function cutParticiples(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb < 0 || !isPastVerb(tokens[verb]?.lower ?? "")) return [];
  const start = tokens.findIndex(
    (token, i) => i > verb && i < to - 2 && opens(tokens, i + 1) && token.text === ",",
  );
  if (start < 0 || finite.slice(start, to).some(Boolean)) return [];
  const between = tokens.slice(verb, start);
  if (between.some((token) => token.text === ",") || /^(?:was|were)$/.test(between[0]?.lower ?? ""))
    return [];
  if (brings.test(tokens[start + 1]?.lower ?? "")) return [];
  const subject = host.subject ?? clauseSubject(tokens, finite, host, start);
  if (!subject) return [];
  const found: Clause[] = [];
  let open = start + 1;
  for (let k = start + 2; k <= to; k += 1) {
    const joint = k < to && tokens[k]?.lower === "and" && opens(tokens, k + 1);
    if (k < to && !joint) continue;
    const base = baseOfIng(tokens[open]?.lower ?? "");
    if (base !== null && k - open >= 3) {
      found.push({
        kind: "predicate",
        words: tidy(tokens, { from: open, to: k }),
        subject,
        hole: null,
        connector: "",
        matrix: null,
        verb: pastForm(base),
      });
    }
    open = k + 1;
  }
  if (found.length > 0) host.words = tidy(tokens, { from, to: start });
  return found;
}

/**
 * "The pit was found in 1979, excavated in the 1980s and then largely forgotten": each participle behind a comma or "and"
 * is a fact of its own; the host ends before the first.
 */
export function cutPassives(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb < 0 || host.kind === "relative" || host.hole) return [];
  const helper = tokens[verb]?.lower ?? "";
  const perfect = /^(?:has|have|had)$/.test(helper);
  if (!perfect && !/^(?:was|were)$/.test(helper)) return [];
  const first = skipAdverbs(tokens, verb + 1);
  if (!isParticiple(tokens[first])) return [];
  const starts: number[] = [];
  for (let k = first + 2; k < to - 2; k += 1) {
    const token = tokens[k];
    if (finite[k] && !isParticiple(token)) break;
    if (token?.text !== "," && token?.lower !== "and") continue;
    if (token.quoted || token.nested) continue;
    const at = skipAdverbs(tokens, tokens[k + 1]?.lower === "and" ? k + 2 : k + 1);
    const after = tokens[at + 1];
    const alone =
      at + 1 >= to ||
      (after !== undefined &&
        ((!after.capital && closes.has(after.lower)) ||
          (perfect && after.word && !finite[at + 1])));
    if (isParticiple(tokens[at]) && alone) starts.push(at);
  }
  const [start] = starts;
  const subject = host.subject ?? clauseSubject(tokens, finite, host, verb);
  if (start === undefined || !subject) return [];
  const found = starts.map((at, i): Clause => {
    const words = tidy(tokens, { from: at, to: lastBefore(tokens, starts[i + 1] ?? to, to) });
    const passive = `${helper} ${tokens[at]?.text ?? ""}`;
    return { ...host, kind: "predicate", words, subject, hole: null, verb: passive };
  });
  host.words = tidy(tokens, { from, to: lastBefore(tokens, start, to) });
  return found;
}

const closes = new Set(
  "in on at by to from for with into as after before during over under of a an the and , . to again twice".split(
    " ",
  ),
);

const irregularParticiple =
  /^(?:forgotten|taken|given|driven|sold|sent|held|found|shot|built|bought|brought|caught|made|paid|left|lost|told|thrown|broken|stolen|shown|known|put|cut|hit|shut|led|kept|won|burnt|hurt)$/;

const isParticiple = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.capital &&
  !token.quoted &&
  (/[a-z]{3}ed$/.test(token.lower) || irregularParticiple.test(token.lower));

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let k = from;
  while (
    /^(?:then|later|also|eventually|finally|subsequently|[a-z]{3,}ly)$/.test(tokens[k]?.lower ?? "")
  )
    k += 1;
  return k;
}

/** The end of what stands before a participle, without the adverbs, commas and "and" between. */
function lastBefore(tokens: readonly Token[], start: number, to: number): number {
  if (start >= to) return to;
  let k = start;
  while (
    k > 0 &&
    /^(?:,|and|then|later|also|eventually|finally|subsequently|[a-z]{3,}ly)$/.test(
      tokens[k - 1]?.lower ?? "",
    )
  )
    k -= 1;
  return k;
}

function opens(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.quoted || token.nested || notFacts.test(token.lower)) return false;
  return baseOfIng(token.lower) !== null;
}

import { cutAdditions } from "./additions";
import { cutAmounts } from "./amounts";
import { complements } from "./complements";
import { restrictions } from "./restrictions";
import { cutLead } from "./leads";
import { cutBetweenDashes } from "./dashes";
import { cutTail } from "./tails";
import { clause, clauseSubject, isComma, saysLittle, tidy } from "./clause";
import type { Clause } from "./clause";
import { jointAt, startsClause } from "./clause-joints";
import { cutDeeds, cutParticiples, cutPassives } from "./participles";
import { commandAfter, innerClauses } from "./inner-clauses";
import { relativeAt, relativeClause } from "./relative-clauses";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { auxiliaries, contrasts, months, subordinators, weekdays } from "./word-lists";

/** Cuts a stretch of a sentence into the facts it states. */
export function cutClauses(
  tokens: readonly Token[],
  finite: readonly boolean[],
  range: Range,
): Clause[] {
  const { from, to } = tidy(tokens, range);
  if (to <= from) return [];
  const hasVerb = (a: number, b: number) => finite.slice(a, b).some(Boolean);
  const first = tokens[from]?.lower ?? "";
  const leads =
    contrasts.has(first) ||
    (subordinators.has(first) && !isTime(tokens[from + 1])) ||
    isLeadingAs(tokens, from);
  if (leads) {
    for (let k = from + 1; k < to; k += 1) {
      if (!isComma(tokens[k]) || !hasVerb(from + 1, k) || !startsClause(tokens, finite, k + 1, to))
        continue;
      const lead: Clause = { ...clause("inner", from + 1, k), connector: first };
      const rest = cutClauses(tokens, finite, { from: k + 1, to });
      const main = rest.find((each) => each.kind === "main");
      // "While A, B" states two facts; "After A, B" states B in its relation to A, and A.
      // A short lead only says when, and what opens with a pronoun leans on what is before it.
      const leans = /^(?:he|she|it|they|his|her|its|their|this|that)$/.test(
        tokens[k + 1]?.lower ?? "",
      );
      const causes = first === "because" || first === "since" || commandAfter(tokens, from, k);
      const together = leans || causes || k - from < 8;
      if (main && !contrasts.has(first) && main.words.from === k + 1 && together) {
        main.words = { from, to: main.words.to };
      }
      lead.kind = contrasts.has(first) ? "main" : "inner";
      return [lead, ...rest];
    }
  }
  // The main clause is cut off already where the range holds only "While A". "After the vote, B" is B.
  const alone = leads && hasVerb(from + 1, to) && !phraseLeads(tokens, finite, from, to);
  return cutJoined(tokens, finite, { from: alone ? from + 1 : from, to });
}

/** "Since February the number has halved": what follows is a time and no clause. */
const isTime = (token: Token | undefined): boolean =>
  /^\d/.test(token?.text ?? "") ||
  months.has(token?.lower ?? "") ||
  weekdays.has(token?.lower ?? "");

/** "As they left, ..." but not "As of Monday", "As part of". */
const isLeadingAs = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === "as" &&
  !/^(?:of|for|part|well|a|an|usual|expected|such)$/.test(tokens[i + 1]?.lower ?? "");

/** "After some interplay, the girls were let in": before the comma there is no verb. */
function phraseLeads(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  to: number,
): boolean {
  const comma = tokens.findIndex((token, i) => i > from && i < to && isComma(token));
  return comma > 0 && !finite.slice(from + 1, comma).some(Boolean);
}

function cutJoined(tokens: readonly Token[], finite: readonly boolean[], range: Range): Clause[] {
  const found: Clause[] = [];
  let open = clause("main", range.from, range.to);
  const close = (at: number) => {
    open.words = tidy(tokens, { from: open.words.from, to: at });
    if (!finite.slice(open.words.from, open.words.to).some(Boolean)) return;
    const before = found.at(-1);
    if (before && leansOn(tokens, before, open)) before.words.to = open.words.to;
    else found.push(open);
  };
  for (let k = range.from + 1; k < range.to; k += 1) {
    const token = tokens[k];
    if (!token || token.quoted || token.nested) continue;
    const sofar = finite.slice(open.words.from, k).some(Boolean);
    const relative = relativeAt(tokens, finite, k, range.to);
    if (relative) {
      const subject = open.subject ?? clauseSubject(tokens, finite, open, k);
      found.push(relativeClause(tokens, finite, open.words, k, relative, sofar));
      if (!sofar && relative.resumes) {
        open.hole = { from: k, to: relative.end };
        k = relative.end;
      } else {
        close(k);
        const joint = jointAt(tokens, finite, relative.end, range.to);
        const next = joint?.next ?? relative.end;
        open =
          joint?.kind === "main"
            ? clause("main", next, range.to)
            : { ...clause("predicate", next, range.to), subject };
        k = joint ? next - 1 : relative.end - 1;
        if (
          !joint &&
          relative.end < range.to &&
          !relativeAt(tokens, finite, relative.end, range.to)
        ) {
          k = relative.end;
        }
      }
      continue;
    }
    const joint = sofar ? jointAt(tokens, finite, k, range.to) : null;
    if (!joint) continue;
    const subject = open.subject ?? clauseSubject(tokens, finite, open, k);
    close(k);
    open =
      joint.kind === "predicate"
        ? { ...clause("predicate", joint.next, range.to), subject }
        : clause("main", joint.next, range.to);
    k = joint.next - 1;
  }
  close(range.to);
  const ordered = found.map((each) => afterHole(finite, each));
  const added = ordered.flatMap((each) => [
    ...cutLead(tokens, finite, each),
    ...cutDeeds(tokens, finite, each),
    ...cutPassives(tokens, finite, each),
    ...cutParticiples(tokens, finite, each),
    ...cutAmounts(tokens, finite, each),
    ...cutAdditions(tokens, finite, each),
    ...cutTail(tokens, finite, each),
    ...cutBetweenDashes(tokens, finite, each),
  ]);
  return [
    ...ordered,
    ...added,
    ...ordered.flatMap((each) => [
      ...innerClauses(tokens, finite, each),
      ...restrictions(tokens, finite, each),
      ...complements(tokens, finite, each),
    ]),
  ];
}

/**
 * "The team stayed and then left": too little to be judged apart from the clause that it goes on from, unless something was
 * done to them ("and was elected"). Of "There were
 * parents and angry teachers" nothing can be told with "there" for its subject.
 */
const leansOn = (tokens: readonly Token[], before: Clause, { kind, words }: Clause): boolean =>
  kind === "predicate" &&
  before.kind !== "relative" &&
  before.hole === null &&
  words.from - before.words.to <= 2 &&
  ((saysLittle(tokens, words) && !auxiliaries.has(tokens[words.from]?.lower ?? "")) ||
    tokens[before.words.from]?.lower === "there");

/** With something inserted after its subject, a clause is quoted from its verb on and borrows the subject. */
function afterHole(finite: readonly boolean[], each: Clause): Clause {
  const { hole, words } = each;
  if (!hole || each.kind === "relative") return each;
  if (hole.to >= words.to || hole.from <= words.from) return { ...each, hole: null };
  if (finite.slice(words.from, hole.from).some(Boolean)) return each;
  return {
    ...each,
    kind: "predicate",
    subject: { from: words.from, to: hole.from },
    words: { from: hole.to + 1, to: words.to },
    hole: null,
  };
}

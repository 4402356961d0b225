import type { Attribution } from "./attribution";
import { beforeComma, isBorderMark, isClauseMark } from "./clause-marks";
import { clauseFollows } from "./clause-follows";
import { cueAt } from "./reporting-cue";
import type { Reporting } from "./reporting-verbs";
import { reportingVerb } from "./reporting-verbs";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { auxiliaries, determiners, modals, prepositions, relatives, weekdays } from "./word-lists";

/** "Y, X said" and "Y, said X". */
export function afterSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  for (let i = 1; i < end; i += 1) {
    const verb = cueAt(tokens, i) ?? invertedCue(tokens, i);
    if (!verb?.takesClause || verb.form === "ing") continue;
    const after = tokens[i + 1];
    if (isBorderMark(tokens[i - 1])) {
      const to = invertedSpeaker(tokens, finite, i + 1, end);
      const content = { from: 0, to: beforeComma(tokens, i) };
      const aside = parenthetical(tokens, finite, content, { from: i - 1, to }, end);
      if (to > i + 1 && aside) {
        const cue = { from: i, to: i + 1 };
        const around = whole(end, cue, { from: i + 1, to }, null, { from: 0, to: end });
        return { ...around, parenthesis: aside };
      }
      // "Y, the source told Reuters": whom somebody tells is never who speaks.
      const addresses = /^(?:tell|inform|remind|assure)$/.test(verb.lemma);
      // "..., announced a payment": what is announced, not who announces it.
      const object =
        /^(?:announce|report|reveal|confirm|admit|suggest|propose|demand|predict|find|show)$/.test(
          verb.lemma,
        ) && /^(?:an?|its|his|her|their)$/.test(after?.lower ?? "");
      const written =
        /^(?:write|post|publish|tweet|read)$/.test(verb.lemma) &&
        determiners.has(after?.lower ?? "") &&
        // "wrote the analyst Ann Lee"
        tokens[to - 1]?.capital !== true;
      if (to > i + 1 && !addresses && !object && !written && isSpeech(tokens, finite, content)) {
        return whole(end, { from: i, to: i + 1 }, { from: i + 1, to }, null, content);
      }
    }
    const { np: nearest, inserted, verbFrom } = subjectBefore(tokens, finite, i);
    const np = nearest && withFirst(tokens, finite, nearest);
    if (!np || !isBorderMark(tokens[np.from - 1]) || np.from < 2) continue;
    // "..., far more than economists had forecast" compares, and hands on nothing.
    if (tokens.slice(np.from, np.to).some((token) => token.lower === "than")) continue;
    if (after?.lower === "that" || clauseFollows(tokens, finite, i + 1, end)) continue;
    const content = { from: 0, to: beforeComma(tokens, np.from) };
    const aside = parenthetical(tokens, finite, content, { from: np.from - 1, to: i + 1 }, end);
    if (aside) {
      const around = whole(end, { from: verbFrom, to: i + 1 }, np, inserted, { from: 0, to: end });
      return { ...around, parenthesis: aside };
    }
    // "The confusion delays aid, groups said.": behind what else would the sentence end with this verb.
    const closes = verb.lemma === "say" && /^[.!]$/.test(after?.text ?? ".") && content.to > 3;
    if (!closes && !isSpeech(tokens, finite, content)) continue;
    // "When the party called for a march, thousands responded": not in words.
    const answers = /^(?:respond|reply|answer|protest)$/.test(verb.lemma);
    if (answers && !tokens[content.to - 1]?.quoted) continue;
    return whole(end, { from: verbFrom, to: i + 1 }, np, inserted, content);
  }
  return null;
}

/** "Y, an official and three people in the port told Reuters": all of those between the comma and the verb speak. */
function withFirst(tokens: readonly Token[], finite: readonly boolean[], np: Range): Range {
  if (tokens[np.from - 1]?.lower !== "and") return np;
  const comma = tokens.findLastIndex((token, i) => i < np.from && isBorderMark(token));
  const open = comma > 1 && !finite.slice(comma, np.from).some(Boolean);
  const listed = determiners.has(tokens[comma + 1]?.lower ?? "") || tokens[comma + 1]?.capital;
  return open && listed ? { from: comma + 1, to: np.to } : np;
}

function whole(
  end: number,
  cue: Range,
  speaker: Range,
  inserted: Range | null,
  content: Range,
): Attribution {
  return {
    unit: { from: 0, to: end },
    cue,
    speaker,
    inserted,
    content,
    contentFirst: true,
    parenthesis: null,
  };
}

/** "Prices, he said, are falling": a sentence goes on after the words between two commas as if nothing were there. */
function parenthetical(
  tokens: readonly Token[],
  finite: readonly boolean[],
  before: Range,
  between: Range,
  end: number,
): Range | null {
  const next = between.to + 1;
  if (tokens[between.from]?.text !== "," || tokens[between.to]?.text !== "," || next >= end) {
    return null;
  }
  const last = tokens[before.to - 1];
  if (before.to <= before.from || last?.quoted) return null;
  const open = modals.has(last?.lower ?? "") || auxiliaries.has(last?.lower ?? "");
  const unsaid = !finite.slice(before.from, before.to).some(Boolean);
  if (tokens[next]?.quoted && !unsaid) return null;
  if (!open && !(unsaid && finite.slice(next, Math.min(end, next + 12)).some(Boolean))) return null;
  return { from: between.from, to: between.to + 1 };
}

function invertedCue(tokens: readonly Token[], i: number): Reporting | null {
  const token = tokens[i];
  if (!token || token.quoted || token.capital || !isBorderMark(tokens[i - 1])) return null;
  const verb = reportingVerb(token.lower);
  return verb && (verb.form === "past" || verb.form === "present") ? verb : null;
}

function invertedSpeaker(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  const first = tokens[from];
  const named =
    first?.capital === true ||
    leadsToName(tokens, from) ||
    /^(?:reports|sources|officials|analysts|experts|police)$/.test(first?.lower ?? "");
  if (!first || first.lower === "that" || !(named || determiners.has(first.lower))) return from;
  let to = from;
  while (to < end && !isClauseMark(tokens[to]) && !finite[to] && !tokens[to]?.quoted) {
    const { lower } = tokens[to] ?? { lower: "" };
    const stays = lower === "of" || lower === "for";
    const isLater = prepositions.has(lower) && !stays && tokens[to - 1]?.capital === true;
    const isTime = to > from && (weekdays.has(lower) || /^(?:today|yesterday)$/.test(lower));
    if (isLater || isTime || relatives.has(lower)) break;
    to += 1;
  }
  // "said the flag had", "said the score “does not": what follows is what is said, not who says it.
  let next = to;
  while (next < end && tokens[next]?.quoted && !tokens[next]?.word) next += 1;
  return finite[next] && next < end ? from : to;
}

/** "said study co-author Ann Lee": at most three words of what somebody does, before the name. */
function leadsToName(tokens: readonly Token[], from: number): boolean {
  const name = tokens.findIndex((token, i) => i > from && i <= from + 4 && token.capital);
  return (
    name > from &&
    tokens
      .slice(from, name)
      .every((token) => token.word && /^[a-z]/.test(token.text) && !prepositions.has(token.lower))
  );
}

function isSpeech(tokens: readonly Token[], finite: readonly boolean[], content: Range): boolean {
  if (content.to <= content.from) return false;
  if (tokens[content.to - 1]?.quoted) return true;
  return finite.slice(content.from, content.to).some(Boolean);
}

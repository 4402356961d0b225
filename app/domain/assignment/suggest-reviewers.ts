import { claimTypeLabel, type ClaimType } from "../claim/claim";
import type { Person } from "../people/person";

/** Finished reviews on one subject of the claims: a topic or, of claims that have no topic, a type. */
export interface SubjectBefore {
  topic: string | null;
  type: ClaimType | null;
  /** As lead, and as second reviewer. */
  led: number;
  seconded: number;
}

/** Somebody who can be given a claim, and what speaks for and against it. */
export interface Assignable extends Person {
  /** How many claims at once are enough for them; more is warned of, never refused. */
  workLimit: number;
  /** Claims in review that they lead. */
  leads: number;
  /** Claims on which they are to decide second. */
  seconds: number;
  /** Whom they reviewed the last two claims with, in either role, the latest first. */
  lastPartners: readonly string[];
  /** Finished reviews in which they took part, of the same claimants and of the same outlets. */
  claimantBefore: number;
  outletBefore: number;
  /** What they have finished on the subjects of these claims, the most first. */
  subjectsBefore: readonly SubjectBefore[];
  /** Those of the claims in whose review they have written: they cannot decide second there. */
  wroteIn: readonly string[];
}

export interface Suggested {
  person: Assignable;
  /** Why, and why not, in words. */
  reasons: string[];
  /** What speaks against it without forbidding it. */
  warnings: string[];
}

export interface SuggestedPair {
  lead: Suggested;
  second: Suggested;
}

export const inHand = ({ leads, seconds }: Assignable): number => leads + seconds;

/** What a further `claims` would mean for this person's limit; null when it leaves them within it. */
export function limitWarning(person: Assignable, claims: number): string | null {
  const then = inHand(person) + claims;
  if (claims === 0 || then <= person.workLimit) return null;
  return `${person.name} would have ${then} claims in hand; ${person.workLimit} are meant to be enough.`;
}

/** Whether these two would review together a third time running for either, whoever led. */
export function thirdTimeRunning(one: Assignable, other: Assignable): boolean {
  return hadOnly(one, other.id) || hadOnly(other, one.id);
}

const hadOnly = ({ lastPartners }: Assignable, id: string): boolean =>
  lastPartners.length >= 2 && lastPartners.every((partner) => partner === id);

/** What keeps these two from reviewing these claims together; null when nothing does. */
export function pairConflict(lead: Assignable, second: Assignable): string | null {
  if (lead.id === second.id) return "Lead and second reviewer are the same person.";
  if (second.wroteIn.length > 0) {
    return `${second.name} has written in the review and cannot decide second.`;
  }
  return null;
}

const subjectWeight = 1.5;
/** Subjects named in the reasons. */
const mostSubjects = 3;
const overLimit = 100;

/** The smaller the better: what is in hand, against what is known of the subject. */
function cost(person: Assignable, claims: number): number {
  // A type says less of a subject than a topic does.
  const onTopics = finishedOn(person, ({ topic }) => topic !== null);
  const ofTypes = finishedOn(person, ({ topic }) => topic === null);
  const known =
    Math.min(person.claimantBefore, 3) +
    Math.min(onTopics, 3) +
    (Math.min(person.outletBefore, 3) + Math.min(ofTypes, 3)) / 3;
  const over = limitWarning(person, claims) === null ? 0 : overLimit;
  return inHand(person) - subjectWeight * known + over;
}

const finishedOn = (person: Assignable, isMeant: (subject: SubjectBefore) => boolean): number =>
  person.subjectsBefore.filter(isMeant).reduce((sum, { led, seconded }) => sum + led + seconded, 0);

/**
 * The pairs that fit `claims` claims best, the best first. Never the same two a third time running, never anybody as
 * second who wrote in a review. Among equals the order of names decides, so that asking twice answers the same.
 */
export function suggestPairs(
  people: readonly Assignable[],
  claims: number,
  most = 3,
): SuggestedPair[] {
  const ranked = people
    .map((person) => ({ person, cost: cost(person, claims) }))
    .toSorted((a, b) => a.cost - b.cost || a.person.name.localeCompare(b.person.name));
  const pairs = ranked.flatMap(({ person: lead, cost: first }) => {
    const second = ranked.find(
      ({ person }) =>
        person.id !== lead.id &&
        pairConflict(lead, person) === null &&
        !thirdTimeRunning(lead, person),
    );
    return second ? [{ lead, second: second.person, cost: first + second.cost }] : [];
  });
  const seen = new Set<string>();
  return pairs
    .toSorted((a, b) => a.cost - b.cost)
    .filter(({ lead, second }) => {
      // The same two the other way round are no other suggestion.
      const both = [lead.id, second.id].toSorted().join(" ");
      return !seen.has(both) && seen.add(both);
    })
    .slice(0, most)
    .map(({ lead, second }) => ({
      lead: { person: lead, reasons: reasonsFor(lead), warnings: warningsFor(lead, claims) },
      second: {
        person: second,
        reasons: [...reasonsFor(second), pairing(lead, second)],
        warnings: warningsFor(second, claims),
      },
    }));
}

/** What speaks for and against one choice of people that somebody made. */
export function choiceWarnings(
  lead: Assignable | undefined,
  second: Assignable | undefined,
  { leads, seconds }: { leads: number; seconds: number },
): string[] {
  const warnings = [
    lead && limitWarning(lead, leads),
    second && limitWarning(second, seconds),
    lead && second && pairConflict(lead, second),
    lead && second && thirdTimeRunning(lead, second)
      ? `${lead.name} and ${second.name} reviewed their last two claims together. A third time running is better avoided.`
      : null,
  ];
  return warnings.filter((warning) => typeof warning === "string");
}

const warningsFor = (person: Assignable, claims: number): string[] => {
  const warning = limitWarning(person, claims);
  return warning === null ? [] : [warning];
};

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

export function loadWords({ leads, seconds, workLimit }: Assignable): string {
  if (leads + seconds === 0) return "nothing in hand";
  return `leads ${leads}, second on ${seconds}, of ${workLimit}`;
}

function reasonsFor(person: Assignable): string[] {
  const reasons = [loadWords(person)];
  if (person.claimantBefore > 0) {
    reasons.push(`has reviewed this claimant ${times(person.claimantBefore)}`);
  }
  if (person.outletBefore > 0) {
    reasons.push(`has reviewed this outlet ${times(person.outletBefore)}`);
  }
  reasons.push(...person.subjectsBefore.slice(0, mostSubjects).map(subjectWords));
  return reasons;
}

const claimsIn = (count: number) => (count === 1 ? "1 claim" : `${count} claims`);

function subjectWords({ topic, type, led, seconded }: SubjectBefore): string {
  const subject =
    topic === null ? `of the type “${type === null ? "?" : claimTypeLabel[type]}”` : `on ${topic}`;
  if (seconded === 0) return `has led ${claimsIn(led)} ${subject}`;
  if (led === 0) return `has decided second on ${claimsIn(seconded)} ${subject}`;
  return `has led ${claimsIn(led)} ${subject} and decided second on ${seconded}`;
}

function pairing({ name, lastPartners }: Assignable, second: Assignable): string {
  const before = lastPartners.filter((id) => id === second.id).length;
  const last = lastPartners.length === 1 ? "claim" : "two claims";
  if (lastPartners.length === 0) return `${name} has reviewed nothing yet`;
  if (before === 0) return `not with ${name} on the last ${last} of theirs`;
  return `with ${name} on ${before === 1 ? "one" : "both"} of the last ${last} of theirs`;
}

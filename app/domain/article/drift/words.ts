import type { Look } from "./drift";
import type { LookOutcome } from "./judge-look";
import type { Placement } from "./place-claim";

/** What came of a look, in a few words. */
export const outcomeLabel: Record<LookOutcome, string> = {
  unchanged: "Not changed",
  changed: "Changed",
  moved: "Moved, not changed",
  elsewhere: "Leads elsewhere",
  gone: "Gone",
  wall: "Behind a wall",
  unreachable: "Not reached",
  unreadable: "No article found",
};

/** What happened, what was kept and what to do, in the words of the desk. */
export function lookWords({ outcome, problem, number }: Look): string {
  switch (outcome) {
    case null:
      return "The article is being looked at.";
    case "unchanged":
      return "The article says what the newest version says.";
    case "changed":
      return `What stands at the address differs from the text that was known. It is kept as version ${number ?? "?"}; claims and reports stay on their own version.`;
    case "moved":
      return "The article stands at another address now and says the same.";
    case "elsewhere":
      return "The address leads to another page now, which is not the article. Nothing was kept of it, and no claim was judged by it.";
    case "gone":
      return `The site says that the page is gone${problem === null ? "" : ` (${problem})`}. The desk’s frozen text stays.`;
    case "wall":
      return `The site did not show the article: ${wallWords[problem ?? ""] ?? "it stands behind a wall"}. That says nothing about its text; look at it in a browser.`;
    case "unreachable":
      return `The site could not be reached${problem === null ? "" : ` (${reachWords[problem] ?? problem})`}. That says nothing about the article; it is tried again later, each time after twice as long.`;
    case "unreadable":
      return "The site answered, but no article was found in what it sent. That says nothing about its text; look at it in a browser.";
  }
}

const wallWords: Record<string, string> = {
  paywall: "a paywall stands before it",
  beginning: "a paywall shows only its beginning",
  consent: "it asks for consent to cookies first",
  challenge: "it asks whether we are a robot",
  "401": "it wants us to sign in",
  "402": "it wants to be paid",
  "403": "it does not show it to us",
  "451": "it is not shown here for legal reasons",
};

const reachWords: Record<string, string> = {
  timeout: "no answer in time",
  unreachable: "no connection",
};

export const placementLabel: Record<Placement, string> = {
  same: "Words not changed",
  surroundings: "Words not changed, surroundings changed",
  changed: "Words changed",
  unsure: "Not sure where the words are",
  gone: "Words gone",
};

/** What somebody who opens the claim must know, in one sentence. */
export function driftSentence(
  placement: Placement,
  own: number,
  newest: number,
  what: "claim" | "verdict",
): string {
  const rests = `The ${what} rests on version ${own} of the article`;
  switch (placement) {
    case "same":
      return `${rests}. In version ${newest} its words stand as they were.`;
    case "surroundings":
      return `${rests}. In version ${newest} its words stand as they were; what stands around them changed.`;
    case "changed":
      return `${rests}. In version ${newest} the article says something else.`;
    case "unsure":
      return `${rests}. In version ${newest} only something like its words was found; a person has to say whether it is the place.`;
    case "gone":
      return `${rests}. In version ${newest} its words are gone.`;
  }
}

import type { DocumentRight } from "~/domain/people/permissions";

import { closeCode } from "./protocol";

/** What a session knows about its connection and its edits. Times in milliseconds since the epoch. */
export interface SaveFacts {
  /** Whether the server has ever answered. */
  hasOpened: boolean;
  isConnected: boolean;
  /** What the browser says about the network. */
  isOnline: boolean;
  /** What this person may do; null until the server has said so. */
  right: DocumentRight | null;
  /** When the oldest edit was made that is not acknowledged; null when there is none. */
  unsavedSince: number | null;
  lastSavedAt: number | null;
  /** Whether this device keeps a copy that survives closing the page. */
  keepsCopy: boolean;
  /** Why the server ended the session for good. */
  refused: { code: number; reason: string } | null;
}

export type SaveState =
  | { kind: "opening" }
  | { kind: "saved"; at: number | null }
  | { kind: "saving"; since: number }
  | { kind: "late"; since: number; keepsCopy: boolean }
  | { kind: "offline"; keepsCopy: boolean; since: number | null }
  | { kind: "reconnecting"; keepsCopy: boolean; since: number | null }
  | { kind: "read_only" }
  | { kind: "refused"; message: string; mayRetry: boolean };

/** After this long, an edit that is not acknowledged is worth a warning. */
const lateAfter = 5_000;

export function saveStateOf(facts: SaveFacts, now: number): SaveState {
  const { refused, keepsCopy, unsavedSince } = facts;
  const isKept = keepsCopy && unsavedSince !== null;
  if (refused) return { kind: "refused", ...saveRefusal(refused, isKept) };
  if (!facts.isConnected) {
    if (!facts.isOnline) return { kind: "offline", keepsCopy, since: unsavedSince };
    return facts.hasOpened
      ? { kind: "reconnecting", keepsCopy, since: unsavedSince }
      : { kind: "opening" };
  }
  if (facts.right === null) return { kind: "opening" };
  if (facts.right === "read") return { kind: "read_only" };
  if (unsavedSince === null) return { kind: "saved", at: facts.lastSavedAt };
  return now - unsavedSince < lateAfter
    ? { kind: "saving", since: unsavedSince }
    : { kind: "late", since: unsavedSince, keepsCopy };
}

/** The words beside the document. `why` says what makes a review read-only. */
export function saveStateWords(
  state: SaveState,
  now: number,
  why = "the review is not open for writing",
): string {
  switch (state.kind) {
    case "opening":
      return "Opening…";
    case "saved":
      return state.at === null ? "All changes saved" : `Saved ${clock(state.at)}`;
    case "saving":
      return "Saving…";
    case "late":
      return `Not saved for ${seconds(now - state.since)}: ${kept(state.keepsCopy)}`;
    case "offline":
      return state.since !== null || state.keepsCopy
        ? `Offline: your edits are ${kept(state.keepsCopy)}`
        : "Offline: keep this page open";
    case "reconnecting":
      return state.since !== null
        ? `Not saved for ${seconds(now - state.since)}. Reconnecting… Your edits are ${kept(state.keepsCopy)}`
        : "Reconnecting…";
    case "read_only":
      return `Read-only: ${why}`;
    case "refused":
      return state.message;
  }
}

/** What screen readers have been told of a session: nothing that matters, of trouble, or that it is over. */
export type Told = "calm" | "trouble" | "over";

/** Edits that are being saved are not worth a word, but that they are saved again after trouble is: once. */
export function toldAfter(told: Told, { kind }: SaveState): Told {
  switch (kind) {
    case "late":
    case "offline":
    case "reconnecting":
    case "refused":
      return "trouble";
    case "saved":
      return told === "trouble" ? "over" : told;
    case "saving":
      return told === "over" ? "calm" : told;
    default:
      return told;
  }
}

const seconds = (milliseconds: number): string =>
  `${Math.max(0, Math.round(milliseconds / 1000))} s`;

const kept = (keepsCopy: boolean): string =>
  keepsCopy ? "kept on this device" : "only in this page; keep it open";

function clock(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** What to say after the server ended a session, and whether trying again can help. */
export function saveRefusal(
  { code, reason }: { code: number; reason: string },
  isKept = false,
): { message: string; mayRetry: boolean } {
  const keptWords = isKept ? " What was not saved is kept on this device." : "";
  switch (code) {
    case closeCode.tooLarge:
      return {
        message: `Not saved: ${reason}. Shorten it, then try again.${keptWords}`,
        mayRetry: true,
      };
    case closeCode.signedOut:
      return {
        message: `You were signed out. Sign in again to go on.${keptWords}`,
        mayRetry: false,
      };
    case closeCode.notFound:
      return { message: "This review is not there any more.", mayRetry: false };
    case closeCode.noRight:
      return { message: `${rightWords(reason)}${keptWords}`, mayRetry: reason === "read only" };
    default:
      return {
        message: `The server did not accept an edit from this page.${keptWords} Reload the page to go on from what is saved.`,
        mayRetry: true,
      };
  }
}

function rightWords(reason: string): string {
  switch (reason) {
    case "blind":
    case "second_reviewer":
      return "You are the second reviewer now: the review is closed to you until you have decided.";
    case "comments only":
      return "You can comment on this review, and not change it. Reload the page to go on.";
    case "ended":
      return "You were signed out, or this review was removed. Sign in again to go on.";
    case "replaced":
      return "The review on the server is not the one you were editing. Reload the page.";
    default:
      return "You can no longer see this review.";
  }
}

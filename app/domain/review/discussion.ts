/** Parts of a review that a comment can be about as a whole. */
export const commentedFields = ["statement", "rating", "summary", "rationale", "evidence"] as const;
export type CommentedField = (typeof commentedFields)[number];

/**
 * What a thread is about: a field, for `evidence` one card of it, or words of the rationale. `from` and `to` move with
 * the words as the text around them changes; `quote` keeps what they were.
 */
export type CommentAnchor =
  | { kind: "field"; field: CommentedField; card?: string | undefined }
  | { kind: "words"; from: string; to: string; quote: string };

export interface Comment {
  id: string;
  /** Person id. */
  author: string;
  /** By the clock of the author's device; ISO 8601. */
  at: string;
  words: string;
  /** Person ids. */
  mentions: readonly string[];
  editedAt: string | null;
  /** Its author took it back; the words are gone from what people see. */
  isRemoved: boolean;
}

/**
 * How a thread was last settled or opened again. Only a proposal is accepted, declined or withdrawn; `resolved` is what
 * becomes of every other thread.
 */
export interface Resolution {
  state: "resolved" | "reopened" | "accepted" | "declined" | "withdrawn";
  by: string;
  at: string;
  /** Why a proposal was declined. */
  word?: string | undefined;
}

export interface Thread {
  /** Of its first comment. */
  id: string;
  anchor: CommentAnchor;
  /** What a proposal would put in place of its words, empty to take them out; null for a thread that proposes nothing. */
  replacement: string | null;
  /** Never empty, the first one first. */
  comments: readonly Comment[];
  /** The last time somebody settled or reopened it; null while nobody has. An acceptance is never followed by another. */
  resolution: Resolution | null;
}

/** The longest comment, in bytes of UTF-8, and the most comments of one review. The server refuses more. */
export const longestComment = 10 * 1024;
export const mostComments = 2_000;
/** How much of the words a comment is about is kept with it, in characters. */
export const longestQuote = 500;
export const mostMentions = 20;
/** The longest words that a proposal puts in place of others, in bytes of UTF-8. */
export const longestReplacement = 10 * 1024;
/** The longest reason for declining one, in characters. */
export const longestWord = 1_000;

export const isOpen = ({ resolution }: Pick<Thread, "resolution">): boolean =>
  resolution === null || resolution.state === "reopened";

/** A thread that proposes other words for some of the rationale. */
export type ProposalThread = Thread & {
  anchor: Extract<CommentAnchor, { kind: "words" }>;
  replacement: string;
};

export const isProposal = <T extends Thread>(thread: T): thread is T & ProposalThread =>
  thread.replacement !== null && thread.anchor.kind === "words";

/** What keeps a review from being submitted. */
export const openThreads = (threads: readonly Thread[]): Thread[] => threads.filter(isOpen);

/** Says why a review with this many open threads is not submitted; null when nothing keeps it. */
export function openThreadsMessage(open: number): string | null {
  if (open === 0) return null;
  return open === 1
    ? "1 thread of the discussion is open. Resolve it, or decide on it, first."
    : `${open} threads of the discussion are open. Resolve them, or decide on them, first.`;
}

const fieldNames: Record<CommentedField, string> = {
  statement: "the claim’s statement",
  rating: "the rating",
  summary: "the verdict in one sentence",
  rationale: "the rationale as a whole",
  evidence: "a piece of evidence",
};

/** What a field is called in a sentence. */
export const fieldName = (field: CommentedField): string => fieldNames[field];

/** The people whose names stand behind an @ in the words, a longer name before one that it begins with. */
export function mentionsIn(
  words: string,
  people: readonly { id: string; name: string }[],
): string[] {
  const found: string[] = [];
  let rest = words;
  for (const { id, name } of [...people].sort((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(`@${name}`)) continue;
    found.push(id);
    rest = rest.replaceAll(`@${name}`, " ");
  }
  return found.slice(0, mostMentions);
}

/** How long words are as the limit counts them. */
export const commentSize = (words: string): number => new TextEncoder().encode(words).length;

import { civilDateWords } from "../calendar/date-words";
import { captureFailureWords } from "../evidence/capture";
import type { Evidence } from "../evidence/evidence";
import type { SourceStandings } from "../evidence/source-standing";
import type { SourcingCheck } from "../evidence/sourcing-checks";
import type { ReplyRequest } from "./right-of-reply";
import type { SecondVerdict, SignOff } from "./second-verdict";

/**
 * What an editor looks at before a verdict is cleared. Postgres holds to the signature, and at publication to what is said
 * of the sources as a whole; the rest is advice.
 */
export interface Gate {
  key: string;
  /** `warning`: not as it should be, and nothing that stands in the way by itself. */
  standing: "met" | "not_met" | "warning" | "not_applicable";
  label: string;
  words: string;
}

export interface ApprovalFacts {
  evidence: readonly Evidence[];
  /** How their captures stand, by the ids of the sources. */
  standings: SourceStandings;
  /** What a report needs of the sources as a whole, and whether it is met. */
  sourcing: readonly SourcingCheck[];
  version: { id: string; contentHash: string };
  /** The second verdict on what was submitted; null when there is none. */
  second: Pick<SecondVerdict, "blind"> | null;
  signOffs: readonly SignOff[];
  /** Threads of the discussion that nobody settled: comments, and proposals among them. */
  open: { comments: number; proposals: number };
  replies: readonly ReplyRequest[];
  /** Conflicts of interest that were declared, in words: by whom, as what, why. */
  conflicts: readonly string[];
  /** Exceptions from the separation of duties, in words. */
  exceptions: readonly string[];
  /** Civil date. */
  today: string;
}

/** The gates of one verdict, each with its answer in words. */
export function approvalGates(facts: ApprovalFacts): Gate[] {
  return [
    sources(facts),
    ...sourcing(facts),
    captures(facts),
    secondVerdict(facts),
    signature(facts),
    discussion(facts),
    claimant(facts),
    conflicts(facts),
    exceptions(facts),
  ];
}

function sources({ evidence }: ApprovalFacts): Gate {
  const gate = { key: "sources", label: "Every source has an address and an excerpt" };
  if (evidence.length === 0) {
    return { ...gate, standing: "not_met", words: "There is no source at all." };
  }
  const lacking = evidence.filter(({ url, excerpt }) => url.trim() === "" || excerpt.trim() === "");
  if (lacking.length === 0) {
    return { ...gate, standing: "met", words: counted(evidence.length, "source") };
  }
  const named = lacking.map(({ title, url, excerpt }) => {
    const missing = [
      url.trim() === "" && "an address",
      excerpt.trim() === "" && "an excerpt",
    ].filter((part) => part !== false);
    return `“${title.trim() || url.trim() || "Untitled"}” lacks ${missing.join(" and ")}`;
  });
  return { ...gate, standing: "not_met", words: `${named.join("; ")}.` };
}

const sourcing = ({ sourcing: checks }: ApprovalFacts): Gate[] =>
  checks.map(({ key, met, label, words }) => ({
    key,
    standing: met ? "met" : "not_met",
    label,
    words: met ? words : `${words} It cannot be published without.`,
  }));

function captures({ evidence, standings }: ApprovalFacts): Gate {
  const gate = { key: "captures", label: "The sources are captured, and say what is quoted" };
  if (evidence.length === 0) {
    return { ...gate, standing: "not_applicable", words: "There is no source to capture." };
  }
  const captured = evidence.filter(({ id }) => standings[id]?.state === "kept").length;
  const troubles = evidence.flatMap((source) => {
    const trouble = captureTrouble(standings[source.id], captured > 0);
    return trouble === null ? [] : [`“${source.title.trim() || source.url}”: ${trouble}`];
  });
  if (captured === evidence.length && troubles.length === 0) {
    return { ...gate, standing: "met", words: "All of them." };
  }
  const count =
    captured === 0
      ? "Not captured. If a page changes, readers cannot see what it said."
      : `${captured} of ${counted(evidence.length, "source")} captured.`;
  return { ...gate, standing: "warning", words: [count, ...troubles].join(" ") };
}

function captureTrouble(
  standing: SourceStandings[string] | undefined,
  areOthersCaptured: boolean,
): string | null {
  if (standing === undefined) return areOthersCaptured ? "not captured." : null;
  if (standing.state !== "kept") {
    return standing.failure === null
      ? "being captured."
      : captureFailureWords(standing.failure).replace(/^./, (letter) => letter.toLowerCase());
  }
  if (standing.excerpt?.kind === "missing") return "the excerpt was not found in the capture.";
  return standing.excerpt?.kind === "changed"
    ? "the excerpt stands in the capture with changes."
    : null;
}

function secondVerdict({ second }: ApprovalFacts): Gate {
  const gate = { key: "second", label: "The second verdict was given blind" };
  if (second === null) {
    return { ...gate, standing: "not_met", words: "There is no second verdict on it." };
  }
  return second.blind
    ? { ...gate, standing: "met", words: "Before the first one was shown." }
    : {
        ...gate,
        standing: "warning",
        words: "Whoever gave it could have seen an earlier version.",
      };
}

function signature({ version, signOffs }: ApprovalFacts): Gate {
  const gate = { key: "signature", label: "The signature covers the present content" };
  const valid = signOffs.filter(({ voidedAt }) => voidedAt === null);
  const covers = valid.some(
    (one) => one.versionId === version.id && one.contentHash === version.contentHash,
  );
  if (covers) {
    return { ...gate, standing: "met", words: `Content ${version.contentHash.slice(0, 12)}…` };
  }
  return {
    ...gate,
    standing: "not_met",
    words:
      valid.length === 0
        ? "No signature on it is valid."
        : "What was signed is not what stands there.",
  };
}

function discussion({ open }: ApprovalFacts): Gate {
  const gate = { key: "discussion", label: "No comment or proposal is open" };
  if (open.comments + open.proposals === 0) {
    return { ...gate, standing: "met", words: "All of the discussion is settled." };
  }
  const parts = [
    open.comments > 0 && counted(open.comments, "comment"),
    open.proposals > 0 && counted(open.proposals, "proposal"),
  ].filter((part) => part !== false);
  return { ...gate, standing: "not_met", words: `${parts.join(" and ")} open.` };
}

function claimant({ replies, today }: ApprovalFacts): Gate {
  const gate = { key: "claimant", label: "The claimant was asked for comment" };
  if (replies.length === 0) {
    return { ...gate, standing: "not_met", words: "Nobody is on record as having been asked." };
  }
  const waiting = replies.filter(({ answer }) => answer === null);
  if (waiting.length === 0) {
    const names = replies.map(
      ({ asked, answer }) => `${asked} (${outcome[answer?.kind ?? "silence"]})`,
    );
    return { ...gate, standing: "met", words: `${names.join("; ")}.` };
  }
  const [first] = waiting;
  const isOver = waiting.some(({ dueOn }) => dueOn < today);
  return {
    ...gate,
    standing: "warning",
    words: isOver
      ? `The deadline is over and nothing is recorded: ${waiting.map(({ asked }) => asked).join("; ")}.`
      : `${first?.asked ?? "Somebody"} can answer until ${first ? civilDateWords(first.dueOn) : "the deadline"}.`,
  };
}

const outcome = { answered: "answered", declined: "declined", silence: "no answer" } as const;

function conflicts({ conflicts: declared }: ApprovalFacts): Gate {
  const gate = { key: "conflicts", label: "Conflicts of interest" };
  return declared.length === 0
    ? { ...gate, standing: "not_applicable", words: "Nobody declared one." }
    : { ...gate, standing: "met", words: declared.join(" ") };
}

function exceptions({ exceptions: granted }: ApprovalFacts): Gate {
  const gate = { key: "exceptions", label: "Exceptions from the separation of duties" };
  return granted.length === 0
    ? { ...gate, standing: "not_applicable", words: "None was made." }
    : { ...gate, standing: "warning", words: granted.join(" ") };
}

const counted = (count: number, what: string): string =>
  count === 1 ? `1 ${what}` : `${count} ${what}s`;

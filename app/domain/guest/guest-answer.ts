import type { Evidence, Stance } from "../evidence/evidence";
import { surenessLabel, type Sureness } from "../verdict/sureness";

/** What an expert answered, as the desk keeps it. */
export interface GuestAnswer {
  id: string;
  linkId: string;
  claimId: string;
  question: string;
  /** By name, or as an expert in something: what may be published. */
  shownAs: string;
  named: boolean;
  words: string;
  stance: Stance;
  sure: Sureness;
  sources: string[];
  hasConflict: boolean;
  /** What the expert declared; empty for nothing to declare. */
  interests: string;
  answeredAt: string;
  /** Person id; null while nobody has taken it into the evidence. */
  takenUpBy: string | null;
  takenUpAt: string | null;
}

/**
 * The answer as a source of the review. It has the answer's own id, so that it stands there once however often it is taken
 * over. In the excerpt is what the expert said, with their sources and interests, which a second reviewer may see; how it
 * bears on the claim, and the question, which can give away what the lead thinks, stand where `withoutJudgement` takes them
 * out.
 */
export function evidenceOf(answer: GuestAnswer): Evidence {
  const { id, shownAs, words, sources, interests, hasConflict, question, sure } = answer;
  const day = answer.answeredAt.slice(0, 10);
  return {
    id,
    title: `Answer to the desk: ${shownAs}`,
    url: "",
    publisher: "",
    publishedOn: day,
    stance: answer.stance,
    sourceType: hasConflict ? "interested_party" : "secondary",
    excerpt: [
      words,
      ...(sources.length === 0 ? [] : [`Sources named:\n${sources.join("\n")}`]),
      `Interests declared: ${interests === "" ? "none" : interests}`,
    ].join("\n\n"),
    locator: "",
    note: `Asked by the desk: ${question}\n${surenessLabel[sure]}, by their own account.`,
    accessedOn: day,
  };
}

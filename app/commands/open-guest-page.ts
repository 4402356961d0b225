import { paragraphsInContext, splitParagraphs } from "~/domain/article/passages";
import type { Evidence } from "~/domain/evidence/evidence";
import type { GuestLinkStatus } from "~/domain/guest/guest-link";

import type { OpenedGuestLink } from "./ports/guests";
import type { Ports } from "./ports";

/** Some words of the article, and whether they are the claim's. */
export interface ShownRun {
  text: string;
  marked: boolean;
}

type Open = Extract<OpenedGuestLink, { status: "open" }>;

/** All that an expert sees: one claim, its place in the article, and the sources without what was made of them. */
export interface GuestPage extends Pick<
  Open,
  "status" | "expert" | "affiliation" | "question" | "expiresAt" | "statement"
> {
  article: Omit<Open["article"], "text">;
  passage: ShownRun[][];
  evidence: Pick<Evidence, "id" | "title" | "url" | "excerpt">[];
  /** Why nothing can be sent now; null while the desk is open. */
  readOnly: string | null;
}

/** What the holder of a link gets to see; `unknown` where no link has this secret. */
export async function openGuestPage(
  ports: Ports,
  token: string,
): Promise<GuestPage | { status: Exclude<GuestLinkStatus, "open"> | "unknown" }> {
  // Ours have 43 letters; whatever is much longer is not looked up.
  const link = token.length > 100 ? null : await ports.guestPages.open(token);
  if (link === null) return { status: "unknown" };
  if (link.status !== "open") return link;
  const { status, expert, affiliation, question, expiresAt, statement, claimId } = link;
  const { text, ...article } = link.article;
  const [{ draft }, desk] = await Promise.all([
    ports.documents.read(claimId),
    ports.desk.readOnly(),
  ]);
  return {
    ...{ status, expert, affiliation, question, expiresAt, statement, article },
    passage: passageIn(text, link),
    evidence: draft.evidence
      .map(({ id, title, url, excerpt }) => ({ id, title, url, excerpt }))
      .filter(({ title, url, excerpt }) => `${title}${url}${excerpt}`.trim() !== ""),
    readOnly: desk && desk.reason,
  };
}

/** The paragraphs in which the claim's words stand, with those around where they say little else. */
export function passageIn(text: string, { start, end }: { start: number; end: number }) {
  const marked = splitParagraphs(text, [{ id: "claim", start, end }]);
  return paragraphsInContext(marked).map(({ passages }): ShownRun[] =>
    passages.map((run) => ({ text: run.text, marked: run.marks.length > 0 })),
  );
}

import { Link } from "@remix-run/react";
import clsx from "clsx";
import { Fragment, forwardRef, type MouseEvent } from "react";

import { splitParagraphs, type Passage } from "~/domain/article/passages";
import { roleAt, type ArticlePart } from "~/domain/claim/article-parts";
import type { Claim } from "~/domain/claim/claim";
import { sentenceRoleLabel, type SentenceRole } from "~/domain/claim/split-output";

export interface TriageArticleProps {
  text: string;
  language: string;
  /** Numbered claims in the order of the article; dismissed ones are not marked. */
  claims: readonly { claim: Claim; number: number }[];
  /** What each stretch of the text is; what is not the body is drawn back and named. */
  structure: readonly ArticlePart[];
  selected: string | null;
  /** Where a claim is selected, without scripts. */
  addressOf: (id: string) => string;
  onSelect: (id: string) => void;
}

/** Where a claim's passage stands in the desk's article. */
export const markId = (claimId: string) => `mark-${claimId}`;

/** The frozen text with the claims marked in it; choosing a passage selects its claim. */
export const TriageArticle = forwardRef<HTMLDivElement, TriageArticleProps>(function TriageArticle(
  { text, language, claims, structure, selected, addressOf, onSelect },
  ref,
) {
  const byId = new Map(claims.map((item) => [item.claim.id, item]));
  const numberOf = (id: string) => byId.get(id)?.number ?? 0;
  const paragraphs = splitParagraphs(
    text,
    claims
      .filter(({ claim }) => claim.state !== "dismissed" || claim.id === selected)
      .map(({ claim: { id, anchor } }) => ({ id, start: anchor.start, end: anchor.end })),
  );
  const aside = (start: number): SentenceRole | null => {
    const role = roleAt(structure, start);
    return role === "body" ? null : role;
  };
  const draw = (passage: Passage) => {
    const over = passage.marks.flatMap((id) => byId.get(id) ?? []);
    const shown = over.find(({ claim }) => claim.id === selected) ?? over[0];
    const words = <span data-start={passage.start}>{passage.text}</span>;
    if (!shown) return words;
    return (
      <>
        {passage.opens
          .toSorted((a, b) => numberOf(a) - numberOf(b))
          .map((id) => (
            <ClaimNumber
              key={id}
              id={id}
              to={addressOf(id)}
              number={numberOf(id)}
              onSelect={onSelect}
            />
          ))}
        <mark
          className="passage cursor-pointer"
          data-state={shown.claim.state}
          data-selected={shown.claim.id === selected ? "" : undefined}
          onClick={() => {
            if (document.getSelection()?.isCollapsed !== false) onSelect(shown.claim.id);
          }}
        >
          {words}
        </mark>
      </>
    );
  };
  return (
    <div ref={ref} lang={language} className="prose-read flex max-w-prose flex-col gap-4">
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start} className={clsx(aside(paragraph.start) && "text-muted")}>
          <Role role={aside(paragraph.start)} />
          {paragraph.passages.map((passage) => (
            <Fragment key={passage.start}>{draw(passage)}</Fragment>
          ))}
        </p>
      ))}
    </div>
  );
});

/** What a paragraph is that is not the article itself. Not part of the text: it is neither selected nor searched. */
function Role({ role }: { role: SentenceRole | null }) {
  if (role === null) return null;
  return (
    <span lang="en" className="mr-2 font-sans text-xs text-muted italic select-none">
      {sentenceRoleLabel[role]}
    </span>
  );
}

interface ClaimNumberProps {
  id: string;
  to: string;
  number: number;
  onSelect: (id: string) => void;
}

function ClaimNumber({ id, to, number, onSelect }: ClaimNumberProps) {
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    onSelect(id);
  };
  return (
    <Link
      id={markId(id)}
      to={to}
      lang="en"
      onClick={choose}
      className={clsx(
        "mx-0.5 inline-flex min-h-5 min-w-5 items-center justify-center rounded-full border border-accent bg-raised px-1 align-text-top",
        "font-sans text-xs font-semibold text-accent no-underline select-none hover:bg-accent-soft",
      )}
    >
      <span className="sr-only">Claim </span>
      {number}
    </Link>
  );
}

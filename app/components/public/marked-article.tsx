import { Fragment } from "react";

import { splitParagraphs, type Passage } from "~/domain/article/passages";
import type { PublishedVerdict } from "~/domain/report/report";
import { ratingScale } from "~/domain/verdict/rating";

import { StandingRating } from "./verdict-notice";

export interface MarkedArticleProps {
  text: string;
  language: string;
  verdicts: readonly PublishedVerdict[];
}

/** Where a verdict's passage stands in the report's text. */
export const passageId = (claimId: string) => `passage-${claimId}`;

/** The article as it stood, each checked passage marked with its verdict and leading to it. */
export function MarkedArticle({ text, language, verdicts }: MarkedArticleProps) {
  const byClaim = new Map(verdicts.map((verdict) => [verdict.claimId, verdict]));
  const paragraphs = splitParagraphs(
    text,
    verdicts.map(({ claimId, content }) => ({
      id: claimId,
      start: content.claim.start,
      end: content.claim.end,
    })),
  );
  return (
    <div lang={language} className="prose-read flex max-w-prose flex-col gap-4">
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.passages.map((passage) => (
            <Fragment key={passage.start}>
              {passage.opens.map((id) => (
                <span key={id} id={passageId(id)} />
              ))}
              <Run passage={passage} verdicts={byClaim} />
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

const isRetracted = ({ notice }: PublishedVerdict) => notice?.kind === "retracted";

interface RunProps {
  passage: Passage;
  verdicts: ReadonlyMap<string, PublishedVerdict>;
}

function Run({ passage, verdicts }: RunProps) {
  const inner = verdicts.get(passage.marks[0] ?? "");
  if (!inner) return passage.text;
  const closing = passage.closes.flatMap((id) => verdicts.get(id) ?? []);
  const alone = closing.length === 1 && closing[0] === inner;
  return (
    <>
      <mark
        className="passage"
        {...(!isRetracted(inner) && { "data-rating": inner.content.verdict.rating })}
      >
        <a
          href={`/claims/${inner.slug}`}
          className="underline decoration-verdict-line underline-offset-4"
        >
          {passage.text}
          {alone ? <Chip verdict={inner} /> : null}
        </a>
      </mark>
      {alone
        ? null
        : closing.map((verdict) => (
            <a key={verdict.claimId} href={`/claims/${verdict.slug}`}>
              <Chip verdict={verdict} />
            </a>
          ))}
    </>
  );
}

function Chip({ verdict }: { verdict: PublishedVerdict }) {
  const { rating } = verdict.content.verdict;
  return (
    <span
      lang="en"
      {...(!isRetracted(verdict) && { title: ratingScale[rating].definition })}
      className="ml-1 align-baseline"
    >
      <span className="sr-only"> Verdict: </span>
      <StandingRating rating={rating} notice={verdict.notice?.kind ?? null} size="small" />
    </span>
  );
}

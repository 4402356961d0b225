import clsx from "clsx";
import { Gavel, PenLine, Signature, SpellCheck, Vote, type LucideIcon } from "lucide-react";

import { Time } from "~/components/ui/time";
import type { Credit, DutyException, Settlement } from "~/domain/report/report";
import { ratingScale } from "~/domain/verdict/rating";

const capacityLabel: Record<Credit["capacity"], string> = {
  lead: "Lead reviewer",
  second: "Second reviewer, deciding before seeing the first rating",
  adjudicator: "Editor, who decided between two differing verdicts",
  voter: "Editor, who voted for this rating when two verdicts differed",
  mender: "Editor, who mended a typo since",
};

/** In a correction, for example, whoever decides may have read what was published. */
const notBlind = "Second reviewer, who could have read the first verdict before deciding";

const capacityIcon: Record<Credit["capacity"], LucideIcon> = {
  lead: PenLine,
  second: Signature,
  adjudicator: Gavel,
  voter: Vote,
  mender: SpellCheck,
};

export interface CreditsProps {
  credits: readonly Credit[];
  /** Two beside each other, where there is room. */
  columns?: boolean;
}

/** Who checked a claim, in which role, and when. */
export function Credits({ credits, columns = false }: CreditsProps) {
  return (
    <ul className={clsx("grid gap-3 text-sm", columns && "sm:grid-cols-2")}>
      {credits.map(({ capacity, name, at, blind }) => {
        const Icon = capacityIcon[capacity];
        return (
          <li key={`${capacity} ${name}`} className="flex gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{name}</span>
              <span className="text-muted">
                {blind === false ? notBlind : capacityLabel[capacity]}
              </span>
              <Time iso={at} className="text-muted" />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** How a dispute was settled, for readers, with the dissent that may be published. */
export function SettlementWords({ settlement }: { settlement: Settlement }) {
  const { how, votes, dissents } = settlement;
  return (
    <>
      {settledHow(how, votes)}
      {dissents.map(({ name, rating, reason, at }) => (
        <span key={`${name} ${at}`} className="mt-1 block whitespace-pre-line">
          {name} dissented, for “{ratingScale[rating].label}”: “{reason}”{" "}
          <Time iso={at} className="text-muted" />
        </span>
      ))}
    </>
  );
}

function settledHow(how: Settlement["how"], votes: number): string {
  switch (how) {
    case "conceded_by_lead":
      return "the lead reviewer moved to the second reviewer’s rating, who signed it.";
    case "conceded_by_second":
      return "the second reviewer moved to the lead reviewer’s rating and signed it.";
    case "voted":
      return votes === 2 ? "two editors voted alike." : `two of ${votes} editors voted alike.`;
    case "adjudicated":
      return "an editor decided, after others had voted.";
  }
}

const exceptionLabel: Record<DutyException["kind"], string> = {
  second_wrote: "The second reviewer had written in the review",
  clearer_checked: "It was cleared for publication by somebody who had checked or signed it",
  given_to_one: "One editor settled a difference on which three should have voted",
  publisher_checked: "It was published by somebody who had checked or signed a verdict",
  reply_outstanding: "It was published before the time to answer was over",
  claim_rated: "The claim in short reads like a verdict on it",
  discussion_open: "A thread of the desk’s discussion was open",
};

export interface MethodBoxProps {
  publishedBy: string;
  publishedAt: string;
  /** Everybody who took part in a verdict of the report. */
  credits: readonly Credit[];
  /** Where fewer people did something than should, or a check before publishing was passed over. */
  exceptions: readonly DutyException[];
  /** What each verdict needs of its sources, in words; none of those published before that was asked for. */
  sourcing: readonly { shortClaim: string; words: string }[];
  /** Of verdicts that had been disputed, and not settled by one editor without dissent. */
  settlements: readonly (Settlement & { shortClaim: string })[];
}

/** How a report came about, in general and by whom. */
export function MethodBox(props: MethodBoxProps) {
  const { publishedBy, publishedAt, credits, exceptions, sourcing, settlements } = props;
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <ol className="flex max-w-prose list-decimal flex-col gap-1.5 pl-5 text-sm">
        <li>The article’s text was frozen, and each checkable claim tied to its exact words.</li>
        <li>A lead reviewer gathered evidence for and against, and wrote a verdict.</li>
        <li>
          A second reviewer, who had not seen that rating, rated the claim on the same evidence.
          Where the two differed, one of them moved to the other’s rating or editors decided, with
          the reasons on record.
        </li>
        <li>The exact content was signed; what you read is what was signed.</li>
      </ol>
      <Credits credits={latestOfEach(credits)} columns />
      {sourcing.length === 0 ? null : (
        <div className="flex flex-col gap-1 text-sm">
          <p className="font-medium">What the verdicts rest on</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {sourcing.map(({ shortClaim, words }) => (
              <li key={`${shortClaim} ${words}`} className="wrap-anywhere">
                {shortClaim}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {settlements.length === 0 ? null : (
        <div className="flex flex-col gap-1 text-sm">
          <p className="font-medium">Where the two verdicts differed</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {settlements.map((settlement) => (
              <li key={settlement.shortClaim} className="wrap-anywhere">
                {settlement.shortClaim}: <SettlementWords settlement={settlement} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {exceptions.length === 0 ? null : (
        <div className="flex flex-col gap-1 text-sm">
          <p className="font-medium">Exceptions that the desk made</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {exceptions.map(({ kind, reason, at }) => (
              <li key={`${kind} ${at}`} className="wrap-anywhere">
                {exceptionLabel[kind]}: “{reason}” <Time iso={at} className="text-muted" />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-sm text-muted">
        Published by {publishedBy}, <Time iso={publishedAt} />
      </p>
    </div>
  );
}

/** One line for each person and capacity, with the latest time. */
function latestOfEach(credits: readonly Credit[]): Credit[] {
  const latest = new Map<string, Credit>();
  for (const credit of credits) {
    const key = `${credit.capacity} ${credit.name}`;
    const before = latest.get(key);
    if (!before || before.at < credit.at) latest.set(key, credit);
  }
  return [...latest.values()];
}

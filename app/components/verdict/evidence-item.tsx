import { ExternalLink } from "lucide-react";

import { PublishedCaptureLine } from "~/components/public/published-captures";
import { CaptureLine } from "~/components/review/captures/capture-line";
import { FileLine } from "~/components/review/captures/file-line";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { sourceTypeIcon, stanceIcon } from "~/components/ui/icons";
import { CivilDate } from "~/components/ui/time";
import {
  sourceTypeLabel,
  stanceLabel,
  type Evidence,
  type Stance,
} from "~/domain/evidence/evidence";
import { derivationWords } from "~/domain/evidence/derivation";
import { placesBySource } from "~/domain/verdict/footnotes";
import type { RichText } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

import { evidenceAddress, evidenceElementId } from "~/domain/evidence/citation";

import { BackToText, sourceElementId } from "./footnote-mark";

const stanceTone: Record<Stance, BadgeTone> = {
  supports: "success",
  refutes: "danger",
  context: "accent",
};

/** How a source bears on the claim, in word, colour and shape. */
export function StanceBadge({ stance }: { stance: Stance }) {
  return (
    <Badge tone={stanceTone[stance]} icon={stanceIcon[stance]}>
      {stanceLabel[stance]}
    </Badge>
  );
}

export interface EvidenceItemProps {
  evidence: Evidence;
  /** Its number among the evidence, as the text may refer to it. */
  number: number;
  /** Keeps back how the source was judged (stance and note), where that would give a verdict away. */
  blind?: boolean;
  /** All cards of the list, for what one of them is derived from. */
  all?: readonly Evidence[];
  /** Gives it an address of its own on a public page. */
  linkTo?: string;
  /** Where the text of the page refers to it. */
  places?: readonly number[] | undefined;
}

/** One source: where it stands on the claim, what kind it is, its own words, and how to find it. */
export function EvidenceItem({ evidence, number, blind = false, ...rest }: EvidenceItemProps) {
  const { title, url, publisher, publishedOn, stance, sourceType } = evidence;
  const { excerpt, locator, note, accessedOn, accessedBy = "", author = "" } = evidence;
  const { places = [], all = [evidence], linkTo } = rest;
  const derived = derivationWords(evidence, all);
  const address = safeLink(url);
  return (
    <article data-keep-together className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-sm text-muted">{number}.</span>
        {blind ? null : <StanceBadge stance={stance} />}
        <Badge
          tone={sourceType === "interested_party" ? "warning" : "neutral"}
          icon={sourceTypeIcon[sourceType]}
        >
          {sourceTypeLabel[sourceType]}
        </Badge>
      </div>
      <p className="font-semibold">
        {address === null ? (
          title
        ) : (
          <a
            href={address}
            data-print-address=""
            rel="noopener noreferrer nofollow"
            className="inline-block text-accent underline"
          >
            {title}
            <ExternalLink aria-hidden className="ml-1 inline size-3.5 align-baseline" />
          </a>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {author === "" ? null : <span>{author}</span>}
        {publisher === "" ? null : <span>{publisher}</span>}
        {publishedOn === "" ? null : <CivilDate date={publishedOn} />}
        {locator === "" ? null : <span>{locator}</span>}
        {accessedOn === "" ? null : (
          <span>
            Seen <CivilDate date={accessedOn} />
            {accessedBy === "" ? null : ` by ${accessedBy}`}
          </span>
        )}
      </p>
      {derived === null ? null : (
        <p className="text-sm wrap-anywhere text-muted">Derived from {derived}</p>
      )}
      {excerpt === "" ? null : (
        <blockquote className="border-l-4 border-line-strong pl-3 font-serif text-base whitespace-pre-line">
          {excerpt}
        </blockquote>
      )}
      {blind ? null : <CaptureLine id={evidence.id} name={title} url={url} excerpt={excerpt} />}
      <PublishedCaptureLine url={url} />
      {blind ? null : <FileLine id={evidence.id} name={title} mayAdd={false} />}
      {blind || note === "" ? null : (
        <p className="max-w-prose text-sm whitespace-pre-line">{note}</p>
      )}
      {linkTo === undefined ? null : (
        <p className="no-print text-sm">
          <a
            href={linkTo}
            aria-label={`Address of source ${number}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Link to this source
          </a>
        </p>
      )}
      <BackToText number={number} places={places} />
    </article>
  );
}

export interface EvidenceListProps {
  evidence: readonly Evidence[];
  blind?: boolean;
  /** The text of the page whose footnotes lead here; each source then leads back. */
  rationale?: RichText;
  /** On a public page: its address, to which each source adds its own. */
  page?: string;
}

/** All evidence, numbered. Says so when there is none. */
export function EvidenceList({ evidence, blind = false, rationale = [], page }: EvidenceListProps) {
  const places = placesBySource(rationale);
  if (evidence.length === 0) return <p className="text-muted">No evidence has been added.</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {evidence.map((item, index) => (
        <li
          key={item.id}
          id={sourceElementId(index + 1)}
          className="py-4 first:pt-0 last:pb-0 target:bg-accent-soft"
        >
          {page === undefined ? null : <span id={evidenceElementId(item.id)} />}
          <EvidenceItem
            evidence={item}
            all={evidence}
            {...(page !== undefined && { linkTo: evidenceAddress(page, item.id) })}
            number={index + 1}
            blind={blind}
            places={places.get(item.id)}
          />
        </li>
      ))}
    </ol>
  );
}

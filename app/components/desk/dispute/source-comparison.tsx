import type { ReactNode } from "react";

import { StanceBadge } from "~/components/verdict/evidence-item";
import type { Evidence } from "~/domain/evidence/evidence";
import { sourceDifferences, type SharedSource } from "~/domain/review/dispute";
import type { FoundSource, SecondVerdict } from "~/domain/review/second-verdict";
import { safeLink } from "~/domain/verdict/safe-link";

export interface SourceComparisonProps {
  evidence: readonly Evidence[];
  second: Pick<SecondVerdict, "sources" | "found">;
  leadName: string;
  secondName: string;
}

/** Where the two verdicts part in what they rest on, and where they do not. */
export function SourceComparison({ evidence, second, ...names }: SourceComparisonProps) {
  const differences = sourceDifferences(evidence, second);
  if (differences === null) {
    return (
      <p className="text-muted">
        When this second verdict was given, it was not asked which sources it rests on.
      </p>
    );
  }
  const { readDifferently, onlyLead, onlySecond, readAlike } = differences;
  const { leadName, secondName } = names;
  const number = (id: string) => evidence.findIndex((source) => source.id === id) + 1;
  const both = (shared: SharedSource) => (
    <>
      <SourceName number={number(shared.source.id)} source={shared.source} />
      <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{leadName}</dt>
        <dd>
          <StanceBadge stance={shared.lead} />
        </dd>
        <dt className="text-muted">{secondName}</dt>
        <dd>
          <StanceBadge stance={shared.second} />
        </dd>
      </dl>
    </>
  );
  return (
    <div className="flex flex-col gap-4">
      <Group title="Read differently" none="No source that both relied on is read differently.">
        {readDifferently.map((shared) => (
          <li key={shared.source.id}>{both(shared)}</li>
        ))}
      </Group>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Group
          title="Only the lead"
          none="None: the second reviewer relied on every listed source."
        >
          {onlyLead.map((source) => (
            <li key={source.id} className="flex flex-col gap-1">
              <SourceName number={number(source.id)} source={source} />
              <span>
                <StanceBadge stance={source.stance} />
              </span>
            </li>
          ))}
        </Group>
        <Group title="Only the second" none="None: the second reviewer added no source.">
          {onlySecond.map((source, place) => (
            <li key={place}>
              <Found source={source} />
            </li>
          ))}
        </Group>
      </div>
      {readAlike.length > 0 ? (
        <Group title="Read alike" none="">
          {readAlike.map((shared) => (
            <li key={shared.source.id}>{both(shared)}</li>
          ))}
        </Group>
      ) : null}
    </div>
  );
}

function Group(props: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <h3 className="text-sm font-semibold">{props.title}</h3>
      {props.children.length === 0 ? (
        <p className="text-sm text-muted">{props.none}</p>
      ) : (
        <ul className="flex flex-col gap-3">{props.children}</ul>
      )}
    </section>
  );
}

function SourceName({ number, source }: { number: number; source: Evidence }) {
  return (
    <p className="font-medium wrap-anywhere">
      <span className="text-muted">{number}.</span> {source.title}
    </p>
  );
}

/** An address as somebody typed it is a link only where it is one that a page may lead to. */
function Found({ source: { url, note } }: { source: FoundSource }) {
  const address = safeLink(url);
  return (
    <>
      <p className="font-medium wrap-anywhere">
        {address === null ? (
          url
        ) : (
          <a
            href={address}
            rel="noopener noreferrer nofollow"
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            {url}
          </a>
        )}
      </p>
      {note === "" ? null : (
        <p className="text-sm wrap-anywhere whitespace-pre-line text-muted">{note}</p>
      )}
    </>
  );
}

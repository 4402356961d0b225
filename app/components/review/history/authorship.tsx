import type { WrittenPart } from "~/collab/history/authorship";
import { Time } from "~/components/ui/time";

export interface AuthorshipProps {
  parts: readonly WrittenPart[];
  nameOf: (id: string) => string;
}

const placeWord = { summary: "Verdict in one sentence", rationale: "Rationale" };

/** Each sentence of a version, and who wrote it when. */
export function Authorship({ parts, nameOf }: AuthorshipProps) {
  if (parts.length === 0) return <p className="text-muted">Nothing was written yet.</p>;
  return (
    <div className="flex flex-col gap-4">
      {parts.map(({ place, sentences }, at) => (
        <section key={at} className="flex flex-col gap-1.5">
          {parts[at - 1]?.place === place ? null : (
            <h3 className="text-sm font-semibold">{placeWord[place]}</h3>
          )}
          <ul className="flex flex-col gap-1.5">
            {sentences.map(({ text, authors, lastAt }, index) => (
              <li key={index} className="flex flex-col border-l-2 border-line pl-3">
                <span>{text}</span>
                <span className="text-xs text-muted">
                  {authors.length === 0
                    ? "Not known"
                    : authors
                        .map(({ id, share }) =>
                          authors.length === 1
                            ? nameOf(id)
                            : `${nameOf(id)} ${Math.round(share * 100)} %`,
                        )
                        .join(", ")}
                  {lastAt ? (
                    <>
                      {" · "}
                      <Time iso={lastAt} />
                    </>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

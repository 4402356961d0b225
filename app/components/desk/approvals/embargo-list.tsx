import { Link } from "@remix-run/react";
import { Timer } from "lucide-react";

import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";

export interface WaitingReport {
  articleId: string;
  title: string;
  until: string;
  byName: string;
}

/** Reports that go out by themselves, the next one first. */
export function EmbargoList({ waiting }: { waiting: readonly WaitingReport[] }) {
  if (waiting.length === 0) return null;
  return (
    <Section title="Waiting for their time" aside={String(waiting.length)}>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
        {waiting.map(({ articleId, title, until, byName }) => (
          <li key={articleId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
            <Timer aria-hidden className="size-4 shrink-0 self-center text-muted" />
            <Link
              to={`/desk/articles/${articleId}/publish`}
              className="inline-flex min-h-6 items-center font-medium hover:underline wrap-anywhere"
            >
              {title}
            </Link>
            <span className="text-sm text-muted">
              Published <Time iso={until} />, set by {byName}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

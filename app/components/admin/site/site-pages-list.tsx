import { Link } from "@remix-run/react";

import { Badge } from "~/components/ui/badge";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { SitePageFrame, SitePageName } from "~/domain/site/site-page";

export interface SitePagesListProps {
  pages: readonly {
    name: SitePageName;
    frame: SitePageFrame;
    /** When the desk last saved it; null where it never did or took its text back. */
    changedAt: string | null;
    hasDefault: boolean;
  }[];
}

/** The pages of the site that the desk writes, and which of them still say nothing of its own. */
export function SitePagesList({ pages }: SitePagesListProps) {
  return (
    <Page width="narrow">
      <PageHeader title="Pages of the site" kicker={<Link to="/desk/admin">Administration</Link>} />
      <p className="max-w-prose text-sm text-muted">
        What readers are told about this desk. A page with nothing on it says so to readers and is
        kept from search engines.
      </p>
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {pages.map(({ name, frame, changedAt, hasDefault }) => (
          <li
            key={name}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 p-3"
          >
            <Link
              to={`/desk/site/${name}`}
              className="inline-flex min-h-6 items-center font-medium underline"
            >
              {frame.title}
            </Link>
            <span className="text-sm text-muted">
              {changedAt !== null ? (
                <>
                  Changed <Time iso={changedAt} />
                </>
              ) : hasDefault ? (
                "The text that comes with the software"
              ) : (
                <Badge tone="warning">Says nothing yet</Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

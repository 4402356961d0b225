import { Eye } from "lucide-react";

import { Notice } from "~/components/ui/notice";

export interface PreviewBarProps {
  articleId: string;
  verdicts: readonly { claimId: string; shortClaim: string }[];
  /** The verdict whose page is shown; null for the report's. */
  current: string | null;
}

/** Above a preview: that it is one, its pages, and the way back. Plain links, as everything on a public page. */
export function PreviewBar({ articleId, verdicts, current }: PreviewBarProps) {
  const at = `/desk/articles/${articleId}`;
  const pages = [
    { key: null, to: `${at}/preview`, label: "The report" },
    ...verdicts.map(({ claimId, shortClaim }, index) => ({
      ...{ key: claimId, to: `${at}/preview?verdict=${claimId}` },
      label: shortClaim || `Verdict ${index + 1}, which has no short claim yet`,
    })),
  ];
  return (
    <div className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-5xl flex-col gap-2 px-4 py-3 sm:px-6">
        <Notice kind="info" title="Preview: nobody but the editors can see this page">
          It is what is written and signed so far. Links to pages that are not out yet lead nowhere.
        </Notice>
        <nav aria-label="Preview" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a
            href={`${at}/publish`}
            className="inline-flex min-h-6 items-center gap-1.5 text-accent underline"
          >
            Back to the composer
          </a>
          {pages.map(({ key, to, label }) =>
            key === current ? (
              <span
                key={to}
                aria-current="page"
                className="inline-flex min-h-6 items-center gap-1.5 font-medium wrap-anywhere"
              >
                <Eye aria-hidden className="size-4 shrink-0" />
                {label}
              </span>
            ) : (
              <a
                key={to}
                href={to}
                className="inline-flex min-h-6 items-center text-accent underline wrap-anywhere"
              >
                {label}
              </a>
            ),
          )}
        </nav>
      </div>
    </div>
  );
}

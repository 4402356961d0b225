import { Link } from "@remix-run/react";

export interface ArticleToTriage {
  id: string;
  title: string;
  outlet: string | null;
  /** Claims to accept or dismiss. */
  proposed: number;
  /** Claims to assign. */
  open: number;
}

/** An article whose claims wait for an editor: to be taken up, or to be assigned. */
export function TriageRow({ article }: { article: ArticleToTriage }) {
  const { proposed, open } = article;
  const parts = [
    proposed > 0 ? `${proposed} proposed, to accept or dismiss` : null,
    open > 0 ? `${open} accepted, to assign` : null,
  ].filter((part) => part !== null);
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-3 hover:bg-surface"
    >
      <Link
        data-row-link=""
        to={`/desk/articles/${article.id}`}
        className="min-w-0 scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
      >
        {article.title}
        {article.outlet === null ? null : (
          <span className="font-normal text-muted"> · {article.outlet}</span>
        )}
      </Link>
      <span className="text-sm text-muted">{parts.join("; ")}</span>
    </li>
  );
}

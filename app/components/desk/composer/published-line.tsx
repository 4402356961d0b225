import { RatingBadge } from "~/components/verdict/rating-badge";
import type { Rating } from "~/domain/verdict/rating";

export interface PublishedLineProps {
  shortClaim: string;
  slug: string;
  rating: Rating;
}

/** A verdict that readers have already: it has its place in the report, and nothing of it is written here. */
export function PublishedLine({ shortClaim, slug, rating }: PublishedLineProps) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <RatingBadge rating={rating} />
      <a
        href={`/claims/${slug}`}
        className="inline-flex min-h-6 items-center font-medium text-accent underline wrap-anywhere"
      >
        {shortClaim}
      </a>
      <span className="text-sm text-muted">Published</span>
    </p>
  );
}

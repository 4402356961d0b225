import clsx from "clsx";

import { ratingIcon } from "~/components/ui/icons";
import { ratingScale, type Rating } from "~/domain/verdict/rating";

const sizes = {
  small: { box: "gap-1 px-1.5 text-xs leading-5", icon: "size-3.5" },
  medium: { box: "gap-1.5 px-2 py-0.5 text-sm", icon: "size-4" },
  large: { box: "gap-2 px-3 py-1.5 text-xl", icon: "size-6" },
};

export interface RatingBadgeProps {
  rating: Rating;
  size?: keyof typeof sizes;
  className?: string;
}

/** A rating as icon, word and colour. */
export function RatingBadge({ rating, size = "medium", className }: RatingBadgeProps) {
  const Icon = ratingIcon[rating];
  return (
    <span
      data-rating={rating}
      className={clsx(
        "inline-flex items-center rounded-sm border border-verdict-line bg-verdict-soft font-sans font-semibold whitespace-nowrap text-verdict",
        sizes[size].box,
        className,
      )}
    >
      <Icon aria-hidden className={clsx("shrink-0", sizes[size].icon)} />
      {ratingScale[rating].label}
    </span>
  );
}

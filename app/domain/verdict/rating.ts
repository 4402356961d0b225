/**
 * The rating scale, version 1. Numbers follow Google's documented five-point scale (1 false, 5 true); a rating that
 * is not on that line has no number, and ClaimReview then carries its name alone.
 */
export const ratingScaleVersion = "countersign-1";

export const ratings = [
  "true",
  "mostly_true",
  "half_true",
  "misleading",
  "mostly_false",
  "false",
  "unproven",
] as const;
export type Rating = (typeof ratings)[number];

export interface RatingDefinition {
  label: string;
  definition: string;
  value: 1 | 2 | 3 | 4 | 5 | null;
}

export const ratingScale: Record<Rating, RatingDefinition> = {
  true: {
    label: "True",
    definition: "Accurate, and nothing that matters is left out.",
    value: 5,
  },
  mostly_true: {
    label: "Mostly true",
    definition: "Accurate in the main, but needs a clarification or leaves out a detail.",
    value: 4,
  },
  half_true: {
    label: "Half true",
    definition: "Partly accurate; leaves out or gets wrong something that matters.",
    value: 3,
  },
  misleading: {
    label: "Misleading",
    definition: "Uses correct elements in a way that leads to a wrong conclusion.",
    value: null,
  },
  mostly_false: {
    label: "Mostly false",
    definition: "Holds an element of truth but is wrong on what matters.",
    value: 2,
  },
  false: {
    label: "False",
    definition: "Not accurate.",
    value: 1,
  },
  unproven: {
    label: "Unproven",
    definition: "The evidence that can be found neither supports nor refutes it.",
    value: null,
  },
};

const hearsay =
  /\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|(?:is|are|was|were) (?:widely )?(?:said|believed|thought|reported|alleged|understood) to|it (?:is|was|has been) (?:widely )?(?:said|believed|reported|alleged|claimed|rumou?red)|reports? (?:suggest|say|claim|indicate)(?:s|ed)?|estimates? suggest)\b/i;

/** Whether these words hand on what nobody in particular is said to have told. */
export const isHearsay = (words: string): boolean => hearsay.test(words);

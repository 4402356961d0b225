const hearsay =
  /\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|(?:is|are|was|were) (?:widely |also )?(?:said|believed|thought|reported|alleged|understood|rumou?red|suspected) to|it (?:is|was|has been) (?:widely |also )?(?:said|learn(?:ed|t)|believed|reported|alleged|claimed|rumou?red|understood|thought|feared)|(?:is|are|was|were|been|stands?) (?:\p{L}+ly |also )?accused of|(?:been|is|are) (?:\p{L}+ly |also )?(?:described|characteri[sz]ed|portrayed|regarded|seen) (?:by (?:some|many|critics) )?as|reports? (?:suggest|say|claim|indicate)(?:s|ed)?|estimates? suggest)\b/iu;

/** Whether these words hand on what nobody in particular is said to have told. */
export const isHearsay = (words: string): boolean => hearsay.test(words);

/** A number with its thousands apart; by hand, because server and browser must agree to the letter. */
export const countWords = (count: number): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

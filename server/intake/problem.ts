/** Why no article could be read from what came in. `message` is for the person, and may be shown as it is. */
export interface ReadProblem {
  kind: "no_text" | "too_complex";
  message: string;
}

export const noText: ReadProblem = {
  kind: "no_text",
  message:
    "No article text was found on the page; it may be put there by a script, or stand behind a paywall. " +
    "Nothing was saved. Paste the text instead.",
};

export const tooComplex: ReadProblem = {
  kind: "too_complex",
  message:
    "The page is too large or too deeply nested to be read safely. Nothing was saved. Paste the text instead.",
};

/** Why no article could be read from what came in. `message` is for the person, and may be shown as it is. */
export interface ReadProblem {
  kind:
    | "no_text"
    | "needs_script"
    | "paywall"
    | "consent"
    | "challenge"
    | "error_page"
    | "too_complex"
    | "too_slow"
    | "too_much_memory"
    | "busy"
    | "broken_off"
    | "file";
  message: string;
}

const problem = (
  kind: ReadProblem["kind"],
  found: string,
  advice = "Paste the text instead.",
): ReadProblem => ({ kind, message: `${found} Nothing was saved. ${advice}` });

export const noText = problem(
  "no_text",
  "No article text was found on the page; it may be put there by a script, or stand behind a paywall.",
);

export const needsScript = problem(
  "needs_script",
  "The page puts its text there with a script, which is not run here, so no article was found in it.",
  "Open the page in a browser and paste the text.",
);

export const paywalled = problem(
  "paywall",
  "The page stands behind a paywall, and nothing of the article was served.",
  "If you may read it, paste the text.",
);

export const consentWall = problem(
  "consent",
  "The site asks for consent to cookies before it shows the article, and served only that question.",
  "Open the page in a browser, answer there, and paste the text.",
);

export const challenge = problem(
  "challenge",
  "The site served a check for robots in place of the article.",
  "Open the page in a browser and paste the text.",
);

export const errorPage = problem(
  "error_page",
  "The site served a page about an error in place of an article.",
  "Check the address, or paste the text.",
);

export const tooComplex = problem(
  "too_complex",
  "The page is too large or too deeply nested to be read safely.",
);

export const tooSlow = problem(
  "too_slow",
  "Reading the page took too long and was stopped.",
  "Try again when the desk is less busy, or paste the text.",
);

export const tooMuchMemory = problem(
  "too_much_memory",
  "Reading the page took more memory than it may have and was stopped.",
);

export const busy = problem(
  "busy",
  "Too many pages are being read at the moment, and this one was not begun.",
  "Try again in a minute, or paste the text.",
);

export const brokenOff = problem(
  "broken_off",
  "Reading the page was broken off by a fault on our side.",
  "Try again, or paste the text.",
);

/** What a person must know before they take the text that was found for the whole article. */
export const onlyBeginning =
  "The page stands behind a paywall, and this seems to be only the beginning of the article. Nothing is saved yet: if you may read it, paste the whole text.";

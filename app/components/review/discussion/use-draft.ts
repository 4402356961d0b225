import { useState } from "react";

/**
 * Words that were not sent yet, kept for this tab, so that a reload does not take them away. A browser may forbid
 * storage altogether; they then last as long as the page.
 */
export function useDraft(key: string, initial = ""): [words: string, set: (words: string) => void] {
  const [words, setWords] = useState(() => readDraft(key) ?? initial);
  const set = (next: string) => {
    setWords(next);
    keepDraft(key, next === initial ? "" : next);
  };
  return [words, set];
}

export function readDraft(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps words, or forgets them where there are none. */
export function keepDraft(key: string, words: string): void {
  try {
    if (words === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, words);
  } catch {
    // The words stand in the page; only a reload would lose them.
    return;
  }
}

const trade =
  "(?:reporters?|writers?|editors?|editor-in-chief|correspondents?|journalists?|columnists?|authors?|contributors?|fellows?|producers?|professors?|lecturers?|hosts?|anchors?|photographers?|photojournalists?|analysts?|bloggers?|interns?|commentators?|novelists?|critics?|meteorologists?)";

/** "Ann Lee is a reporter who covers the harbour.", "Ann Lee covers the harbour." */
const writer = new RegExp(
  `^(?:[-–—•*]\\s*)?(?:(?:dr|prof|professor)\\.? )?(\\p{Lu}[\\p{L}.’'-]*(?: (?:\\p{Lu}[\\p{L}.’'-]*|de|van|von|al|bin)){1,3})(?:, [^,.]{3,70},)? (?:(?:is|was|works as|has been)(?: currently| now)? (?:[^.!?]{0,70}\\b)?${trade}\\b(?! of (?:the|this|that|an?) (?:bill|law|study|paper|report|attack))|(?:covers|writes|reports|blogs|teaches|edits|has covered|has written|has worked|joined)\\b)`,
  "u",
);
const unnamed =
  /^The (?:author|writer|columnist|reporter|contributor)s? (?:is|are|was|were) (?:an?|the|both|former)\b/;

/** What a paragraph calls the writer whom it presents to the reader; null where it presents none. */
export function writerIn(line: string): string | null {
  if (line.length > 700 || /["“”]|\b(?:said|told)\b/.test(line)) return null;
  return writer.exec(line)?.[1] ?? unnamed.exec(line)?.[0] ?? null;
}

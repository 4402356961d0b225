import { cleanLine, cleanText } from "../article/clean-text";

/** What turns the reading direction, or cannot be seen: in words from outside it can only mislead. */
const deceptive =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Text that somebody from outside wrote, as it may be kept and shown. */
export const outsideText = (raw: string): string => cleanText(raw.replace(deceptive, ""));

/** The same for one line, such as a name. */
export const outsideLine = (raw: string): string => cleanLine(raw.replace(deceptive, ""));

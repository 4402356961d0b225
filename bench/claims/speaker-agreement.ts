const titles = new Set(
  "the a an his her their its mr mrs ms dr sir former ex then acting of for at in on and to by from with us uk eu president minister prime secretary senator".split(
    " ",
  ),
);

const wordsOf = (name: string): Set<string> =>
  new Set(
    (
      name
        .toLowerCase()
        .replaceAll("’", "'")
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((word) => word.length > 1 && !titles.has(word)),
  );

/** Whether an annotated speaker stands for nobody the article tells of: the outlet, or somebody "unnamed". */
export const isNobody = (gold: string): boolean =>
  gold.trim() === "" ||
  /outlet|own voice|^none\b|^unnamed\b|unattributed|^unknown/i.test(gold) ||
  /^(?:hearsay|reports?)\b/i.test(gold.trim());

/**
 * Whether a claimant and an annotated speaker are the same. An annotation is a name with notes in brackets, or several
 * parted by a slash. They agree where all telling words of the shorter stand in the longer, notes included, or where
 * they end in the same name; titles and small words tell nothing.
 */
export function sameSpeaker(claimant: string | null, gold: string): boolean {
  if (claimant === null) return isNobody(gold);
  // "unnamed (a source at the club)": whoever is described in brackets.
  const described = /^unnamed\b[^(]*\((?<words>.+)\)$/i.exec(gold.trim())?.groups?.["words"];
  if (described !== undefined) return sameSpeaker(claimant, described);
  if (isNobody(gold)) return false;
  const ours = wordsOf(claimant);
  const all = wordsOf(gold);
  if (ours.size > 0 && [...ours].every((word) => all.has(word))) return true;
  return gold
    .replace(/\([^)]*\)/g, "")
    .split("/")
    .some((each) => {
      const theirs = wordsOf(each);
      return theirs.size > 0 && [...theirs].every((word) => ours.has(word));
    });
}

import { isDemonym, roleWords } from "./word-lists";

export const people = new Set(
  "aide assistant man woman mother father son daughter wife husband resident witness youth suspect defendant detainee teenager boy girl baby pilot gunman attacker tourist passenger pensioner motorist cyclist pedestrian prisoner candidate expert spokesman spokeswoman spokesperson author student teacher driver correspondent reporter colleague sister brother grandmother grandfather uncle aunt cousin girlfriend boyfriend partner fiancé fiancée widow widower stepfather stepmother patient survivor victim source officer insider employee worker neighbour neighbor friend relative".split(
    " ",
  ),
);

/** Whether a noun in small letters names one person by what they are: "mother", "resident". */
export const isSomebody = (noun: string): boolean => people.has(noun);

/** Whether these words describe one person without a name: "The Italian", "a White House official". */
export function isUnnamedPerson(claimant: string): boolean {
  const words = claimant.toLowerCase().split(/\s+/);
  if (!/^(?:a|an|the|one|another|his|her|their)$/.test(words[0] ?? "")) return false;
  const head = claimant.toLowerCase().split(/\s(?:of|for|at|from|in|with|who|to)\s/)[0] ?? "";
  const noun = head.split(/[^\p{L}]+/u).at(-1) ?? "";
  return people.has(noun) || roleWords.has(noun) || (isDemonym(noun) && words.length === 2);
}

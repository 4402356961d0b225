/** Dark enough to carry white text (contrast at least 4.5), and told apart by most people who see fewer colours. */
export const presenceColors = [
  "#1d4ed8",
  "#b91c1c",
  "#047857",
  "#7e22ce",
  "#a16207",
  "#be185d",
  "#0f766e",
  "#4338ca",
  "#9a3412",
  "#4d7c0f",
] as const;

/** The colour of somebody's caret and name: always the same one for the same person. */
export function presenceColor(personId: string): string {
  let hash = 0;
  for (const letter of personId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return presenceColors[hash % presenceColors.length] ?? presenceColors[0];
}

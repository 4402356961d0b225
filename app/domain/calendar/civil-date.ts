/** True for a date that is in the calendar, written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines read 30 February as 1 March, so the day must come back as it went in.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Public pages are complete without JavaScript and say so: `export const handle = { scripts: false }`. */
export function usesScripts(handle: unknown): boolean {
  return !(typeof handle === "object" && handle !== null && "scripts" in handle && !handle.scripts);
}

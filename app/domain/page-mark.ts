import { z } from "zod";

/** Where a page of the list ends: the last claim's place in the order, and its id. */
export const pageMark = z.object({ key: z.string().max(64), id: z.uuid() });
export type PageMark = z.infer<typeof pageMark>;

/** What each order's place looks like; any other is no place in it. */
const instant = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d(:\d\d)?)?$/;
const places = {
  changed: instant,
  idle: instant,
  new: instant,
  due: /^(\d{4}-\d\d-\d\d|infinity)$/,
  worth: /^\d+(\.\d+)?(e-?\d+)?$/,
};

/** As it stands in an address. */
export const markToText = ({ key, id }: PageMark): string => `${id}~${key}`;

/** Null for anything that marks no page of this order, so that a mended address begins at the first. */
export function markFromText(text: string | null, sort: keyof typeof places): PageMark | null {
  const [id = "", key = ""] = (text ?? "").split("~", 2);
  const mark = pageMark.safeParse({ key, id });
  return mark.success && places[sort].test(key) ? mark.data : null;
}

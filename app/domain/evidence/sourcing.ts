import { z } from "zod";

export const otherSides = ["found", "none_found"] as const;
export type OtherSide = (typeof otherSides)[number];

export const otherSideLabel: Record<OtherSide, string> = {
  found: "Looked, and found something",
  none_found: "Looked, and found nothing",
};

/** What the review says of its sources as a whole. Each may be empty while people are still writing. */
export const sourcingSchema = z.strictObject({
  /** Why the verdict rests on one source, where it does. */
  singleSource: z.string(),
  /** Whether somebody looked for what speaks against the verdict; finding nothing is an answer. */
  otherSide: z.enum(["", ...otherSides]),
  /** Where they looked, and what they found. */
  otherSideWords: z.string(),
  /** Who looked, as readers see them. */
  otherSideBy: z.string(),
});
export type Sourcing = z.infer<typeof sourcingSchema>;

export const noSourcing: Sourcing = {
  singleSource: "",
  otherSide: "",
  otherSideWords: "",
  otherSideBy: "",
};

export const saysNothing = (sourcing: Sourcing): boolean =>
  Object.values(sourcing).every((value) => value.trim() === "");

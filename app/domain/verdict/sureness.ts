/** How sure somebody says they are of what they say. */
export const sureness = ["unsure", "fairly", "very"] as const;
export type Sureness = (typeof sureness)[number];

export const surenessLabel: Record<Sureness, string> = {
  unsure: "Not sure",
  fairly: "Fairly sure",
  very: "Very sure",
};

/** Which captures readers may have: those of sources that are lost to them, all that published verdicts cite, or none. */
export const captureOffers = ["lost", "always", "never"] as const;
export type CaptureOffer = (typeof captureOffers)[number];

export const captureOfferWords: Record<CaptureOffer, { label: string; hint: string }> = {
  lost: {
    label: "Those of lost sources",
    hint: "A source that is gone, or does not say any more what is quoted from it, can be read as it was captured.",
  },
  always: { label: "All", hint: "Every source of a published verdict." },
  never: {
    label: "None",
    hint: "The captures are copies of what others published, and stay at the desk.",
  },
};

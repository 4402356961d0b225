import type { DemoClaim } from "./case";

/** What the editor has accepted or set aside, and nobody has reviewed. */
export const notYetReviewed: readonly DemoClaim[] = [
  {
    key: "rejected",
    quote:
      "that proposal was then rejected by the Ukrainian government, which instead declared an intention to fight Russia with Western help",
    statement:
      "Ukraine’s government rejected the Istanbul proposal of 2022 and declared instead that it would fight Russia with Western help.",
    claimant: null,
    type: "event",
    shortClaim: "Ukraine rejected the Istanbul proposal and chose to fight with Western help",
    stage: "open",
    lead: "second",
    second: "lead",
    dueInDays: 6,
    priority: "high",
  },
  {
    key: "dual-track",
    quote:
      "Defense Minister Guido Crosetto told Italian MPs last month that the government was pursuing a “dual track” strategy of keeping the arms flowing while encouraging diplomacy.",
    statement:
      "Italy’s defence minister Guido Crosetto told members of parliament in January 2024 that the government pursued a dual-track strategy of arming Ukraine while encouraging diplomacy.",
    claimant: "Guido Crosetto",
    type: "quote",
    shortClaim: "Crosetto told MPs Italy would arm Ukraine while encouraging diplomacy",
    stage: "open",
    lead: "lead",
    second: "second",
    dueInDays: 9,
    priority: "normal",
  },
  {
    key: "contacts",
    quote:
      "Bilateral contacts are now reportedly limited to a handful of issues, such as prisoner exchanges.",
    statement:
      "In February 2024 contacts between Ukraine and Russia were limited to a handful of issues, such as prisoner exchanges.",
    claimant: null,
    type: "status",
    shortClaim: "Ukraine and Russia are in contact only on issues such as prisoner swaps",
    stage: "proposed",
    lead: "lead",
    second: "second",
    priority: "low",
  },
  {
    key: "only-achieved",
    quote:
      "A peaceful settlement of the Ukraine crisis can only be achieved if Kiev and its foreign backers respect the interests of Russia-leaning citizens under its governance, and if Moscow is offered security guarantees",
    statement:
      "A peaceful settlement in Ukraine is possible only if the interests of Russia-leaning citizens are respected and Moscow is offered security guarantees.",
    claimant: "Giuseppe Conte",
    type: "opinion",
    shortClaim: "Peace in Ukraine needs security guarantees for Moscow",
    stage: "dismissed",
    dismissalReason:
      "An opinion about what a future peace would need; no evidence can settle it. Whether Conte was quoted correctly is a claim of its own and can be checked.",
    lead: "lead",
    second: "second",
    priority: "low",
  },
  {
    key: "proxy-war",
    quote:
      "Russia perceives the hostilities to be a proxy war against it waged by Washington and has claimed that the US has forced Kiev to continue, against Ukraine’s own interests.",
    statement:
      "Russia sees the war as a proxy war waged against it by the United States and says that Washington forces Ukraine to continue.",
    claimant: "Russia",
    type: "opinion",
    shortClaim: "Russia sees the war as a US proxy war",
    stage: "dismissed",
    dismissalReason:
      "It reports how Moscow sees the war. That Moscow says so is not in doubt, and what it perceives cannot be rated.",
    lead: "lead",
    second: "second",
    priority: "low",
  },
];

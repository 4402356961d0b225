import type { DemoCase } from "./conte-case/case";
import { decree } from "./conte-case/decree";
import { istanbulDraft } from "./conte-case/istanbul-draft";
import { johnson } from "./conte-case/johnson";
import { neutrality } from "./conte-case/neutrality";
import { notYetReviewed } from "./conte-case/not-yet-reviewed";
import { opposesArming } from "./conte-case/opposes-arming";
import { secondFaction } from "./conte-case/second-faction";

export type { DemoCase, DemoClaim, SecondVerdictOfCase } from "./conte-case/case";

/**
 * The case that ships with the software: a report on Giuseppe Conte's interview of February 2024, one claim in each
 * place of the workflow. The article's text is `conte-interview.txt`; its original address is not known.
 */
export const conteCase: DemoCase = {
  article: {
    title: "Russia should get security guarantees – ex-Italian PM",
    byline: null,
    outlet: "RT",
    publishedOn: "2024-02-05",
    sourceUrl: null,
    language: "en",
  },
  topics: {
    list: ["War in Ukraine", "Italian politics", "Energy", "Economy", "Health", "Migration"],
    article: ["War in Ukraine"],
  },
  claims: [
    istanbulDraft,
    secondFaction,
    neutrality,
    johnson,
    decree,
    opposesArming,
    ...notYetReviewed,
  ],
  report: {
    headline: "What RT wrote about Conte’s interview: the Istanbul draft and Italy’s opposition",
    summary:
      "RT’s report of 5 February 2024 on Giuseppe Conte’s call for security guarantees for Russia makes claims about the Istanbul talks of 2022 and about Italian politics. Two are decided so far, and both are true; others, among them the one about Boris Johnson, are still under review.",
  },
};

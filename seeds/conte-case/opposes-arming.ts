import type { DemoClaim } from "./case";
import { paragraph, source } from "./prose";

/** In review, just begun: sources on the table, no rating yet. */
export const opposesArming: DemoClaim = {
  key: "opposes-arming",
  quote:
    "opposes arming that country, since long-simmering tensions between Kiev and Moscow turned to full conflict in early 2022",
  statement:
    "Giuseppe Conte has opposed arming Ukraine since the full-scale war began in early 2022.",
  claimant: null,
  type: "status",
  shortClaim: "Conte has opposed arming Ukraine since early 2022",
  stage: "in_review",
  lead: "second",
  second: "lead",
  dueInDays: 4,
  topics: ["Italian politics"],
  priority: "normal",
  draft: {
    rating: null,
    summary: "",
    rationale: [
      paragraph(
        "“Since early 2022” looks wrong. The Five Star Movement voted for military aid at first and turned about six months later; Conte was criticising arms deliveries in May 2022. Open question: do we rate the party’s votes or Conte’s own words?",
      ),
    ],
    evidence: [
      source({
        id: "opposes-arming-tass",
        title: "Background on the Five Star Movement in a report on the interview",
        url: "https://tass.com/world/1741829",
        publisher: "TASS",
        publishedOn: "2024-02-05",
        stance: "refutes",
        sourceType: "interested_party",
        note: "Even the Russian state agency says that the party voted for military aid at first.",
      }),
      source({
        id: "opposes-arming-el-pais",
        title: "Conte to El País, quoted",
        publisher: "news-pravda",
        stance: "refutes",
        sourceType: "interested_party",
        excerpt: "At first, we were supportive about sending military aid",
        locator: "April 2025; article 3355 of the Spanish edition",
        note: "An aggregator; the interview in El País itself has still to be found.",
      }),
      source({
        id: "opposes-arming-may-2022",
        title: "Conte criticises arms deliveries",
        publisher: "chicitalia.it",
        stance: "context",
        sourceType: "secondary",
        locator: "May 2022",
        note: "Dates the turn in his own words to the first months of the war.",
      }),
    ],
  },
};

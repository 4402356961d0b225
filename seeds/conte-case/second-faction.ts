import type { DemoClaim } from "./case";
import { paragraph, points, source } from "./prose";

/** Published: both reviewers found it true; the limit of the figures is said. */
export const secondFaction: DemoClaim = {
  key: "second-faction",
  quote:
    "M5S currently has the second-largest opposition faction in both chambers of the national parliament, after the Democratic Party.",
  statement:
    "In February 2024 the Five Star Movement had the second-largest opposition group in both chambers of the Italian parliament, after the Democratic Party.",
  claimant: null,
  type: "status",
  shortClaim: "M5S has the second-largest opposition group in both Italian chambers",
  stage: "published",
  lead: "second",
  second: "lead",
  topics: ["Italian politics"],
  priority: "normal",
  draft: {
    rating: "true",
    summary:
      "The Five Star Movement was second to the Democratic Party among the opposition groups of both chambers, far ahead of the third.",
    rationale: [
      paragraph("The groups counted at the start of the legislature, in October 2022:"),
      points(
        "Chamber of Deputies: Democratic Party 69, Five Star Movement 52, Azione–Italia Viva 21.",
        "Senate: Democratic Party 38, Five Star Movement 28, Azione–Italia Viva 9.",
      ),
      paragraph(
        "We did not find counts for February 2024 itself. Openpolis, reviewing two years of moves between groups, names Azione and Italia Viva as the big losers, not the Five Star Movement. With 31 seats between the second and the third group in the Chamber and 19 in the Senate, the order is beyond reasonable doubt.",
      ),
    ],
    evidence: [
      source({
        id: "second-faction-chamber",
        title: "Groups of the Chamber of Deputies at the start of the legislature",
        url: "https://openpolis.it/numeri/alla-camera-la-maggioranza-di-centro-destra-ha-il-59-dei-seggi",
        publisher: "Openpolis",
        publishedOn: "2022-10-20",
        stance: "supports",
        sourceType: "secondary",
        note: "Democratic Party 69, Five Star Movement 52, Azione–Italia Viva 21.",
      }),
      source({
        id: "second-faction-senate",
        title: "Senate: the numbers of the nine groups",
        publisher: "Public Policy",
        stance: "supports",
        sourceType: "secondary",
        note: "Democratic Party 38, Five Star Movement 28, Azione–Italia Viva 9.",
      }),
      source({
        id: "second-faction-review",
        title: "Two years of changes between parliamentary groups",
        publisher: "Openpolis",
        stance: "context",
        sourceType: "secondary",
        note: "Azione and Italia Viva lost most members; the Five Star Movement is not named among the big losers.",
      }),
    ],
    sourcing: {
      singleSource: "",
      otherSide: "none_found",
      otherSideWords:
        "Looked for a count that has another group second, and for moves since 2022 that would change the order; none found.",
      otherSideBy: "Sam Okoro (demo)",
    },
  },
  secondVerdict: {
    rating: "true",
    reason:
      "Both chambers show the same order with a wide margin, and nothing found suggests that it had changed by February 2024. The missing count of that month is stated.",
  },
};

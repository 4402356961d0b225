import type { DemoClaim } from "./case";
import { paragraph, points, source } from "./prose";

/** In second review: the lead's verdict is submitted, the second reviewer has not decided. */
export const neutrality: DemoClaim = {
  key: "neutrality",
  quote:
    "The failed agreement would make Ukraine a neutral state in exchange for international security guarantees.",
  statement:
    "The Istanbul draft of 2022 would have made Ukraine a neutral state in exchange for international security guarantees.",
  claimant: null,
  type: "status",
  shortClaim: "The Istanbul draft offered neutrality in exchange for security guarantees",
  stage: "second_review",
  lead: "lead",
  second: "second",
  dueInDays: 1,
  priority: "high",
  draft: {
    rating: "mostly_true",
    summary:
      "Neutrality for guarantees was the core of the draft, but who could block the guarantors, how large Ukraine’s army might be, and what they would cover was not settled.",
    rationale: [
      paragraph(
        "The exchange is described correctly. Ukraine’s negotiators themselves proposed neutral, non-bloc and non-nuclear status. In return, guarantors, among them members of the UN Security Council, Turkey, Germany, Canada, Italy, Poland and Israel, were to consult for three days after an attack and then help militarily. Joining the EU was not to be blocked.",
      ),
      paragraph("What the sentence leaves out:"),
      points(
        "Russia wanted a veto over the guarantors’ help, which would have made the guarantee depend on the possible attacker.",
        "The size of Ukraine’s army was open: Moscow asked for 85,000 soldiers, Kyiv for 250,000.",
        "Crimea stood outside the guarantees, and the borders in Donbas were left to a meeting of the presidents.",
      ),
      paragraph(
        "“Agreement” is also too strong for a draft that was never completed or approved. The core of the sentence holds; the gaps concern the terms rather than the exchange itself.",
      ),
    ],
    evidence: [
      source({
        id: "neutrality-outline",
        title: "Outline of the Istanbul proposal by Ukraine’s negotiators",
        publisher: "EMPR.media",
        publishedOn: "2022-03-29",
        stance: "supports",
        sourceType: "secondary",
        note: "Neutral, non-bloc, non-nuclear; guarantors; three days of consultation, then military help; 15 years of talks on Crimea; EU membership not blocked.",
      }),
      source({
        id: "neutrality-nyt",
        title: "Drafts of 17 March and 15 April 2022 and the Istanbul communiqué",
        publisher: "The New York Times",
        publishedOn: "2024-06-15",
        stance: "supports",
        sourceType: "primary",
        note: "The texts themselves. Read through a report of the same day and a mirror of the text.",
      }),
      source({
        id: "neutrality-wsj",
        title: "The 2022 draft and the Russian veto",
        publisher: "The Wall Street Journal",
        publishedOn: "2025-02-28",
        stance: "refutes",
        sourceType: "secondary",
        excerpt: "never completed or approved by Zelensky",
        note: "Against “agreement”; names the Russian veto. Read in a copy.",
      }),
      source({
        id: "neutrality-welt-summary",
        title: "Summary of Welt am Sonntag on the open points of the draft",
        publisher: "news-pravda",
        stance: "context",
        sourceType: "interested_party",
        locator: "Article 468894",
        note: "A pro-Kremlin aggregator; used only because its summary (army size, veto, language, sanctions, borders) agrees with other sources.",
      }),
      source({
        id: "neutrality-foreign-affairs",
        title: "Analysis of the 2022 negotiations and their drafts",
        publisher: "Foreign Affairs",
        publishedOn: "2024-04-16",
        stance: "context",
        sourceType: "secondary",
        excerpt:
          "In reality, however, the Russians and the Ukrainians never arrived at a final compromise text",
        note: "Read in a copy.",
      }),
    ],
  },
};

import type { DemoClaim } from "./case";
import { paragraph, quotation, source } from "./prose";

/** In review: rated and half written; the lead has still to finish the reasons. */
export const decree: DemoClaim = {
  key: "decree",
  quote:
    "A decree issued by President Vladimir Zelensky bans officials from any negotiations with Russia as long as Russian President Vladimir Putin remains in office.",
  statement:
    "A decree of Ukraine’s president Volodymyr Zelensky bans officials from any negotiations with Russia as long as Vladimir Putin is its president.",
  claimant: null,
  type: "status",
  shortClaim: "Zelensky’s decree bans negotiations with Russia while Putin is in office",
  stage: "in_review",
  lead: "lead",
  second: "second",
  dueInDays: 2,
  topics: ["Italian politics"],
  priority: "high",
  draft: {
    rating: "half_true",
    summary:
      "The decree exists and rules out talks with Putin, but its text states that they are impossible; it names him alone, forbids nothing to officials, and contacts went on.",
    rationale: [
      paragraph(
        "Decree 679/2022 of 30 September 2022, published on 4 October, puts into force a decision of Ukraine’s National Security and Defence Council of the same day. Its first point says:",
      ),
      quotation(
        "State the impossibility of holding negotiations with the President of the Russian Federation V. Putin",
      ),
      paragraph(
        "That is a statement about one man. The text does not use the word “ban”, does not speak of officials and sets no penalty.",
      ),
    ],
    evidence: [
      source({
        id: "decree-text",
        title: "Decree 679/2022 and the decision of the National Security and Defence Council",
        url: "https://en.interfax.com.ua/news/general/862995.html",
        publisher: "Interfax-Ukraine",
        stance: "refutes",
        sourceType: "secondary",
        excerpt:
          "State the impossibility of holding negotiations with the President of the Russian Federation V. Putin",
        locator: "Point 1 of the decision, in English",
        note: "Names Putin only; no ban on officials in the words.",
      }),
      source({
        id: "decree-zelensky-2025",
        title: "Zelensky on the effect of the decree",
        url: "https://pravda.com.ua/eng/news/2025/01/25/7495259",
        publisher: "Ukrainska Pravda",
        publishedOn: "2025-01-25",
        stance: "supports",
        sourceType: "interested_party",
        excerpt:
          "forbidding anyone - any political figures in Ukraine - from holding any negotiations with the Russian side",
        note: "Its author called it a ban, a year after the article. Weigh this in the rationale.",
      }),
      source({
        id: "decree-grain",
        title: "Grain deal extended",
        publisher: "The Kyiv Independent",
        publishedOn: "2022-11-18",
        stance: "refutes",
        sourceType: "secondary",
        note: "Extended on 17 November 2022, six weeks after the decree: contacts continued.",
      }),
    ],
  },
};

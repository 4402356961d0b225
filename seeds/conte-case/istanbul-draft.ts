import type { DemoClaim } from "./case";
import { paragraph, source } from "./prose";

/** Published: both reviewers found it true. */
export const istanbulDraft: DemoClaim = {
  key: "istanbul-draft",
  quote: "Kiev and Moscow negotiated a draft truce in the early weeks of the conflict, in Istanbul",
  statement:
    "Ukraine and Russia negotiated the draft of a settlement in Istanbul in the early weeks of the war, in March 2022.",
  claimant: null,
  type: "event",
  shortClaim: "Ukraine and Russia negotiated a draft deal in Istanbul in early 2022",
  stage: "published",
  lead: "lead",
  second: "second",
  priority: "high",
  draft: {
    rating: "true",
    summary:
      "Negotiators of both sides worked on a draft: Ukraine set out its terms in Istanbul on 29 March 2022, and drafts of 17 March and 15 April have been published since.",
    rationale: [
      paragraph(
        "On 29 March 2022, the day of the Istanbul communiqué, Ukraine’s own negotiators described in public what they had put on the table: neutral, non-bloc and non-nuclear status in return for guarantees from a group of states.",
      ),
      paragraph(
        "The papers themselves became known later. The New York Times published drafts of 17 March and 15 April 2022 together with the communiqué; Welt am Sonntag described the 17-page draft of 15 April. Russia does not dispute that there were terms: on 12 April 2022 Vladimir Putin accused Kyiv of leaving them.",
      ),
      paragraph(
        "We rate only what this part of the sentence says: that a draft was negotiated. It was never signed, and an analysis in Foreign Affairs finds that the two sides never arrived at a final compromise text. What became of the draft, and why, is rated as separate claims.",
      ),
    ],
    evidence: [
      source({
        id: "istanbul-draft-outline",
        title: "Outline of the Istanbul proposal by Ukraine’s negotiators",
        publisher: "EMPR.media",
        publishedOn: "2022-03-29",
        stance: "supports",
        sourceType: "secondary",
        note: "Reports on the day what the negotiators said: neutral, non-bloc and non-nuclear status; guarantor states; a referendum and ratification.",
      }),
      source({
        id: "istanbul-draft-nyt",
        title: "Drafts of 17 March and 15 April 2022 and the Istanbul communiqué",
        publisher: "The New York Times",
        publishedOn: "2024-06-15",
        stance: "supports",
        sourceType: "primary",
        note: "Published by Anton Troianovski, Adam Entous and Michael Schwirtz. Read through a report of the same day and a mirror of the text.",
      }),
      source({
        id: "istanbul-draft-welt",
        title: "The 17-page draft of 15 April 2022",
        publisher: "Welt am Sonntag",
        stance: "supports",
        sourceType: "secondary",
        locator: "26–27 April 2024",
        note: "Describes the draft in detail. Read through English summaries.",
      }),
      source({
        id: "istanbul-draft-putin",
        title: "Putin calls the talks a dead end and accuses Kyiv of leaving the Istanbul terms",
        publisher: "Washington Examiner",
        stance: "context",
        sourceType: "interested_party",
        locator: "Statement of 12 April 2022",
        note: "A party to the talks on the talks: good evidence that Moscow, too, spoke of terms reached in Istanbul, not of who left them.",
      }),
      source({
        id: "istanbul-draft-foreign-affairs",
        title: "Analysis of the 2022 negotiations and their drafts",
        publisher: "Foreign Affairs",
        publishedOn: "2024-04-16",
        stance: "context",
        sourceType: "secondary",
        excerpt:
          "In reality, however, the Russians and the Ukrainians never arrived at a final compromise text",
        note: "Confirms the drafts and limits what they were. Read in a copy.",
      }),
    ],
    sourcing: {
      singleSource: "",
      otherSide: "found",
      otherSideWords:
        "Looked for accounts that there was no such draft. Foreign Affairs finds that a final text was never arrived at; nobody was found to dispute that drafts were negotiated.",
      otherSideBy: "Lena Fischer (demo)",
    },
  },
  secondVerdict: {
    rating: "true",
    reason:
      "The negotiators’ own outline and the published drafts settle it. That nothing was signed does not touch this part of the sentence, which speaks of a draft.",
  },
};

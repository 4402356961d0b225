import { expect, test } from "vitest";

import { replySentences, type PublishedReply } from "~/domain/review/reply-sentence";
import { replyChannels } from "~/domain/review/right-of-reply";

const asked: PublishedReply = {
  asked: "The mayor’s office",
  channel: "email",
  askedOn: "2024-02-01",
  dueOn: "2024-02-03",
  answer: null,
};
const first =
  "We asked The mayor’s office for comment by e-mail on 1 Feb 2024, with time until the end of 3 Feb 2024.";
const answer = (kind: "answered" | "declined" | "silence", words: string, answeredOn: string) => ({
  ...asked,
  answer: { kind, words, answeredOn },
});

test.each([
  [asked, "No answer was on record when this was published.", null],
  [answer("answered", "So it was.", "2024-02-02"), "They answered on 2 Feb 2024:", "So it was."],
  [
    answer("answered", "So.", "2024-02-09"),
    "They answered on 9 Feb 2024, after the deadline:",
    "So.",
  ],
  [answer("declined", "", "2024-02-02"), "They declined to comment on 2 Feb 2024.", null],
  [answer("declined", "No.", "2024-02-02"), "They declined to comment on 2 Feb 2024:", "No."],
  [answer("silence", "", "2024-02-04"), "They did not answer by the deadline.", null],
  [
    answer("silence", "Rang twice", "2024-02-04"),
    "They did not answer by the deadline:",
    "Rang twice",
  ],
])("the record becomes a sentence (%#)", (reply, second, words) => {
  expect(replySentences([reply])).toEqual([{ sentence: `${first} ${second}`, words }]);
});

test("who was not asked, and what was not on record, is told apart", () => {
  expect(replySentences(null)).toEqual([]);
  expect(replySentences([])[0]?.sentence).toContain("Nobody is on record");
});

test("every channel has words, and a deadline of the same day is said as one", () => {
  for (const channel of replyChannels) {
    expect(replySentences([{ ...asked, channel }])[0]?.sentence).not.toContain("undefined");
  }
  expect(replySentences([{ ...asked, dueOn: asked.askedOn }])[0]?.sentence).toContain(
    "the same day",
  );
});

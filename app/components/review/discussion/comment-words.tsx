import type { Comment } from "~/domain/review/discussion";

import { useDiscussion } from "./discussion-context";

/** What a comment says, line by line, with the people in it set off. */
export function CommentWords({ comment }: { comment: Comment }) {
  const { nameOf } = useDiscussion();
  const names = comment.mentions.map((id) => `@${nameOf(id)}`);
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {parts(comment.words, names).map((part, index) =>
        names.includes(part) ? (
          <strong key={index} className="font-semibold text-accent-strong">
            {part}
          </strong>
        ) : (
          <span key={index}>{part}</span>
        ),
      )}
    </p>
  );
}

/** The words cut at these names, which stay in between. */
function parts(words: string, names: readonly string[]): string[] {
  const longest = [...names].sort((a, b) => b.length - a.length);
  const cut = longest.reduce<string[]>(
    (pieces, name) =>
      pieces.flatMap((piece) =>
        names.includes(piece)
          ? [piece]
          : piece.split(name).flatMap((rest, index) => (index === 0 ? [rest] : [name, rest])),
      ),
    [words],
  );
  return cut.filter((piece) => piece !== "");
}

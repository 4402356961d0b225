import clsx from "clsx";

import { Pieces } from "~/components/review/history/changes";
import type { BlockChange } from "~/domain/verdict/compare-drafts";

/** Paragraphs without a change that are shown around one that has one. */
const context = 1;

const kinds = {
  added: { word: "Added", look: "border-success-line" },
  removed: { word: "Removed", look: "border-danger-line" },
  changed: { word: "Changed", look: "border-warning-line" },
};

/** Two versions of an article: paragraphs that came, went and changed, each named in words, and what did not counted. */
export function BlockDiff({
  blocks,
  language,
}: {
  blocks: readonly BlockChange[];
  language: string;
}) {
  const isNear = (at: number) =>
    blocks.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== "same");
  const rows: ({ gap: number } | { block: BlockChange; at: number })[] = [];
  blocks.forEach((block, at) => {
    const last = rows.at(-1);
    if (isNear(at)) rows.push({ block, at });
    else if (last && "gap" in last) last.gap += 1;
    else rows.push({ gap: 1 });
  });
  return (
    <ol className="flex flex-col gap-3" data-block-diff="">
      {rows.map((row, key) =>
        "gap" in row ? (
          <li key={key} className="text-sm text-muted">
            {row.gap === 1 ? "1 paragraph" : `${row.gap} paragraphs`} without a change
          </li>
        ) : (
          <li key={key} data-kind={row.block.kind}>
            <Block block={row.block} language={language} />
          </li>
        ),
      )}
    </ol>
  );
}

function Block({ block, language }: { block: BlockChange; language: string }) {
  if (block.kind === "same") {
    return (
      <p lang={language} className="border-l-4 border-line pl-3 text-muted wrap-anywhere">
        {block.pieces.map(({ text }) => text).join("")}
      </p>
    );
  }
  const { word, look } = kinds[block.kind];
  return (
    <div className={clsx("flex flex-col gap-0.5 border-l-4 pl-3", look)}>
      <p className="text-sm font-medium">{word}</p>
      <p lang={language} className="font-serif text-lg wrap-anywhere">
        <Pieces pieces={block.pieces} />
      </p>
    </div>
  );
}

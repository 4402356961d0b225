import clsx from "clsx";
import { Fragment, type ReactNode } from "react";

import { referencesIn, type NamedSource } from "~/domain/verdict/footnotes";
import {
  isFootnote,
  type Footnote,
  type RichText as Blocks,
  type RichTextBlock,
  type Run,
  type TextRun,
} from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

import { FootnoteMark } from "./footnote-mark";
import { RichTextTable } from "./rich-text-table";

export interface RichTextProps {
  blocks: Blocks;
  /** What its footnotes are about, in the order in which the page lists it with `EvidenceList`. */
  sources: readonly NamedSource[];
  /** How deep the text's own first heading lies in the page: 3 when the section above it is a second-level one. */
  headingLevel?: 3 | 4;
  className?: string;
}

/** Draws a rationale node by node; what is not on its closed list of blocks cannot appear. */
export function RichText({ blocks, sources, headingLevel = 3, className }: RichTextProps) {
  const references = referencesIn(blocks, sources);
  const draw: Draw = {
    headingLevel,
    footnote: (note) => <FootnoteMark reference={references.get(note)} />,
  };
  return (
    <div className={clsx("prose-read flex max-w-prose flex-col gap-4", className)}>
      <Blocks blocks={blocks} draw={draw} />
    </div>
  );
}

interface Draw {
  headingLevel: 3 | 4;
  footnote: (note: Footnote) => ReactNode;
}

function Blocks({ blocks, draw }: { blocks: Blocks; draw: Draw }): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} draw={draw} />);
}

function Block({ block, draw }: { block: RichTextBlock; draw: Draw }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} draw={draw} />
        </p>
      );
    case "heading": {
      const Heading = draw.headingLevel + block.level - 2 === 3 ? "h3" : "h4";
      return (
        <Heading className="mt-2 font-sans text-lg font-semibold">
          <Runs runs={block.runs} draw={draw} />
        </Heading>
      );
    }
    case "quote":
      return (
        <blockquote className="flex flex-col gap-3 border-l-4 border-line-strong pl-4">
          <Blocks blocks={block.blocks} draw={draw} />
        </blockquote>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List
          className={clsx("flex flex-col gap-2 pl-6", block.ordered ? "list-decimal" : "list-disc")}
        >
          {block.items.map((item, index) => (
            <li key={index} className="flex-col gap-2 pl-1">
              <Blocks blocks={item} draw={draw} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <RichTextTable
          rows={block.rows}
          drawCell={(inner) => <Blocks blocks={inner} draw={draw} />}
        />
      );
  }
}

function Runs({ runs, draw }: { runs: readonly Run[]; draw: Draw }) {
  return runs.map((run, index) => (
    <Fragment key={index}>{isFootnote(run) ? draw.footnote(run) : drawRun(run)}</Fragment>
  ));
}

function drawRun({ text, bold, italic, href }: TextRun): ReactNode {
  let drawn: ReactNode = withBreaks(text);
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong className="font-semibold">{drawn}</strong>;
  const address = href === undefined ? null : safeLink(href);
  if (address === null) return drawn;
  return (
    <a href={address} rel="noopener noreferrer nofollow" className="text-accent underline">
      {drawn}
    </a>
  );
}

function withBreaks(text: string): ReactNode {
  return text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}

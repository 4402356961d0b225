import clsx from "clsx";
import { Fragment, type ReactNode } from "react";

import type { RichText as Blocks, RichTextBlock, TextRun } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

export interface RichTextProps {
  blocks: Blocks;
  /** How deep the text's own first heading lies in the page: 3 when the section above it is a second-level one. */
  headingLevel?: 3 | 4;
  className?: string;
}

/** Draws a rationale node by node; what is not on its closed list of blocks cannot appear. */
export function RichText({ blocks, headingLevel = 3, className }: RichTextProps) {
  return (
    <div className={clsx("prose-read flex max-w-prose flex-col gap-4", className)}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} headingLevel={headingLevel} />
      ))}
    </div>
  );
}

function Block({ block, headingLevel }: { block: RichTextBlock; headingLevel: 3 | 4 }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "heading": {
      const Heading = headingLevel + block.level - 2 === 3 ? "h3" : "h4";
      return (
        <Heading className="mt-2 font-sans text-lg font-semibold">
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case "quote":
      return (
        <blockquote className="flex flex-col gap-3 border-l-4 border-line-strong pl-4">
          {block.blocks.map((inner, index) => (
            <Block key={index} block={inner} headingLevel={headingLevel} />
          ))}
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
              {item.map((inner, at) => (
                <Block key={at} block={inner} headingLevel={headingLevel} />
              ))}
            </li>
          ))}
        </List>
      );
    }
  }
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return runs.map((run, index) => <Fragment key={index}>{drawRun(run)}</Fragment>);
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

import clsx from "clsx";
import type { ReactNode, Ref } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  /** A line above the title: where this page belongs. */
  kicker?: ReactNode;
  /** A line under the title: facts about the thing. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** The title is a whole sentence, and set smaller. */
  long?: boolean;
  /** For a page that gives its title the keyboard. */
  titleRef?: Ref<HTMLHeadingElement>;
}

/** The head of a desk page. */
export function PageHeader(props: PageHeaderProps) {
  const { title, kicker, meta, actions, long = false, titleRef } = props;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-1">
        {kicker ? <p className="text-sm text-muted">{kicker}</p> : null}
        <h1
          {...(titleRef && { ref: titleRef, tabIndex: -1 })}
          className={clsx(
            "scroll-mt-20 rounded-sm font-semibold",
            long ? "max-w-5xl text-xl" : "text-2xl",
          )}
        >
          {title}
        </h1>
        {meta ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            {meta}
          </div>
        ) : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}

const widths = { narrow: "max-w-3xl", normal: "max-w-6xl", wide: "max-w-[100rem]" };

export interface PageProps {
  width?: keyof typeof widths;
  children: ReactNode;
}

/** The body of a desk page, in one of three widths. */
export function Page({ width = "normal", children }: PageProps) {
  return (
    <div className={clsx("mx-auto flex w-full flex-col gap-5 px-4 py-5 sm:px-6", widths[width])}>
      {children}
    </div>
  );
}

const sectionLooks = {
  desk: "text-lg font-semibold",
  read: "font-serif text-xl font-semibold",
  part: "font-semibold",
};

export interface SectionProps {
  title: ReactNode;
  /** `read` for the public pages, `part` for a part of another section. */
  look?: keyof typeof sectionLooks;
  id?: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A part of a page under its own heading. */
export function Section({ title, id, aside, children, className, look = "desk" }: SectionProps) {
  const Heading = look === "part" ? "h3" : "h2";
  return (
    <section id={id} className={clsx("flex flex-col gap-3", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className={sectionLooks[look]}>{title}</Heading>
        {aside ? <div className="text-sm text-muted">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}

import { Form, Link, NavLink } from "@remix-run/react";
import clsx from "clsx";
import {
  ChartColumn,
  ClipboardCheck,
  Inbox,
  ListChecks,
  LogOut,
  Newspaper,
  Settings,
  type LucideIcon,
} from "lucide-react";
import { useRef, type ReactNode } from "react";

import { useFocusOnArrival } from "~/components/keyboard/use-kept-focus";
import { Button } from "~/components/ui/button";
import { DeskReadOnlyContext } from "~/components/ui/desk-read-only";
import { SkipLink } from "~/components/ui/skip-link";
import { may } from "~/domain/people/permissions";
import { roleLabel, type Person } from "~/domain/people/person";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";

import { Brand } from "./brand";
import { FindButton } from "./find-button";
import { NavLine } from "./nav-line";
import { NotificationBell } from "./notification-bell";
import { ReadOnlyBanner } from "./read-only-banner";

export interface DeskShellProps {
  person: Person;
  /** How many notifications they have not read. */
  unread: number;
  readOnly: ReadOnlyDesk | null;
  children: ReactNode;
}

/** The frame of the workbench: where one is, where one can go, and as whom. */
export function DeskShell({ person, unread, readOnly, children }: DeskShellProps) {
  const content = useRef<HTMLElement>(null);
  useFocusOnArrival(content);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="no-print z-30 sm:sticky sm:top-0 border-b border-line bg-raised">
        <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <Link to="/desk" className="flex min-h-12 items-center rounded-sm no-underline">
            <Brand />
            <span className="sr-only">, the desk</span>
          </Link>
          <NavLine
            label="Desk"
            className="order-last -mx-4 w-[calc(100%+2rem)] px-4 sm:order-none sm:mx-0 sm:w-auto sm:px-0"
          >
            <Section to="/desk" end icon={Inbox}>
              My queue
            </Section>
            <Section to="/desk/articles" icon={Newspaper}>
              Articles
            </Section>
            <Section to="/desk/claims" end icon={ListChecks}>
              Claims
            </Section>
            {may(person, "approval.read") ? (
              <Section to="/desk/approvals" icon={ClipboardCheck}>
                Approvals
              </Section>
            ) : null}
            {may(person, "insights.read") ? (
              <Section to="/desk/insights" icon={ChartColumn}>
                Insights
              </Section>
            ) : null}
            {may(person, "desk.administer") ? (
              <Section to="/desk/admin" icon={Settings}>
                Admin
              </Section>
            ) : null}
          </NavLine>
          <div className="ml-auto flex items-center gap-3 text-sm">
            <a href="/" className="hidden rounded-sm text-muted hover:text-ink md:inline">
              Public site
            </a>
            <FindButton />
            <NotificationBell unread={unread} />
            <span className="hidden flex-col items-end leading-4 sm:flex">
              <span className="font-medium">{person.name}</span>
              <span className="text-xs text-muted">{roleLabel[person.role]}</span>
            </span>
            <Form method="post" action="/logout">
              <Button variant="quiet" size="small" icon={LogOut}>
                <span className="max-sm:sr-only">Sign out</span>
              </Button>
            </Form>
          </div>
        </div>
      </header>
      {readOnly === null ? null : <ReadOnlyBanner readOnly={readOnly} />}
      <main ref={content} id="main" tabIndex={-1} className="flex-1 focus:outline-none">
        <DeskReadOnlyContext.Provider
          value={readOnly === null ? null : `The desk is read-only: ${readOnly.reason}`}
        >
          {children}
        </DeskReadOnlyContext.Provider>
      </main>
      <footer className="no-print flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-xs text-muted sm:hidden">
        <span>
          {person.name}, {roleLabel[person.role]}
        </span>
        <a href="/" className="underline">
          Public site
        </a>
      </footer>
    </div>
  );
}

interface SectionProps {
  to: string;
  end?: boolean;
  icon: LucideIcon;
  children: string;
}

function Section({ to, end = false, icon: Icon, children }: SectionProps) {
  return (
    <NavLink
      to={to}
      end={end}
      className={({ isActive }) =>
        clsx(
          "-mb-px flex min-h-10 shrink-0 items-center gap-2 border-b-2 px-2.5 text-base font-medium sm:min-h-12",
          isActive ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
        )
      }
    >
      <Icon aria-hidden className="size-4 max-[1380px]:hidden" />
      {children}
    </NavLink>
  );
}

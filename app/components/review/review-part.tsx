import clsx from "clsx";
import { useCallback, useContext, type FocusEvent, type ReactNode } from "react";

import { enterPart } from "~/collab/whereabouts";
import { Avatars } from "~/components/ui/avatars";

import { SessionContext, usePeopleAt } from "./whereabouts";

/** Around all fields of a review: tells the others in which of them one is. */
export function PartsOfReview({ children }: { children: ReactNode }) {
  const session = useContext(SessionContext);
  const enter = useCallback(
    (target: EventTarget | null) => {
      if (session) enterPart(session.provider.awareness, partOf(target));
    },
    [session],
  );
  return (
    <div
      className="flex flex-col gap-6"
      onFocus={({ target }: FocusEvent) => enter(target)}
      onBlur={({ relatedTarget }: FocusEvent) => enter(relatedTarget)}
    >
      {children}
    </div>
  );
}

const partOf = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest("[data-part]")?.getAttribute("data-part") ?? null)
    : null;

/** Beside a field's label: who else is in it. Takes no height of its own, so that nothing moves when somebody comes. */
export function PeopleAt({ part }: { part: string }) {
  return (
    <Avatars
      people={usePeopleAt(part)}
      where="in this field now"
      className="-my-1 ml-auto justify-end"
    />
  );
}

/** The colours carry white text, so they are too dark to be seen by themselves on a dark ground. */
const visible = (color: string) => `light-dark(${color}, color-mix(in oklab, ${color} 55%, white))`;

/** Around a control: an outline in the colour of who else is in it. */
export function PartOutline({ part, children }: { part: string; children: ReactNode }) {
  const [first] = usePeopleAt(part);
  return (
    <div
      style={first && { outlineColor: visible(first.color) }}
      className={clsx("relative rounded-md", first && "outline-2 outline-offset-1")}
    >
      {children}
    </div>
  );
}

import { Users } from "lucide-react";
import { z } from "zod";

import { useAwareness } from "~/collab/use-y";
import type { ReviewSession } from "~/collab/review-session";

const shownUser = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string() }),
});

/** Everybody in the room once, whoever has several windows open; oneself first. */
function peopleIn(session: ReviewSession) {
  const people = new Map([[session.user.id, session.user]]);
  for (const state of session.provider.awareness.getStates().values()) {
    const shown = shownUser.safeParse(state);
    if (shown.success)
      people.set(shown.data.user.id, people.get(shown.data.user.id) ?? shown.data.user);
  }
  return [...people.values()];
}

/** Who is here, by name and by the colour of their caret. */
export function PresenceBar({ session }: { session: ReviewSession }) {
  useAwareness(session.provider.awareness);
  const people = peopleIn(session);
  return (
    <div className="flex min-h-6 min-w-0 items-start gap-1.5 text-sm">
      <Users aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <h3 className="sr-only">In this room now</h3>
      <ul className="flex flex-wrap gap-1.5">
        {people.map(({ id, name, color }) => (
          <li
            key={id}
            // The colours are chosen to carry white text, in light and in dark.
            style={{ backgroundColor: color, color: "#ffffff" }}
            className="rounded-sm px-1.5 text-xs leading-5 font-medium"
          >
            {name}
            {id === session.user.id ? " (you)" : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}

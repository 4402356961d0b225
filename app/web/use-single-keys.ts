import { useState } from "react";

/**
 * Whether single keys are on for the person who is signed in, and the switch. It holds at once; where it cannot be kept
 * it holds until the page is left.
 *
 * @param loaded what the server said with the page.
 */
export function useSingleKeys(loaded: boolean) {
  const [chosen, setChosen] = useState({ loaded, on: loaded, failed: false });
  // What the server said later is newer than what was chosen here.
  if (chosen.loaded !== loaded) setChosen({ loaded, on: loaded, failed: false });
  const set = (on: boolean) => {
    setChosen((known) => ({ ...known, on, failed: false }));
    const body = new URLSearchParams({ on: on ? "yes" : "no" });
    fetch("/desk/settings/keys", { method: "POST", body })
      .then(({ ok }) => ok)
      .catch(() => false)
      .then((kept) => {
        if (!kept) setChosen((known) => ({ ...known, failed: true }));
      });
  };
  return { on: chosen.on, failed: chosen.failed, set };
}

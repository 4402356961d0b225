import { Search } from "lucide-react";

import { useKeyboard } from "~/components/keyboard/keyboard-context";
import { Button } from "~/components/ui/button";
import { Kbd } from "~/components/ui/kbd";
import { useHydrated } from "~/components/ui/use-hydrated";

/** Opens the palette for those who do not know its key; takes its place before it works, so that nothing moves. */
export function FindButton() {
  const { openPalette } = useKeyboard();
  const hydrated = useHydrated();
  return (
    <Button
      type="button"
      variant="quiet"
      size="small"
      icon={Search}
      onClick={openPalette}
      className={hydrated ? undefined : "invisible"}
    >
      <span className="sr-only">Find what to do</span>
      <Kbd className="max-[1380px]:hidden">Ctrl K</Kbd>
    </Button>
  );
}

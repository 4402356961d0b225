import { expect, type Locator, type Page } from "@playwright/test";

/** What nobody presses more often than this to come to one thing. */
const mostPresses = 40;

/** A page in the hands of somebody who has nothing but keys. */
export interface Keys {
  /** Presses keys one after the other; counted. */
  press(...keys: string[]): Promise<void>;
  /** Writes words; not counted. */
  type(words: string): Promise<void>;
  /** Presses a key again and again until this has the focus, where it can be seen. Fails when that takes too long. */
  reach(target: Locator, key?: string): Promise<void>;
  /** How many keys were pressed, words not counted. */
  presses(): number;
}

export function keysOf(page: Page): Keys {
  let presses = 0;
  const keys: Keys = {
    async press(...all) {
      for (const key of all) await page.keyboard.press(key);
      presses += all.length;
    },
    type: (words) => page.keyboard.type(words),
    async reach(target, key = "Tab") {
      const before = presses;
      do {
        expect(presses - before, `${key} until ${target}`).toBeLessThan(mostPresses);
        await keys.press(key);
      } while (!(await target.evaluate((element) => element === document.activeElement)));
      await expectSeen(target);
    },
    presses: () => presses,
  };
  return keys;
}

/** That who looks at the page sees where the keyboard is: an outline is drawn, and nothing lies over it. */
async function expectSeen(target: Locator): Promise<void> {
  await expect(target).toBeInViewport();
  const seen = await target.evaluate((element) => {
    const around = element.closest("label") ?? element.parentElement?.parentElement?.parentElement;
    let outlined: Element | null = element;
    while (outlined && getComputedStyle(outlined).outlineStyle === "none") {
      outlined = outlined === around ? null : outlined.parentElement;
    }
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    const over = document.elementFromPoint(x, y);
    const isCovered =
      over !== null &&
      !element.contains(over) &&
      !over.contains(element) &&
      !around?.contains(over);
    return {
      isFocusVisible: element.matches(":focus-visible"),
      isOutlined: outlined !== null,
      isCovered,
    };
  });
  expect(seen, `the focus on ${target}`).toEqual({
    isFocusVisible: true,
    isOutlined: true,
    isCovered: false,
  });
}

const tally = "pointed";

/** Counts, from the next page on, what a mouse, a pen or a finger does in this browser. */
export async function watchPointers(page: Page): Promise<void> {
  await page.context().addInitScript((name) => {
    const count = (event: Event) => {
      // A press of Enter or Space on a button is a click too, with no click of a mouse to count in it.
      const isPointer = event.type !== "click" || (event instanceof UIEvent && event.detail > 0);
      if (event.isTrusted && isPointer)
        sessionStorage.setItem(name, `${Number(sessionStorage.getItem(name) ?? 0) + 1}`);
    };
    for (const type of ["pointerdown", "mousedown", "touchstart", "click"])
      addEventListener(type, count, true);
  }, tally);
}

export async function pointersSeen(page: Page): Promise<number> {
  const counts = await Promise.all(
    page
      .context()
      .pages()
      .map((one) => one.evaluate((name) => Number(sessionStorage.getItem(name) ?? 0), tally)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Milliseconds between two looks at all rights; longer where a look itself takes long, but never near 5 seconds. */
const soonest = 700;
const latest = 2_500;

/**
 * Looks again and again, each time some while after the look before has ended, so that looking takes at most a
 * twentieth of the time however many sockets there are. Returns what ends it. `look` must not reject.
 */
export function watchRights(look: () => Promise<void>, every = soonest): () => void {
  let timer: NodeJS.Timeout;
  let isOver = false;
  const again = (after: number) => {
    timer = setTimeout(() => {
      const begun = performance.now();
      void look().finally(() => {
        if (!isOver) again(Math.min(latest, Math.max(every, 20 * (performance.now() - begun))));
      });
    }, after);
    timer.unref();
  };
  again(every);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

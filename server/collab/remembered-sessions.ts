/** How long a token that was good counts as good without asking, and for how many. The right is asked for every time. */
const rememberedFor = 10_000;
const most = 2_000;

interface Remembered<Session> {
  at: number;
  session: Promise<Session | null>;
}

/**
 * Asks once for all sockets that a browser opens at about the same time. Only what is good is remembered; whether the
 * session has ended since is part of every question for rights.
 */
export function rememberSessions<Session>(
  ask: (cookie: string) => Promise<Session | null>,
  now: () => number = () => performance.now(),
): (cookie: string) => Promise<Session | null> {
  const remembered = new Map<string, Remembered<Session>>();
  return (cookie) => {
    const known = remembered.get(cookie);
    if (known && now() - known.at < rememberedFor) return known.session;
    const asked = { at: now(), session: ask(cookie) };
    remembered.delete(cookie);
    remembered.set(cookie, asked);
    const forget = () => {
      if (remembered.get(cookie) === asked) remembered.delete(cookie);
    };
    asked.session.then((session) => session === null && forget(), forget);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
    return asked.session;
  };
}

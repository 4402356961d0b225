import { inTime } from "~/collab/in-time";

type Fetch = typeof fetch;

/** Milliseconds after which storage that has not answered a page counts as away. */
const answerWithin = 8_000;

/** Milliseconds in which the same refresh token gets the same answer. */
const remembered = 30_000;

/**
 * A fetch that gives up on storage that does not answer, so that a person is told and keeps what they typed instead
 * of looking at a page that never comes. What was asked may still be carried out when storage is back.
 */
export function inBoundedTime(ask: Fetch, milliseconds = answerWithin): Fetch {
  return (input, init) => inTime(ask(input, init), milliseconds, "asking storage");
}

/**
 * Refreshes a session once for all requests that come with the same expired token: the tabs of a laptop that wakes up
 * ask at the same moment, and a token that is used twice would end the session.
 */
export function refreshOnce(ask: Fetch, now: () => number = Date.now): Fetch {
  const answers = new Map<string, { at: number; response: Promise<Response> }>();
  return async (input, init) => {
    const token = refreshToken(input, init);
    if (token === null) return ask(input, init);
    for (const [key, { at }] of answers) if (now() - at > remembered) answers.delete(key);
    const known = answers.get(token) ?? { at: now(), response: ask(input, init) };
    answers.set(token, known);
    try {
      const response = await known.response;
      if (!response.ok) answers.delete(token);
      return response.clone();
    } catch (error) {
      answers.delete(token);
      throw error;
    }
  };
}

function refreshToken(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): string | null {
  const address = input instanceof Request ? input.url : String(input);
  if (!/\/auth\/v1\/token\?.*grant_type=refresh_token/.test(address)) return null;
  return typeof init?.body === "string" ? init.body : null;
}

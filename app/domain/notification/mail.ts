import { instantWords } from "../calendar/date-words";
import { notificationPath, shortStatement, whatHappened, type Notification } from "./notification";

/** An e-mail as it is sent, but for whom it comes from. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where whoever got it leaves, in one step; only in mails that were asked for on a public page. */
  unsubscribe?: string;
  /** The same for every attempt, so that nobody finds it twice. */
  id: string;
}

export type MailedNotification = Pick<
  Notification,
  "kind" | "claimId" | "commentId" | "dueOn" | "at"
> &
  Partial<Pick<Notification, "note">> & { statement: string; byName: string | null };

interface Letter {
  id: string;
  to: Mail["to"];
  /** Where people reach the desk, without a trailing slash. */
  site: string;
}

const settingsPath = "/desk/settings";

/** What happened on one claim, with one link to it. */
export function notificationMail(letter: Letter, told: MailedNotification): Mail {
  const what = whatHappened(told);
  // What was written for somebody stands in the letter, not on its envelope.
  const subject = whatHappened({ ...told, note: null });
  return mail(letter, `${subject.replace(/\.$/, "")}: ${shortStatement(told.statement, 60)}`, [
    { what, told },
  ]);
}

/** Everything of a day, with one link to each claim. */
export function digestMail(letter: Letter, all: readonly MailedNotification[]): Mail {
  const count = all.length === 1 ? "1 notification" : `${all.length} notifications`;
  return mail(
    letter,
    `Your day on the desk: ${count}`,
    all.map((told) => ({ what: whatHappened(told), told })),
  );
}

function mail(
  { id, to, site }: Letter,
  subject: string,
  entries: readonly { what: string; told: MailedNotification }[],
): Mail {
  const settings = site + settingsPath;
  const told = entries.map(({ what, told: one }) => ({
    what: oneLine(what),
    claim: oneLine(shortStatement(one.statement, 300)),
    at: instantWords(one.at),
    link: site + notificationPath(one),
  }));
  const text = told.map(({ what, claim, at, link }) => `${what}\n“${claim}”\n${at}\n${link}\n`);
  const html = told.map(
    ({ what, claim, at, link }) =>
      `<p>${escaped(what)}<br><a href="${escaped(link)}">${escaped(claim)}</a><br><small>${escaped(at)}</small></p>`,
  );
  return {
    id,
    to: { name: oneLine(to.name), address: oneLine(to.address) },
    subject: oneLine(subject),
    text: `${text.join("\n")}\n-- \nCountersign. Choose what you are told: ${settings}\n`,
    html:
      `<!doctype html><html lang="en"><body>${html.join("")}<hr>` +
      `<p><small>Countersign. <a href="${escaped(settings)}">Choose what you are told</a></small></p></body></html>`,
  };
}

/** Without anything that could begin another header or another line of the letter, or steer a screen. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const marks: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);

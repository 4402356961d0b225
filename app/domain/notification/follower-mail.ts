import { civilDateWords } from "../calendar/date-words";
import { kindRules } from "../report/correction/kinds";
import type { PublishedChange } from "../report/publication";
import { kindOf } from "../report/publication";
import { escaped, oneLine, type Mail } from "./mail";

export interface FollowerLetter {
  /** The same for every attempt. */
  id: string;
  address: string;
  /** Where the public reaches the site, without a trailing slash. */
  site: string;
  /** In the links: who has it can confirm and leave. */
  secret: string;
  slug: string;
  shortClaim: string;
}

/** Asks whether it was this person who wants to be told. */
export function confirmationMail(letter: FollowerLetter): Mail {
  const link = linkOf(letter);
  return mail(letter, `Confirm: tell you when this verdict changes`, [
    `Somebody, probably you, asked to be told at this address when our verdict changes on: “${oneLine(letter.shortClaim)}”.`,
    `To confirm it, open this within two days: ${link}`,
    "If it was not you, do nothing. You get no further mail, and the address is forgotten.",
  ]);
}

/** Tells that a verdict was corrected or retracted, and why. */
export function changeMail(letter: FollowerLetter, change: PublishedChange): Mail {
  const { site, slug, shortClaim } = letter;
  const kind = kindOf(change);
  const what = change.kind === "retracted" ? "Retracted" : kindRules[kind ?? "correction"].label;
  return mail(letter, `${what}: ${oneLine(shortClaim)}`, [
    `You asked to be told when our verdict changes on: “${oneLine(shortClaim)}”.`,
    `${what}, ${civilDateWords(change.at.slice(0, 10))}${change.reason === "" ? "." : `: ${oneLine(change.reason)}`}`,
    `Read it: ${site}/claims/${slug}`,
    `What was said before: ${site}/claims/${slug}/versions`,
  ]);
}

const linkOf = ({ site, secret }: FollowerLetter): string => `${site}/follow/${secret}`;

function mail(letter: FollowerLetter, subject: string, paragraphs: readonly string[]): Mail {
  const leave = linkOf(letter);
  const html = paragraphs.map(
    (words) =>
      `<p>${escaped(words).replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`)}</p>`,
  );
  return {
    id: letter.id,
    to: { name: "", address: oneLine(letter.address) },
    subject: oneLine(subject).slice(0, 200),
    text: `${paragraphs.join("\n\n")}\n\n-- \nNot any more: ${leave}\n`,
    html:
      `<!doctype html><html lang="en"><body>${html.join("")}<hr>` +
      `<p><small><a href="${escaped(leave)}">Not any more</a></small></p></body></html>`,
    unsubscribe: leave,
  };
}

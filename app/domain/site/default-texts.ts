import type { SitePageName } from "./site-page";

const methodology = `## What is checked

An article is frozen as it stood, and split into the statements in it that can be checked. An editor decides which of them are: statements of fact that matter, that many people read, and that can be settled with evidence. Opinions and predictions are not rated.

A claim is rated in the words in which it stands in the article. Where it needs its context to be understood, we say with the verdict which statement we checked.

## Evidence

The lead reviewer looks for evidence for and against the claim, primary sources first. Each source says whether it supports or refutes the claim or gives context, quotes the words it is cited for, and is captured when it is added, so that it can be read when the original is gone.

A verdict rests on two sources that do not depend on each other, or says in writing why one is enough. It says what was found on the other side, or that it was looked for and nothing was found.

Whoever is concerned is asked for a reply, and the verdict says what came of it.

## Two people decide

A second reviewer, who has not seen the first rating, rates the claim on the same evidence. Where the two differ, one of them moves to the other’s rating in the open, or editors decide; the reasons and any dissent are kept, and dissent is published where its author lets it be.

The second reviewer signs the exact words that are published. Any later change voids the signature. An editor who did not check the claim publishes it; exceptions are shown on the report with their reasons.

## Ratings

What each rating means stands on [the rating scale](/ratings).

## When we are wrong

A published verdict that may be wrong is reviewed again like any other, by two people. Meanwhile its page says so. What was corrected and why stands on top of the page, what was said before stays to be read, and all of it is in [the log of corrections](/corrections). A verdict that does not stand at all is retracted: it stays to be read, as retracted.
`;

const correctionsPolicy = `## How to tell us

Below each verdict stands a form for reporting an error in it. An editor reads every report.

## What happens then

When a verdict may be wrong, its page says so at once. It goes through the whole review again: evidence, a second person, a signature. The corrected verdict stands at the same address, with what was corrected and why on top; feeds carry it as an update.

A verdict that does not stand at all is retracted. It stays to be read, as retracted, and has no rating any more.

## What stays

Nothing is taken off [the log of corrections](/corrections). Whatever readers were told is also in a public log that can only grow, and anybody can [check a verdict](/verify) against it.
`;

const complaints = `## About a verdict

Below each verdict stands a form for reporting an error in it. It needs no name; with an address you are told what came of it. An editor reads every report, and what is wrong is corrected as [our policy](/corrections-policy) says.

## About us

This desk has not yet said where other complaints go.
`;

const privacy = `## Readers

Reading needs no account, sets no cookie, runs no script of others and counts nobody. Only the page for [checking a verdict](/verify) runs a script; it works in your browser and sends nothing.

The server keeps the address that a request comes from for some minutes in its memory, so that nobody can ask too often, and may write it into its own log.

## What you send

What you write when you report an error goes to the editors, with the address that you leave if you leave one. They alone read it.

If you ask to be told when a verdict changes, your address is kept for that alone, from the moment you confirm it until you leave, which every mail lets you do with one click.

## Verdicts

Verdicts name those who made a claim in public and those who checked it. They are published for good, and so are their corrections.
`;

/** What comes with the program: what holds wherever it runs. Null where only the desk can say anything. */
export const defaultTexts: Record<SitePageName, string | null> = {
  methodology,
  "corrections-policy": correctionsPolicy,
  complaints,
  funding: null,
  team: null,
  privacy,
};

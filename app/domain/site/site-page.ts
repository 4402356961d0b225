/** Pages on which the desk says who it is and how it works. What stands on them is kept in the database, in versions. */
export const sitePageNames = [
  "methodology",
  "corrections-policy",
  "complaints",
  "funding",
  "team",
  "privacy",
] as const;
export type SitePageName = (typeof sitePageNames)[number];

export const isSitePageName = (name: string): name is SitePageName =>
  (sitePageNames as readonly string[]).includes(name);

export interface SitePageFrame {
  title: string;
  /** As links call it. */
  label: string;
  /** What the page is about, for its head and for search engines. */
  lead: string;
  /** What the desk should say on it. */
  asks: string;
}

export const sitePageFrames: Record<SitePageName, SitePageFrame> = {
  methodology: {
    title: "How we check",
    label: "How we check",
    lead: "What happens to a claim before a verdict on it is published.",
    asks: "How claims are chosen, what counts as evidence, who decides, and what the desk does not check.",
  },
  "corrections-policy": {
    title: "How we correct",
    label: "How we correct",
    lead: "What we do when a published verdict is wrong, and how to tell us.",
    asks: "What is corrected, how fast, how readers are told, and who decides.",
  },
  complaints: {
    title: "Complaints",
    label: "Complaints",
    lead: "How to complain about a verdict or about us, and what happens then.",
    asks: "Where complaints go, who deals with them and who does not, how long it takes, and where to turn after that.",
  },
  funding: {
    title: "Funding and ownership",
    label: "Funding and ownership",
    lead: "Who owns this desk and who pays for it.",
    asks: "The legal owner, every source of money that matters with its share, and what keeps those who pay out of verdicts.",
  },
  team: {
    title: "Who we are",
    label: "Team",
    lead: "The people who work here, and how to reach them.",
    asks: "Names, roles and experience, and a way to reach the desk.",
  },
  privacy: {
    title: "Privacy",
    label: "Privacy",
    lead: "What is kept about readers of this site.",
    asks: "Who answers for the data, what is kept, why and for how long, and the rights of readers.",
  },
};

/** A page's text as the desk saved it. */
export interface SitePageVersion {
  number: number;
  text: string;
  by: string;
  at: string;
}

/** Characters of a page's text. */
export const mostPageText = 50_000;

import { sitePageFrames, sitePageNames } from "~/domain/site/site-page";

/** Pages about the site that are always there and never empty: in the footer of public pages and in the sitemap. */
export const standingPages = [
  { href: "/ratings", label: "Rating scale" },
  { href: "/corrections", label: "Corrections" },
  { href: "/statistics", label: "Statistics" },
] as const;

/** The footer's links: what the desk says of itself, what it counts, and how to hear of new reports. */
export const footerLinks = [
  ...sitePageNames.map((name) => ({ href: `/${name}`, label: sitePageFrames[name].label })),
  ...standingPages,
  { href: "/feed.xml", label: "Feed" },
];

/** Pages about the site that are always there: in the footer of public pages and in the sitemap. */
export const sitePages = [
  { href: "/methodology", label: "How we check" },
  { href: "/ratings", label: "Rating scale" },
  { href: "/corrections", label: "Corrections" },
] as const;

/** The footer's links: the pages, and how to hear of new reports. */
export const footerLinks = [...sitePages, { href: "/feed.xml", label: "Feed" }] as const;

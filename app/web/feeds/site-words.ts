/** What the site says of itself to machines, the same everywhere. */
export const siteName = "Countersign";
export const siteTitle = "Countersign: fact-checks";
export const siteDescription = "Fact-checks whose every step is signed and on record.";

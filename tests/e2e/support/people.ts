import { demoPeople, type DemoPersonKey } from "../../../seeds/demo-people";

export type Who = DemoPersonKey;

/** What the server under test is started with. */
export const demoPassword = "a-password-for-browser-tests";

/** Where the tests' own news site is, which the server under test may fetch from. */
export const newsPort = Number(process.env["E2E_PORT"] ?? 4173) + 2;

export const emailOf = (who: Who): string => demoPeople[who].email;

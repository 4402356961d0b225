import { demoPeople, type DemoPersonKey } from "../../../seeds/demo-people";

export type Who = DemoPersonKey;

/** What the server under test is started with. */
export const demoPassword = "a-password-for-browser-tests";

export const emailOf = (who: Who): string => demoPeople[who].email;

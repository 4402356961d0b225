/**
 * What has the database's interfaces hash passwords at bcrypt's lowest cost: tests make hundreds of accounts, and each would
 * hold a core for a tenth of a second. Nobody guesses at these passwords.
 */
export const cheapPasswords = { LITE_AUTH_BCRYPT_COST: "4" };

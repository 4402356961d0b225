/** The address of the command line as one bundle of what stands in the sources now. */
export function currentBundle(): Promise<string>;

/** One entry per command; each is loaded only when asked for, so that `split` starts without a database. */
const commands: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
  split: async () => (await import("./split")).split,
  score: async () => (await import("./score")).score,
  sentences: async () => (await import("./sentences")).sentences,
  match: async () => (await import("./match")).match,
  checks: async () => (await import("./checks")).checks,
  verify: async () => (await import("./verify")).verify,
  audit: async () => (await import("./audit")).audit,
  export: async () => (await import("./export")).exportData,
  import: async () => (await import("./import")).importData,
  people: async () => (await import("./people")).people,
};

const usage = `Usage: npm run -s cli -- COMMAND

  split FILE|-|DIR [--json] [--date YYYY-MM-DD]  split an article into sentences and claims
  score FILE.jsonl                               how much each sentence deserves a check
  sentences FILE.jsonl                           cut paragraphs into sentences
  match --against CLAIMS.jsonl --queries QUERIES.jsonl
  match TEXT [--against CLAIMS.jsonl] [--json]   find claims that say the same
  checks import FILE|-|URL                       take in ClaimReviews of other desks, to match claims with
  checks export [--markup-pages]                 write all of them as one feed, as they came
  verify BUNDLE.json|- [--key FILE]              check a published verdict’s bundle, offline
  audit verify [--key FILE]                      check the trail of everything that was done
  audit consistency OLD_CHECKPOINT [--key FILE]  check that the public log only grew since then
  export [--out FILE]                            what is published, a claim on each line
  export --claims-training [--out FILE]          what the desk decided on claims, to train the engine with
  export --all DIR                               the whole desk into a new folder
  import FILE|-|URL                              the same as \`checks import\`
  import DIR                                     a whole desk, into an empty one
  people password EMAIL                          give somebody a new password
`;

async function main(argv: string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const asked = name === "help" || name === "--help";
    (asked ? process.stdout : process.stderr).write(
      asked || name === "" ? usage : `There is no command “${name}”.\n\n${usage}`,
    );
    return asked ? 0 : 2;
  }
  const run = await load();
  return run(args);
}

// A reader that stops early, such as `head`, is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

export {};

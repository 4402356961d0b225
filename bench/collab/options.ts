import { parseArgs } from "node:util";

export const contenderNames = [
  "countersign",
  "hocuspocus+sqlite",
  "y-websocket memory",
  "y-websocket leveldb",
] as const;
export type ContenderName = (typeof contenderNames)[number];

export interface Options {
  short: boolean;
  /** End with 1 where Countersign breaks a promise that holds on any machine. */
  check: boolean;
  /** Names of measures; empty for all. */
  only: string[];
  /** Shapes of the measure of latency, as `5x40`: people in each room, by rooms; empty for all. */
  shapes: string[];
  against: ContenderName[];
  runs: number;
  kills: number;
  rooms: number;
  traceFile: string | null;
  script: string;
  /** Where CPU profiles of the servers go; null for none. */
  profile: string | null;
}

export const usage = `npm run bench:collab -- [options]
  --short            everything smaller, in a few minutes
  --check            end with 1 if Countersign lost, accepted or did not survive something, however fast it was
  --only NAME        one measure; may be given more than once
  --shape PxR        of the latencies, only P people in each of R rooms (10x1, 50x1, 5x40); may be given more than once
  --contender NAME   one contender (${contenderNames.join(", ")}); may be given more than once
  --runs N           how often each figure is measured (3; 1 with --short)
  --kills N          how often a server is killed in each form (5; 1 with --short)
  --rooms N          rooms of the measure of memory (1000; 60 with --short)
  --trace FILE       a recorded trace as josephg/editing-traces has them, .json or .json.gz, instead of a generated one
  --script FILE      the built server to measure (build/server/index.js)
  --profile FOLDER   writes a CPU profile of each server under the measures of latency and capacity`;

/** Throws, with what is wrong, on options that are not there; prints them and ends when asked for help. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      shape: { type: "string", multiple: true, default: [] },
      contender: { type: "string", multiple: true, default: [] },
      runs: { type: "string" },
      kills: { type: "string" },
      rooms: { type: "string" },
      trace: { type: "string" },
      script: { type: "string", default: "build/server/index.js" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const { short } = values;
  const against = values.contender.map((name) => {
    const known = contenderNames.find((contender) => contender === name);
    if (!known) throw new Error(`There is no contender ${name}.\n${usage}`);
    return known;
  });
  const usual = contenderNames.filter((name) => !short || name !== "y-websocket leveldb");
  return {
    short,
    check: values.check,
    only: values.only,
    shapes: values.shape,
    against: against.length > 0 ? against : usual,
    runs: count(values.runs, short ? 1 : 3),
    kills: count(values.kills, short ? 1 : 5),
    rooms: count(values.rooms, short ? 60 : 1000),
    traceFile: values.trace ?? null,
    script: values.script,
    profile: values.profile ?? null,
  };
}

function count(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no count.\n${usage}`);
  return number;
}

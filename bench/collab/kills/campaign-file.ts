import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

const count = z.number().int().nonnegative();

const tally = z.object({
  kills: count,
  /** Edits that another person had seen, and that the author was told are saved, when the process was killed. */
  seen: count,
  acknowledged: count,
  lostSeen: count,
  lostAcknowledged: count,
});
export type Tally = z.infer<typeof tally>;

/** In one room: up to which clock the work of each client id must be there for ever. */
const sure = z.record(z.string(), count);

const campaign = z.object({
  forms: z.record(z.string(), tally),
  rooms: z.array(z.object({ name: z.string(), seen: sure, acknowledged: sure })),
  /** What was missing in these rooms when they were last looked at. */
  missing: z.object({ seen: count, acknowledged: count }),
  /** Kills that the present rooms have been through. */
  killsInRooms: count,
  /** Seconds that all kills took, restart and check included. */
  seconds: z.number(),
});
export type Campaign = z.infer<typeof campaign>;
export type SureRoom = Campaign["rooms"][number];

/** What a campaign has found so far, in a file, so that it can be broken off and gone on with. */
export class CampaignFile {
  readonly #file: string;
  readonly state: Campaign;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.#file = path.join(directory, "campaign.json");
    this.state = existsSync(this.#file)
      ? campaign.parse(JSON.parse(readFileSync(this.#file, "utf8")))
      : {
          forms: {},
          rooms: [],
          missing: { seen: 0, acknowledged: 0 },
          killsInRooms: 0,
          seconds: 0,
        };
  }

  tallyOf(form: string): Tally {
    return (this.state.forms[form] ??= {
      kills: 0,
      seen: 0,
      acknowledged: 0,
      lostSeen: 0,
      lostAcknowledged: 0,
    });
  }

  get total(): Tally {
    const all = Object.values(this.state.forms);
    const sum = (of: keyof Tally) => all.reduce((total, form) => total + form[of], 0);
    return {
      kills: sum("kills"),
      seen: sum("seen"),
      acknowledged: sum("acknowledged"),
      lostSeen: sum("lostSeen"),
      lostAcknowledged: sum("lostAcknowledged"),
    };
  }

  save(): void {
    const next = `${this.#file}.next`;
    writeFileSync(next, JSON.stringify(this.state));
    renameSync(next, this.#file);
  }
}

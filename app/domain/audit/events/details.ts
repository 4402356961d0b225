import { roleLabel, roles } from "../../people/person";
import { ratingScale, ratings } from "../../verdict/rating";

/** Each action with what is said of it after the name of who did it, from what its payload holds. */
export type Sentences = Record<string, (of: Details) => string>;

/** Reads a payload without trusting its shape. */
export class Details {
  readonly #payload: Record<string, unknown>;

  constructor(payload: Record<string, unknown>) {
    this.#payload = payload;
  }

  text(key: string): string | null {
    const value = this.#payload[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  }

  number(key: string): number | null {
    const value = this.#payload[key];
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  }

  flag(key: string): boolean | null {
    const value = this.#payload[key];
    return typeof value === "boolean" ? value : null;
  }

  list(key: string): unknown[] {
    const value = this.#payload[key];
    return Array.isArray(value) ? value : [];
  }

  rating(key: string): string | null {
    const found = ratings.find((rating) => rating === this.#payload[key]);
    return found === undefined ? null : ratingScale[found].label;
  }

  role(key: string): string | null {
    const found = roles.find((role) => role === this.#payload[key]);
    return found === undefined ? null : roleLabel[found];
  }

  model(): string | null {
    const name = this.text("model");
    return name === null ? null : `the language model ${name}`;
  }

  from(key: string): string {
    const name = this.text(key);
    return name === null ? "" : ` from ${name}`;
  }

  quoted(key: string): string {
    const value = this.text(key);
    return value === null ? "" : ` “${value}”`;
  }

  reason(): string {
    const value = this.text("reason");
    return value === null ? "" : `, saying: “${value}”`;
  }

  exception(): string {
    const value = this.text("exception");
    return value === null ? "" : `, as an exception: “${value}”`;
  }

  version(otherwise: string): string {
    const value = this.number("number");
    return value === null ? otherwise : `version ${value} of the verdict`;
  }

  hash(): string {
    const value = this.text("contentHash");
    return value === null ? "" : ` (content ${value.slice(0, 12)}…)`;
  }
}

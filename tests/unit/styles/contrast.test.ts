import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { presenceColors } from "~/collab/presence-color";
import { ratings } from "~/domain/verdict/rating";

const css = readFileSync(new URL("../../../app/styles/app.css", import.meta.url), "utf8");

const tokens = new Map(
  [...css.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);$/gm)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

type Theme = "light" | "dark";

function color(token: string, theme: Theme): string {
  const pair = tokens.get(token);
  if (!pair) throw new Error(`app.css has no token --${token} with a light and a dark value`);
  return pair[theme];
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["surface", "raised", "sunken"];
const tones = ["danger", "success", "warning"];
const verdicts = ratings.map((rating) => `verdict-${rating.replaceAll("_", "-")}`);

/** Words on what lies under them: WCAG 2.2, 1.4.3. */
const texts: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ["ink", "muted", "accent", "accent-strong", ...tones, ...verdicts].map((text) => [
      text,
      ground,
    ]),
  ),
  ...[...tones, ...verdicts, "accent"].map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...[...tones, ...verdicts, "accent"].map((tone): [string, string] => ["ink", `${tone}-soft`]),
  ...["accent", ...tones, ...verdicts].map((tone): [string, string] => ["muted", `${tone}-soft`]),
  ["accent-strong", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["surface", "focus"],
];

/** Edges of controls, signs and the focus ring: WCAG 2.2, 1.4.11. */
const edges: [string, string][] = grounds.flatMap((ground): [string, string][] =>
  ["line-strong", "focus", ...[...tones, ...verdicts].map((tone) => `${tone}-line`)].map((edge) => [
    edge,
    ground,
  ]),
);

describe.each<Theme>(["light", "dark"])("the %s colours", (theme) => {
  it.each(texts)("show %s as text on %s", (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)("show the edge %s on %s", (edge, ground) => {
    expect(contrast(color(edge, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe("the colours of people", () => {
  it.each(presenceColors)("carry white words on %s", (ground) => {
    expect(contrast(ground, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the tokens", () => {
  it("are all offered as classes", () => {
    const missing = [...tokens.keys()].filter(
      (name) => !css.includes(`  --color-${name}: var(--${name});`),
    );
    expect(missing).toEqual([]);
  });

  it("give each rating a text, a ground and an edge of its own", () => {
    const triples = verdicts.map((name) =>
      [name, `${name}-soft`, `${name}-line`].map((token) => color(token, "light")).join(" "),
    );
    expect(new Set(triples).size).toBe(ratings.length);
  });
});

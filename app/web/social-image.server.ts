import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

import {
  cardSize,
  drawable,
  isRightToLeft,
  linesOf,
  type CardTone,
  type SocialCard,
} from "~/domain/report/social-card";

import { siteName } from "./feeds/site-words";

/** As the pages have them in light; a test compares them with the style sheet. */
export const toneColors: Record<CardTone, { ink: string; soft: string; line: string }> = {
  true: { ink: "#17643a", soft: "#e2f2e7", line: "#2f8a56" },
  mostly_true: { ink: "#3f5c10", soft: "#edf4dc", line: "#64862a" },
  half_true: { ink: "#744b00", soft: "#fbf0d3", line: "#9c6f10" },
  misleading: { ink: "#66379b", soft: "#f1e9fa", line: "#8f63c4" },
  mostly_false: { ink: "#93390a", soft: "#fdebdf", line: "#bd5c25" },
  false: { ink: "#9c1f1a", soft: "#fbe4e2", line: "#c5524c" },
  unproven: { ink: "#48525e", soft: "#e7ebef", line: "#717c89" },
  retracted: { ink: "#48525e", soft: "#e7ebef", line: "#717c89" },
};
const ink = "#1b1a17";
const muted = "#59564e";

const scripts = [
  ...["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext"],
  ...["vietnamese", "devanagari"],
];
/** Whatever else is written: plainer, but there. */
const everyScript = "Card every script";
const family = [...scripts.map((script) => `"Card ${script}"`), `"${everyScript}"`].join(", ");

let fonts: Promise<void> | null = null;

/** The fonts come with the program: what a machine has installed changes nothing. */
async function loadFonts(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const register = async (file: string, name: string) => {
    const isKnown = GlobalFonts.register(
      await readFile(resolve(`@fontsource/${file}.woff2`)),
      name,
    );
    if (isKnown === null) throw new Error(`The font ${file} cannot be read`);
  };
  await Promise.all([
    ...scripts.flatMap((script) =>
      [400, 700].map((weight) =>
        register(`noto-sans/files/noto-sans-${script}-${weight}-normal`, `Card ${script}`),
      ),
    ),
    register("unifont/files/unifont-latin-400-normal", everyScript),
  ]);
}

const margin = { left: 88, right: 64 };
const inner = cardSize.width - margin.left - margin.right;

/** The picture of a card, as PNG. */
export async function drawCard(card: SocialCard): Promise<Uint8Array> {
  await (fonts ??= loadFonts().catch((error: unknown) => {
    fonts = null;
    throw error;
  }));
  const canvas = createCanvas(cardSize.width, cardSize.height);
  const pen = canvas.getContext("2d");
  pen.textBaseline = "alphabetic";
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, cardSize.width, cardSize.height);
  drawEdge(pen, card.ratings);
  drawRatings(pen, card.ratings);
  drawTitle(pen, drawable(card.title));
  drawFoot(pen, card);
  // Not on another thread, where it ended the whole process now and then.
  return canvas.toBuffer("image/png");
}

/** A band in the colours of the ratings, so that it is told from afar. */
function drawEdge(pen: SKRSContext2D, ratings: SocialCard["ratings"]): void {
  const height = cardSize.height / Math.max(ratings.length, 1);
  ratings.forEach(({ tone }, at) => {
    pen.fillStyle = toneColors[tone].line;
    pen.fillRect(0, at * height, 32, Math.ceil(height));
  });
}

function drawRatings(pen: SKRSContext2D, ratings: SocialCard["ratings"]): void {
  pen.font = `700 40px ${family}`;
  const counts = new Map<string, { tone: CardTone; count: number }>();
  for (const { label, tone } of ratings) {
    counts.set(label, { tone, count: (counts.get(label)?.count ?? 0) + 1 });
  }
  let x = margin.left;
  for (const [label, { tone, count }] of counts) {
    const words = count === 1 ? label : `${label} × ${count}`;
    const width = pen.measureText(words).width + 48;
    if (x + width > cardSize.width - margin.right) break;
    const { ink: own, soft, line } = toneColors[tone];
    pen.beginPath();
    pen.roundRect(x, 64, width, 76, 8);
    pen.fillStyle = soft;
    pen.fill();
    pen.strokeStyle = line;
    pen.lineWidth = 3;
    pen.stroke();
    pen.fillStyle = own;
    pen.fillText(words, x + 24, 117);
    x += width + 20;
  }
}

/** As large as it fits, and cut only where it fits at no size. */
function drawTitle(pen: SKRSContext2D, title: string): void {
  const widthOf = (line: string) => pen.measureText(line).width;
  const sizes = [64, 56, 48, 40, 34];
  for (const size of sizes) {
    pen.font = `700 ${size}px ${family}`;
    const step = size * 1.25;
    const { lines, isCut } = linesOf(title, inner, Math.floor(340 / step), widthOf);
    if (isCut && size !== sizes.at(-1)) continue;
    pen.fillStyle = ink;
    const rtl = isRightToLeft(title);
    pen.direction = rtl ? "rtl" : "ltr";
    pen.textAlign = rtl ? "right" : "left";
    const x = rtl ? cardSize.width - margin.right : margin.left;
    lines.forEach((line, at) => pen.fillText(line, x, 190 + size + at * step));
    break;
  }
  pen.direction = "ltr";
  pen.textAlign = "left";
}

function drawFoot(pen: SKRSContext2D, { from, demo }: SocialCard): void {
  pen.font = `700 30px ${family}`;
  pen.fillStyle = ink;
  const name = demo ? `${siteName} · Demonstration` : siteName;
  const width = pen.measureText(name).width;
  pen.fillText(name, cardSize.width - margin.right - width, 578);
  pen.font = `400 30px ${family}`;
  pen.fillStyle = muted;
  const room = inner - width - 40;
  const { lines } = linesOf(drawable(from), room, 1, (line) => pen.measureText(line).width);
  pen.fillText(lines[0] ?? "", margin.left, 578);
}

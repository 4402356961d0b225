import type { EarlierCheck } from "~/domain/claim/match/claim-match";

import { chanceFrom } from "./chance";

/** Labels as desks in many languages write them, and as their tools mangle them. */
const labels = [
  ..."True|Mostly true|Half True|HALF-TRUE|Mostly False|False|FALSE|false.|Pants on Fire!|Four Pinocchios|Three Pinocchios|Bottomless Pinocchio|Geppetto Checkmark|Misleading|Missing context|Needs context|Out of context|Altered|Altered photo|Manipulated|Doctored|Digitally altered|Fake|Fake news|Satire|Labeled Satire|Satira|Miscaptioned|Misattributed|Correct Attribution|Outdated|Scam|Legend|Legit|Lost Legend|Research In Progress|Unproven|Unsupported|No evidence|Unverified|Not the whole story|Cherry-picked|Exaggerates|Exaggerated|Understated|Spins the Facts|Distorts the Facts|Lacks context|Incorrect|Inaccurate|Mostly accurate|Accurate|Correct|Partly false|Partially true|Mixture|Mixed|Flip-flop|Full Flop|Half Flip|No Flip|Experts say this is false|This is wrong|This isn’t right|Not true|Hoax|Debunked".split(
    "|",
  ),
  ..."Falsch|Größtenteils falsch|Teilweise falsch|Unbelegt|Fehlender Kontext|Richtig|Größtenteils richtig|Manipuliert|Frei erfunden|Faux|Plutôt faux|Trompeur|Vrai|Plutôt vrai|C’est plus compliqué|Intox|Falso|Engañoso|Verdadero|Insostenible|Apresurado|Discutible|Exagerado|Verdadero, pero…|Bulo|Falso contexto|Enganoso|Distorcido|Sem contexto|Insustentável|De olho|Contraditório|Falso!|Fuorviante|Parzialmente falso|Onwaar|Eerder onwaar|Fałsz|Prawda|Manipulacja|Nieprawda|Yanlış|Doğru|Karma|Şüpheli|Неправда|Ложь|Манипуляция|Фейк|Ψευδές|שקר|زائف|مضلل|गलत|भ्रामक|असत्य|মিথ্যা|போலி|ভুয়া|错误|誤導|偽造|ミスリード|誤り|사실 아님|거짓|Salah|Hoaks|Sai sự thật".split(
    "|",
  ),
  "100% bogus & “made up”",
  "<none of it>",
  "5",
];

const people = ["Ann Lee", "Zoë Ö’Brien", "Facebook posts", "Ministère de l’Intérieur", "李明"];
const claims = [
  "The bridge cost 4 million euros.",
  "5 < 6 and 7 > 3, says “the minister”",
  "L’été dernier, l’inflation a doublé & triplé",
  "वैक्सीन में चिप है",
  "A claim with 'quotes', \"more quotes\" and \\backslashes\\",
];

const entity = (text: string) =>
  text.replace(/[&<>"'“”’é]/g, (sign) => `&#${sign.codePointAt(0)};`);
const named: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", é: "&eacute;", "’": "&rsquo;" },
};
const namedEntities = (text: string) => text.replace(/[&<>"é’]/g, (sign) => named[sign] ?? sign);

/** Ways in which a text stands in a field. */
const texts: ((text: string) => unknown)[] = [
  (text) => (/<\p{L}/u.test(text) ? namedEntities(text) : text),
  (text) => namedEntities(text),
  (text) => entity(text),
  (text) => namedEntities(namedEntities(text)),
  (text) => `<p>${namedEntities(text)}</p>`,
  (text) => `\n\t ${namedEntities(text)} \u0000\u200b `,
  (text) => [namedEntities(text)],
  (text) => ["", null, namedEntities(text), "another"],
  (text) => ({ "@value": namedEntities(text), "@language": "xx" }),
  (text) => [{ "@value": namedEntities(text) }],
];

export interface MessyReview {
  markup: Record<string, unknown>;
  /** What is to be read in it; null where it lacks something that a check must have. */
  expected: EarlierCheck | null;
  /** Whether one of its fields cannot be read. */
  isPartly: boolean;
}

/** Reviews in the shapes that desks publish, and in those that their tools make of them; the same for one seed. */
export function messyReviews(count: number, seed = 1): MessyReview[] {
  const next = chanceFrom(seed);
  const under = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(options: readonly T[]): T => {
    const [first, ...others] = options;
    if (first === undefined) throw new Error("There is nothing to pick from");
    return others[under(options.length) - 1] ?? first;
  };
  const text = (words: string) => pick(texts)(words);
  return Array.from({ length: count }, (_, i): MessyReview => {
    const label = labels[i % labels.length] ?? "False";
    const url = `https://desk-${i % 7}.example/checks/${i}?a=1&b=2`;
    const claim = `${pick(claims)} (${i})`;
    const claimant = pick(people);
    const isBadDate = under(10) === 0;
    const hasType = under(2) === 0;
    const rating = pick([
      { "@type": "Rating", alternateName: text(label), ratingValue: "3", bestRating: 5 },
      { alternateName: text(label), ratingValue: -1, bestRating: -1, worstRating: -1 },
      { "@type": "http://schema.org/Rating", name: text(label), alternateName: "" },
      [{ "@type": "Rating" }, { alternateName: text(label) }],
      { "schema:alternateName": text(label) },
      { alternatename: text(label), image: "https://x.example/i.png" },
      namedEntities(label),
    ]);
    const author = pick([
      { "@type": "Person", name: text(claimant) },
      [{ "@type": ["Person", "Thing"], name: text(claimant), sameAs: [] }],
      namedEntities(claimant),
      [null, { name: text(claimant) }],
    ]);
    const item = pick([
      { "@type": "Claim", author, appearance: [{ url: "https://x.example" }, "text"] },
      { "@type": "CreativeWork", author, datePublished: 20240101, name: [] },
      [{ "@type": "Claim", author }, null, "more"],
      { "http://schema.org/author": author },
    ]);
    const publisher = pick([
      { "@type": "Organization", name: "A Desk", url: 5, logo: { "@type": "ImageObject" } },
      [{ "@type": "Organization", name: ["A Desk"] }],
      "A Desk",
      { "@id": "#desk" },
    ]);
    const date = isBadDate
      ? pick(["05/02/2024", "yesterday", "2024-02-31", 7])
      : pick([
          ...["2024-02-05", "2024-02-05T10:00:00+01:00", "2024/02/05", "20240205"],
          ...["5 February 2024", "Feb. 5th, 2024", "Mon, 05 Feb 2024 10:00:00 GMT"],
          ["2024-02-05", "2023-01-01"],
        ]);
    const markup: Record<string, unknown> = {
      ...(hasType && {
        "@context": pick(["http://schema.org", { "@vocab": "https://schema.org/" }]),
      }),
      "@type": pick([
        ...["ClaimReview", "http://schema.org/ClaimReview", "schema:ClaimReview", "claimReview"],
        ["Review", "ClaimReview"],
      ]),
      url: pick([url, [url], { "@id": url }, `  ${url.replaceAll("&", "&amp;")}\n`]),
      [pick(["claimReviewed", "schema:claimReviewed", "claimreviewed"])]: text(claim),
      author: publisher,
      datePublished: date,
      reviewRating: rating,
      itemReviewed: item,
      ...(under(3) === 0 && { inLanguage: 5, image: [[[]]], review: null, "": "", x: { y: {} } }),
    };
    const broken = under(20);
    if (broken === 0) delete markup["reviewRating"];
    if (broken === 1) markup["url"] = pick(["javascript:alert(1)", "", null, 5, "checks/1"]);
    if (broken === 2) {
      for (const key of Object.keys(markup)) if (/claimreviewed/i.test(key)) markup[key] = " <br> ";
    }
    const isRead = broken > 2;
    return {
      markup,
      isPartly: isRead && isBadDate,
      expected: isRead
        ? {
            ...{ url, claim, claimant, rating: label, title: null, publisher: "A Desk" },
            checkedOn: isBadDate ? null : "2024-02-05",
          }
        : null,
    };
  });
}

/** The desk that some of the reviews name by its id only. */
export const namedDesk = { "@id": "#desk", "@type": "Organization", name: "A Desk" };

import { describe, expect, test } from "vitest";

import { splitOf as read } from "./support/split";

const speakersOf = (body: string) =>
  read(body)
    .sentences.map(({ speaker }) => speaker)
    .slice(1);
const heardIn = (body: string) =>
  read(body)
    .sentences.map(({ attributed }) => attributed)
    .slice(1);

describe("how a name is introduced", () => {
  test.each([
    [
      "a title inside it",
      "State Sen. Ruth Dole (R-Warren) said the tax was too high. Dole left.",
      "Ruth Dole",
    ],
    [
      "a surname that is a trade",
      "The ice is thin, said study co-author Paul Expert, a physicist at the college.",
      "Paul Expert",
    ],
    [
      "letters behind it",
      "Judge Neil Marsh QC said the builder had lied to the court.",
      "Neil Marsh",
    ],
    [
      "a title in an insertion",
      "The clinic’s director, Dr. Anjana Bose, told reporters that the boy was safe.",
      "Anjana Bose",
    ],
    [
      "a nation before it",
      "Her manager, the Italian Luca Ferri, said the contract was over.",
      "Luca Ferri",
    ],
    [
      "dashes around what they are",
      "Abdel Musa – the group’s commissioner for peace, policy and security – said on Friday the talks will go on.",
      "Abdel Musa",
    ],
    [
      "several commas",
      "Bayo Onan, Director, Media and Communication, Lagos Campaign Office, in a statement on Thursday, said the men were not fake.",
      "Bayo Onan",
    ],
    [
      "a correspondent before it",
      "According to a radio correspondent in Porto, Jonas Head, the town is empty.",
      "Jonas Head",
    ],
  ])("%s", (_, body, speaker) => {
    expect(speakersOf(body)[0]).toBe(speaker);
  });

  test("an embassy is nobody", () => {
    const body =
      "Mark Dole, a spokesman, spoke on Sunday. He said a note was handed to the U.S. Embassy. The zone is legal, he said.";
    expect(speakersOf(body)).toEqual([null, "Mark Dole", "Mark Dole"]);
  });

  test("a family name that comes first stands for the whole", () => {
    const body =
      "North Korean leader Kim Jong Un opened the congress. Kim said the economy had grown.";
    expect(speakersOf(body)[1]).toBe("Kim Jong Un");
  });

  test("until the brother is named, the surname is the first one's", () => {
    const body =
      "Kevin Curtis was arrested in May. Curtis said he had sent no letter. His brother, Jack Curtis, left the town. Curtis said nothing was true.";
    expect(speakersOf(body)).toEqual([null, "Kevin Curtis", null, "Curtis"]);
  });
});

describe("who goes on speaking", () => {
  test("whoever adds something was speaking", () => {
    const body =
      "Prosecuting, Daniel Whit said the club had been robbed. When the chair, Robin March, asked for the papers, the treasurer told her they were lost, the barrister said. “That was a lie,” he added.";
    expect(speakersOf(body)).toEqual(["Daniel Whit", "Daniel Whit", "Daniel Whit"]);
  });

  test("whoever is told something is not who speaks", () => {
    expect(
      speakersOf("The ministers fled, the source, who had spoken to people inside, told Reuters."),
    ).toEqual(["the source"]);
  });

  test("his attorney is the one whom the text names", () => {
    const body =
      "Everett Dutch was held in May. Dutch’s attorney, Lori Bash, did not call back. Dutch was helping the police, his attorney said.";
    expect(speakersOf(body)[2]).toBe("Lori Bash");
    expect(read(body).claims.at(-1)?.needsContext).toContain("whether “his attorney” is Lori Bash");
  });

  test("whom the name between two commas tells speaks in the next clause too", () => {
    const body =
      "Everett Dutch was held in May. Dutch’s attorney, Lori Bash, did not call back, but she told Reuters that he was ill.";
    expect(speakersOf(body)[1]).toBe("Lori Bash");
  });

  test("whoever an insertion names says what follows", () => {
    const body =
      "Curtis’s brother and fellow singer, insurance agent Jack Curtis, worked for a time in Leeds and said the feud was real.";
    expect(speakersOf(body)).toEqual(["Jack Curtis"]);
  });

  test("where it was said is no part of who said it", () => {
    expect(speakersOf("According to the agency in a statement today, the youth was held.")).toEqual(
      ["the agency"],
    );
  });

  test("a company is known by where it is at home, and inside its own sentence", () => {
    expect(
      speakersOf(
        "Brack Foods is to shut its plant, the company told staff. The Grimsby-based group said it had lost £11m.",
      ),
    ).toEqual(["Brack Foods", "Brack Foods"]);
  });

  test("they are the analysts of the same sentence", () => {
    const body =
      "A ministry spokesperson said the plan was new. Analysts at Stone said the move would save £7m, though they reckon it will cost half of that.";
    expect(read(body).claims.map(({ claimant }) => claimant)).not.toContain("they");
    expect(speakersOf(body)[1]).toBe("Analysts at Stone");
  });

  test("a trade told after a quotation is that of whoever was just named", () => {
    const body =
      "Outside the gates, Lee Marsden, 52, was waiting for a lift home. “My lad only started in October,” the forklift driver said.";
    expect(speakersOf(body)[1]).toBe("Lee Marsden");
  });
});

describe("speech in court, in intentions and in names", () => {
  test.each([
    "His victims, the oldest of them 91, lost a total of £214,600, the court heard.",
    "More than half of the money went to two websites, the jury was told.",
    "Leeds Crown Court heard on Tuesday that he made 312 payments to his own account.",
  ])("is heard, by nobody who is named: %s", (sentence) => {
    expect(heardIn(sentence)).toEqual([true]);
    expect(speakersOf(sentence)).toEqual([null]);
  });

  test("and the court keeps its name", () => {
    const [claim] = read("Leeds Crown Court heard that he made 312 payments to himself.").claims;
    expect(claim?.needsContext).toContain("who told Leeds Crown Court");
  });

  test.each([
    ["The company hopes to resume the launches in December.", "The company"],
    ["The coach was less kind, going so far as to call the play “ridiculous”.", "The coach"],
    ["The police put the number of visitors at about 9,000.", "The police"],
    ["The ruling party rejected the charge as “politics over dead bodies”.", "The ruling party"],
    [
      "The ministry on Sunday called the remarks of the council on the islands in the north “groundless”.",
      "The ministry",
    ],
    ["The report said during that time, it was not attacked by anybody.", "The report"],
    [
      "An official, speaking on condition of anonymity, said ₹1.8 crore had been sanctioned.",
      "An official",
    ],
    ["Jim Cald said he’s not worried about the mood of the team.", "Jim Cald"],
    ["CAN said the men at the ceremony were not its members.", "CAN"],
  ])("%s", (sentence, speaker) => {
    expect(speakersOf(sentence)).toEqual([speaker]);
  });

  test.each([
    "That suggested the drug was harming the brain.",
    "The presence of the priests suggested some churches were in favour.",
    "He did not say how he knew that the men were fake.",
    "The storm grew before it reached the coast, raising fears that it would bring death.",
    "The three Baltic states Latvia, Estonia and Lithuania attended the meeting.",
    "When the party called its members to the square, thousands responded.",
    "She was called “the queen of the harbour” in her town.",
    "With half of its losses attributed to trade, the firm closed two plants.",
  ])("is no speech: %s", (sentence) => {
    expect(heardIn(sentence)).toEqual([false]);
  });
});

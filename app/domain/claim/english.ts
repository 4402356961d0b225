import { detectLanguage } from "~/domain/article/language";

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const english = list(
  "the a an and or but of to in on at for with from by that this it is are was were be been has have had will would not he she they we you i his her their our its as if do did does there what who which when than so all no more about can could i'm it's don't we're that's",
);
const foreign = list(
  "le la les des et est que qui dans une un pour sur pas au du ce il elle der die das und ist nicht ein eine den dem mit von zu auf für sich el los las y en por con una su para al lo di che non per è gli della del si da do em não uma os het een van de op niet dat na se je i w z nie jest och att det som på är en av og til bir ve bu için",
);
/** These stand in names that an English text may be full of. */
const particles = list("de la le van der den del di da do al bin");
const fewWords = 4;
const enoughWords = 9;

/**
 * Whether a sentence may be read as English. Short ones get the benefit of the doubt, because there is too little in
 * them to tell; what is written in other letters or full of another language's small words does not.
 */
export function mayBeEnglish(sentence: string): boolean {
  const seen = sentence.slice(0, 1000);
  const letters = seen.match(/\p{L}/gu)?.length ?? 0;
  const latin = seen.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.7) return false;
  const words =
    seen
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  if (words.length < fewWords) return true;
  const own = words.filter((word) => english.has(word)).length;
  const strange = words.filter((word) => foreign.has(word) && !english.has(word));
  const other = strange.length - strange.filter((word) => particles.has(word)).length / 2;
  if (own >= words.length * 0.15 && own >= other) return true;
  if (other > own && other >= words.length * 0.2) return false;
  if (words.length < enoughWords) return true;
  const language = detectLanguage(seen);
  return own > 0 || language === "en" || language === "und";
}

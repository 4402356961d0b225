const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const determiners = list(
  "the a an this that these those some any no every each either neither another his her its their our my your both all several many few most such",
);
export const prepositions = list(
  "of in on at by for from with to into onto about over under between among against during without within through across per via towards toward upon amid amidst despite like unlike including regarding concerning behind beyond around near off above below inside outside besides throughout alongside",
);
export const coordinators = list("and but or yet nor");
export const relatives = list("who which where whose when whom");
export const contrasts = list("while whereas although though");
export const subordinators = list("after before because since when once");
export const conditionals = list("if unless until whether provided");
export const subjectPronouns = list("he she they it we i you who which that there");
export const auxiliaries = list(
  "is are was were am has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't",
);
export const modals = list(
  "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't",
);
export const nonFinite = list("be been being having");

/** Adverbs that stand between a subject and its verb. */
export const middleAdverbs = list(
  "also then now still already never always instead long since not previously recently earlier later once often even just again only further first finally soon therefore thus meanwhile ever both largely",
);

/** Words that open a sentence in capitals without being a name. */
export const openers = list(
  "the a an this that these those he she it they we you i in on at by for from with to of and but or yet so while whereas although though after before because since when where if unless as despite during among between about over under some many most all both each every several few no not there here his her its their our my your what who which why how according speaking asked following amid against under one two three four five six seven eight nine ten last next earlier later meanwhile however moreover nevertheless still then now today yesterday instead also even only just such another other more less than like both either neither once until",
);

export const months = list(
  "january february march april may june july august september october november december",
);
export const weekdays = list("monday tuesday wednesday thursday friday saturday sunday");

/** Words that make a capitalised phrase an organisation, an office or a place, not a person. */
export const institutionWords = list(
  "embassy consulate palace party movement parliament union council ministry bank street university sea times house court committee commission agency office department institute company corporation group association federation league organization organisation post news journal tribune army navy force forces police senate congress assembly cabinet government state states republic kingdom city county province district school college hospital church foundation fund center centre service services board authority airport station park square road avenue river lake mountain island islands ocean gulf bay east west north south central act law bill treaty agreement accord accords convention day war cup games prize award summit conference forum staff union relations council trust times bureau command inc ltd corp co plc gmbh greens democrats republicans conservatives liberals socialists labour labor",
);

/** Words that name a role. The value is what they are compared by. */
export const roleWords: ReadonlyMap<string, string> = new Map([
  ..."president minister chancellor mayor governor senator lawmaker general analyst expert author professor chief director chairman chairwoman chair judge ambassador diplomat secretary commander spokesman spokeswoman spokesperson adviser advisor negotiator coach economist activist journalist lawyer barrister attorney prosecutor doctor scientist researcher billionaire actor singer pope bishop king queen prince princess congressman congresswoman representative commissioner candidate founder owner executive officer leader politician official premier historian philosopher engineer pilot sheriff superintendent manager teacher deputy envoy councillor councilman councilwoman alderman admiral colonel captain sergeant lieutenant major magistrate archbishop cardinal rabbi imam"
    .split(" ")
    .map((word): [string, string] => [word, word]),
  ["prime", "prime minister"],
  ["pm", "prime minister"],
  ["premier", "prime minister"],
  ["mp", "lawmaker"],
  ["mep", "lawmaker"],
  ["ceo", "executive"],
]);

/** Roles that say so little that they fit whoever the text is about. */
export const looseRoles = list("politician leader statesman lawmaker official");

export const honorifics = list(
  "mr mrs ms cllr dr prof sir lord lady dame former ex then acting deputy vice prime foreign defense defence interior finance health senior chief us uk eu",
);

/** Who speaks with authority; a claim of theirs is worth more to check. */
export const officialWords = list(
  "sen rep gov president minister premier chancellor mayor governor senator mp mps lawmaker lawmakers general secretary commissioner ambassador spokesman spokeswoman spokesperson government ministry official officials negotiator prosecutor police army commander parliament congress white kremlin cabinet court agency authority authorities statistics deputy envoy chief",
);

/** Kinds of document or deal that one text calls by several names. */
export const dealWords = list(
  "deal agreement truce proposal document accord pact treaty ceasefire draft plan settlement text memorandum",
);

const demonyms = list(
  "american british english scottish welsh irish french german italian spanish portuguese greek turkish russian ukrainian polish hungarian romanian bulgarian czech slovak serbian croatian bosnian albanian dutch belgian swiss austrian swedish norwegian danish finnish estonian latvian lithuanian belarusian moldovan georgian armenian azerbaijani iranian iraqi syrian israeli palestinian lebanese jordanian saudi egyptian libyan tunisian algerian moroccan nigerian kenyan ethiopian somali sudanese south african chinese japanese korean indian pakistani afghan bangladeshi vietnamese thai indonesian malaysian filipino australian canadian mexican brazilian argentine chilean colombian venezuelan cuban european western eastern asian arab muslim christian jewish catholic",
);
const aliases = list(
  "us u.s uk u.k usa u.s.a britain england scotland wales america turkey czechia palestine burma holland eu kosovo taiwan",
);

const countries: ReadonlySet<string> = new Set(countryNames());

function countryNames(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const found: string[] = [];
  for (const a of letters) {
    for (const b of letters) {
      const name = names.of(a + b);
      if (name !== undefined) found.push(name.toLowerCase());
    }
  }
  return found;
}

/** Whether these words name a country, as English prose names it. */
export const isCountry = (words: string): boolean => {
  const lower = words.toLowerCase();
  return countries.has(lower) || aliases.has(lower);
};

/** Whether the lower-case word says where somebody or something is from. */
export const isDemonym = (word: string): boolean => demonyms.has(word);

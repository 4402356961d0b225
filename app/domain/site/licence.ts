/** Terms on which the desk lets others use its reports, by their SPDX names. */
export const licences = {
  "CC-BY-4.0": {
    label: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
    words:
      "You may share and adapt it, also commercially, if you name the desk and link to this page.",
  },
  "CC-BY-SA-4.0": {
    label: "CC BY-SA 4.0",
    url: "https://creativecommons.org/licenses/by-sa/4.0/",
    words:
      "You may share and adapt it, also commercially, on the same terms, if you name the desk and link to this page.",
  },
  "CC-BY-ND-4.0": {
    label: "CC BY-ND 4.0",
    url: "https://creativecommons.org/licenses/by-nd/4.0/",
    words:
      "You may share it unchanged, also commercially, if you name the desk and link to this page.",
  },
  "CC-BY-NC-4.0": {
    label: "CC BY-NC 4.0",
    url: "https://creativecommons.org/licenses/by-nc/4.0/",
    words:
      "You may share and adapt it, but not commercially, if you name the desk and link to this page.",
  },
  "CC0-1.0": {
    label: "CC0 1.0",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
    words: "The desk keeps no rights in it.",
  },
} as const;

export type Licence = keyof typeof licences;

export const licenceNames = Object.keys(licences) as [Licence, ...Licence[]];

/** What a page says to whoever looks at it: its buttons, its sound, its comments. Every test is given one trimmed line. */

const lines = [
  // "NEW You can now listen to Post articles!"
  /^(?:new:? )?you can now (?:read|watch|hear|listen to|follow|save|share)\b/i,
  /^this (?:audio|narration|voice|summary) (?:is|was|has been) (?:[a-z]+-)?(?:generated|produced|created|recorded|read|made)\b/i,
  /^this (?:report|story|article|column) (?:by [^.]{3,40} )?was (?:first|originally) published\b/i,
  /^(?:watch|listen|see|hear|view|play)\b[^.!?]{0,80}\b(?:above|below)[.!]?$/i,
  // "Have a story? Get in touch."
  /^(?:have|got|know|do you (?:have|know))\b[^.?!]{0,60}\? (?:please )?(?:get|e-?mail|contact|call|tell|send|let|write|share|message|text|dm)\b/i,
  /^(?:what do you think|do you agree)\b[^.?!]{0,40}\? (?:leave|tell|share|join|comment|write|let|have)\b/i,
  /\bcomments? (?:on|for|to) th(?:is|e) [a-z]+ (?:is|are|have been) (?:now )?(?:closed|disabled|moderated|turned off)\b/i,
  /^your (?:support|subscription|donation|membership|contribution|gift)\b[^.!?]{0,60}\b(?:possible|matters|helps|counts|funds|keeps)\b/i,
  /^you(?: are|[’']re| have|[’']ve)(?: now)? (?:reading|read|reached|viewed|used)\b[^.!?]{0,50}\b(?:article|story|stories|articles|limit|version|preview)\b/i,
  /^your browser (?:does|doesn|is|can)/i,
  /^loading\W*$/i,
];

const longest = 160;

/** Whether a line is the page's own voice; nobody is quoted in it. */
export const isPageVoice = (line: string): boolean =>
  line.length <= longest &&
  !/["“”]|\b(?:said|says|told)\b/.test(line) &&
  lines.some((each) => each.test(line));

const organisation =
  '(?:trust|hospital|organi[sz]ation|employer|work ?place|work|place|practice|council|surgery|company|charity|site)';
const own = new RegExp(
  `(?:\\bnot|n't|\\boutside|\\bother than|\\baway from|\\bnobody|\\bno[ -]one|\\bnever|\\bbeyond|\\bindependent of|\\bexcept|\\bexternal to|\\bbut|\\bapart from|\\bunconnected (?:to|with)|\\bnothing to do with)(?: (?!near|sure|happy|enjoying|like|coping)[\\w']+){0,5}? (?:my|our|this|the same|same)(?: (?:own|current|actual))? ${organisation}\\b`,
  'i',
);
const different = new RegExp(
  `\\b(?:someone|somebody|anyone|anybody|mentor|person|ideally|preferably|prefer|nurse|doctor|one|works?|working)(?: [\\w']+){0,3}? (?:in|from|at|of) an?(?:other| different) ${organisation}\\b`,
  'i',
);

/** "Not in my trust", "someone from a different organisation". */
export function asksForAnotherOrganisation(sentence: string): boolean {
  const text = sentence.slice(0, 4000).replace(/[‘’]/g, "'");
  return own.test(text) || different.test(text);
}

const organisation =
  '(?:trusts?|orgs?|ICBs?|service|home|university|school|unit|lab|hospital|ward|department|team|team|directorate|division|health board|patch|organi[sz]ation|employer|work ?place|work|place|practice|council|surgery|company|charity|site|hospice)';
const own = new RegExp(
  `(?:\\bnot|n't|\\bisnt|\\barent|\\bdoesnt|\\boutside|\\bnowhere near|\\bother than|\\baway from|\\bnobody|\\bno[ -]one|\\bnever|\\bbeyond|\\bindependent of|\\bexcept|\\bexternal to|\\bbut|\\bapart from|\\bunconnected (?:to|with)|\\bnothing to do with)(?: (?!near|sure|happy|enjoying|like|coping)[\\w']+){0,5}? (?:my|our|this|the same|same)(?: (?:own|current|actual))? ${organisation}\\b`,
  'i',
);
const different = new RegExp(
  `(?<!\\b(?:moved?|moving|came|come|coming|transferred|switched|started|starting|joined|job|post|role|applied|seconded|sent|worked|ideas?|patients?)(?: [\\w']+){0,2} )(?:in|from|at|of) an?(?:other| (?:\\w+ )?diff?er[ea]?nt)(?: [\\w-]+){0,2}? ${organisation}\\b`,
  'i',
);
const elsewhere =
  /(?<!\b(?:moved?|moving|came|come|went|gone|job|jobs|post|begun|started|start|again|work|worked|done|do it|look|looking|transferred|is|was|decided|are)\s)(?:\bfrom elsewhere\b|\b(?:somebody|someone|anyone|anybody|mentor|person|one|nurse|doctor|consultant|manager|based|works|working) elsewhere\b|(?:^|[.,;!?]\s*)(?:from )?elsewhere\s*(?:$|[.,;!?]|please|ideally|not here))|\bnot (?:from )?(?:round )?here\b(?! (?:long|for))|\b(?:not|isn't|isnt|outside|never) (?:from |in |at )?(?:mine|ours|our place|our own place|my place|my lot|our lot|where i work|this place|(?:somebody |someone |anyone |anybody )?here)\s*(?:$|[.,;!?]|obv|please|tho|though|if)/i;

/** "Not in my trust", "someone from a different organisation". */
export function asksForAnotherOrganisation(sentence: string): boolean {
  const text = sentence.slice(0, 4000).replace(/[‘’]/g, "'");
  return own.test(text) || different.test(text) || elsewhere.test(text);
}

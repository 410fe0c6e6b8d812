/** Patterns on the words before (ending in a blank) and after a profession. */

const article = '(?:a|an|another|some|any|one|the) ';
const adjective =
  '(?:senior|experienced|qualified|good|nice|friendly|female|male|woman|retired|practising|proper|decent|older|different|local|nearby|kind|wise|seasoned|really|working|actual|current|former|fellow|other|more|junior|band|\\d\\w?|hospital|community|lead|specialist|registered|trained|clinical|very|well|established|inspiring|approachable|supportive) ';
const ends = (pattern: string): RegExp =>
  new RegExp(`(?:^|[ ,])(?:${pattern}) (?:, )?(?:${article})?(?:${adjective})*$`);

const wishBefore = ends(
  [
    'ideally(?: with| from| to)?|preferably|prefer(?:ably)?(?: to have)?|preferring|preference (?:for|is)|hopefully|rather(?: have| see| speak to| talk to| be with)?',
    "(?:i|we|to|would|i'd) (?:would )?(?:like|love)|wants?|wanting|need|needing|wish for|fancy",
    'look(?:ing)? for|look(?:ing)? to (?:meet|find)|search(?:ing)? for|seek(?:ing)?|hop(?:e|ing) for|after|find(?:ing)?(?: me)?|get me|give me|show me|suggest|recommend|any chance of',
    '(?:match|pair|link|connect|set)(?:ed)?(?: me)?(?: up)? (?:with|to)|in touch with|put me with|hook me up with',
    '(?:speak|speaking|talk|talking|chat|chatting|chat it over|talk it over|word|coffee|conversation|time|hour|session|sessions|link up|work) (?:to|with)',
    '(?:to|could|can i|i) meet(?: with)?|hear from|hearing from|learn from|learning from',
    '(?:advice|guidance|help|support|wisdom|insight|steer|perspective|view|views|mentoring|mentorship|words) (?:from|of|by)',
    "mentor(?: (?:who is|who's|that is|to be|should be|must be|has to be|would be|could be|being|needs to be|is|was|, ))?|mentored by",
    "(?:someone|somebody|anyone|anybody|person|mentor|one|who)(?: (?:who is|who's|that's|that is|who was|who has been|who works as|who used to be|who started as|is|was|works as|has been|has worked as|like|such as))",
    "who's|is there|are there|got any|do you have|have you got|know of|there any",
    '(?:must|should|could|would|has to|needs to|to|might|may)(?: (?:ideally|preferably|really|also))? be(?: with)?',
    'if possible|possibly|maybe|perhaps|say|either|only|open to|happy with|mentor from',
  ].join('|'),
);
const wishAfter =
  /^(?:mentor|please|preferred|preferably|ideally|only|for choice|if (?:possible|you|there|poss)|if at all|(?:would|could|might) (?:be|suit|help|get|understand|really|do|know)|will do|with (?:experience|time|knowledge)|who(?:'s)? (?:has|have|can|could|would|speaks?|gets|understands?|knows?|moved|went|did|made|is|works?|will|teach|lead|been)|by (?:background|trade|profession|training)|by|welcome|or similar|is (?:best|ideal|fine|what))\b/;
const praisedAfter =
  /^(?:(?:, )?(?:in|near|from|around|or|who|with|at|based|and) (?:[\w']+ ){1,8})?(?:, )?(?:would|might|could) be (?:great|ideal|good|best|nice|perfect|lovely|brilliant|helpful|fantastic|wonderful|amazing|fab|super|useful|fine|my)\b/;
const askedBefore = /(?:^|[ ,])(?:would|could|can|might|is|will) (?:a|an|any|one of the|some) (?:\w+ )?$/;
const askedAfter =
  /\b(?:be (?:free|able|available|willing)|help|talk|tell|chat|spare|show|advise|give me|speak|mentor|guide|have)\b/;
const storyBefore =
  /\b(?:when|whenever|if|every time|each time|after) (?:\w+ ){0,3}(?:speak|talk|talking|speaking|chat|meet) (?:to|with)? ?(?:a|an|the)? $/;

export function wishesPerson(left: string, right: string): boolean {
  if (storyBefore.test(left) || unsure.test(left)) return false;
  if (askedBefore.test(left) && askedAfter.test(right)) return true;
  if (wishBefore.test(left))
    return (
      !/(?:^|[ ,])(?:i|we|to|would|i'd) (?:would )?(?:like|love|want) (?:being )?(?:a|an) $/.test(left) ||
      !/^(?:role|post|job)/.test(right)
    );
  return (
    (wishAfter.test(right) || praisedAfter.test(right)) &&
    !/^(?:i'm|i am|im|me|as|my) /.test(left.replace(/^.* (?=(?:i'm|i am|im|me|as|my) (?:\w+ ){0,5}$)/, ''))
  );
}

/** "A consultant perhaps", "an ODP or a nurse": a sentence or clause that begins so, after another one. */
export function opensWith(left: string, right: string): boolean {
  return (
    /(?:^|, )(?:a|an|another|any) (?:senior |experienced |fellow |clinical |lead )?$/.test(left) &&
    /^(?:$|, |perhaps|maybe|possibly|or|in|near|from|around|with|who|if|please|on|based|face|over)/.test(
      right,
    )
  );
}

const unsure =
  /\b(?:not necessarily|need not be|have to be|needn't be|don't mind|do not mind|not bothered|not fussed|not just|not only|doesn't matter|no matter|whether) (?:\w+ ){0,5}$/;

const inside =
  '(?:in|from|within|inside|at|on|of|with a|with an|who knows|who does|doing) (?:the )?(?:\\w+ (?:of|side of) )?';
const fieldBefore = new RegExp(
  `(?:^|[ ,])(?:someone|somebody|anyone|anybody|person|people|mentor|mentors|one|ideally|preferably|prefer|colleague|contact|voice|face|who is|who's|who works?|who worked|who has worked|that works|working|works|based|leader|lead|manager|friend|expert|professional|specialist|else|senior|experienced|who has a career|career|been|advice|guidance|speak to|talk to|hear from)(?: (?:, |working|works|based|senior|experienced|who is|who's|who works|who worked|currently|already|more|else|high up|new))* ${inside}$`,
);
const fieldNear =
  /(?:^|[ ,])(?:ideally|preferably|prefer|someone|somebody|anyone|anybody|an|a|any|some|who's|fellow) (?:, )?(?:someone |somebody |a |an )?(?:senior |experienced |good )?$/;
const fieldPerson =
  /^(?:person|people|mentor|professional|professionals|background|colleague|colleagues|expert|specialist|lead|leader|type|types|side|staff|bod|bods|folk|manager|by background|experience|preferred|ideally|would be)\b/;

export function wishesField(left: string, right: string): boolean {
  if (
    unsure.test(left) ||
    ownField(left) ||
    /\b(?:move|moving|get|getting|go|going|break|career) (?:in|into|to) (?:the )?$/.test(left)
  )
    return false;
  if (fieldBefore.test(left)) return true;
  if (/(?:^|[ ,])(?:ideally|preferably) (?:, )?(?:someone |somebody )?$/.test(left)) return true;
  if (/(?:someone|somebody|anyone|anybody) $/.test(left))
    return /^(?:$|, |for|to|who|based|by|with|near|in|on)/.test(right);
  return fieldNear.test(left) && fieldPerson.test(right) && !/^i'm |^i am /.test(left);
}

export function ownField(left: string): boolean {
  return (
    /(?:^|[ ,])(?:i'm|i am|im|i work|i've worked|i have worked|i've been|i have been|me|my (?:job|role|post|background|career|work|day job) (?:is|was)|currently|we're|we are|i do|working|work|been working) (?:(?:currently|mainly|only|just|a|an|working|work|worked|been|based|manager|lead|band|\d\w?|all my life|years|for) ){0,5}(?:in|within|for|at|on) (?:the )?$/.test(
      left,
    ) && !/\b(?:someone|somebody|anyone|who|mentor|person) (?:\w+ ){0,3}$/.test(left)
  );
}

const role =
  'role|roles|post|posts|job|jobs|position|interview|interviews|application|applications|vacancy|vacancies|career|training|course|degree|qualification|programme|placement|shortage|register|exam|exams|curriculum|rota|shift|shifts|level|students?|apprentice|apprenticeship|form|title|pay';
const rightOfStory = new RegExp(
  `^(?:${role}|(?:i|we|that i|who i|whom i) (?:work|worked|share|sit|manage|report|am)|at work|on my|in my|in our|on our|shouted|said|told|keeps|kept|shouts|laughed|made me|who (?:shouts|bullies|belittles|keeps|undermines|never|always|supervises|runs|manages|trained|told|said|makes|rolled))\\b`,
);

/** The pharmacist at work, my consultant, a matron post: part of the story. */
export function someoneElses(left: string, right: string): boolean {
  if (
    /\b(?:my|our|their|his|her|your|his|these|those|two|three|four|both|all|most|many|other|the other|several) (?:(?:own|lead|senior|new|old|current|former|line|ward|clinical|lovely|two|three|whole|last) ){0,2}$/.test(
      left,
    )
  )
    return !/\bnot (?:like )?my $/.test(left);
  if (/\bthe (?:\w+ )?$/.test(left) && !/\bby the $/.test(left) && !/^(?:preferred|ideal)/.test(right))
    return (
      !/(?:someone|somebody|anyone|ideally|person|works|working|not|mentor|colleague) (?:in|from|on|at|within|inside) the $/.test(
        left,
      ) && !new RegExp(`${inside}$`).test(left)
    );
  return rightOfStory.test(right);
}

const goal =
  /\b(?:become|becoming|became|qualify as|qualified as|train as|training as|trained as|retrain as|promoted to|apply(?:ing)? (?:for|to be)|step(?:ping)? up (?:to|as)|mov(?:e|ing) (?:into|to|up to)|go(?:ing)? into|act(?:ing)? (?:up )?as|dream of being|used to be|want to be|wants? to work as|aim(?:ing)? to be|hope to be|like to be|love to be|aspire to be|aspiring|trying to be|future|wannabe|progress to|progressing to|interview for|role (?:as|of)|job (?:as|of)|post (?:as|of)|appointed|newly appointed|secondment as|start(?:ing|ed)? as|being) (?:to )?(?:a |an |the |my |first )*(?:\w+ ){0,1}$/;
const wantsThemToBe =
  /\b(?:mentor|them|it|person|someone|somebody|who|whoever|he|she|they) (?:\w+ ){0,3}be(?:ing)? (?:a |an )?(?:\w+ )?$|who used to be (?:a |an )$|who (?:started|trained|works|worked|qualified) as (?:a |an )$/;

export function aspires(left: string, _right: string): boolean {
  return goal.test(left) && !wantsThemToBe.test(left);
}

const no =
  "(?:not|isn't|wasn't|don't|doesn't|won't|wouldn't|no|never|nobody|nobody who|no one|without|outside|outside of|nothing against|except|except for|apart from|other than|anyone but|anybody but|someone but|but not|rather than|instead of|avoid|avoiding|excluding|exclude|aside from|besides|non|nor|bar|fed up with|fed up of|sick of|tired of|had enough of|enough of|steer clear of|keep away from|away from|anything but|anyone except|no more|not keen on|not fond of|scared of|wary of|put off by|can't face|don't send me|cannot face|spare me)";
const filler =
  '(?:a|an|another|any|from|in|with|someone|somebody|anyone|who|is|be|being|see|speak|talk|to|want|have|get|give|it|them|the|more|one|of|those|be|matched|paired|by|like|keen|on|me|please|for|also|need|really|works|working|work|if|they|are|yet|other|that|was|were|senior|hospital|has|been|fan|mentor|sort|type|all|and|more|talk|going) ';
const avoidBefore = new RegExp(`(?:^|[ ,])${no} (?:${filler}){0,6}$`);
const avoidAfter =
  /^(?:no thanks|need not apply|put me off|intimidate|scare me|not for me|not needed|are not for me|terrify|is not what|would not|wouldn't|won't do|excluded|and doctors need not)\b/;

export function avoids(left: string, right: string): boolean {
  if (/\b(?:i'm|i am|im) (?:just )?(?:a|an) (?:[\w']+ ){1,4}(?:, )?(?:and )?not (?:a|an) $/.test(left))
    return false;
  if (/\b(?:i'm|i am|im|i was|i'm still) not (?:a|an|really a|really an|in|from) (?:\w+ )?$/.test(left))
    return false;
  if (unsure.test(left)) return false;
  if (
    /\b(?:can't|cannot|couldn't|don't|do not|never) (?:find|have|know|see|get|meet|seem|understand|trust|get on|had|met|became|become|worked)\b(?! (?:want|need)) ?(?:\w+ ){0,4}$/.test(
      left,
    ) &&
    !/\b(?:don't|do not) get me /.test(left)
  )
    return false;
  return avoidBefore.test(left) || avoidAfter.test(right);
}

/** "I'm a band 6 nurse", "band 6 nurse here", a sentence that begins with "Nurse in Leeds". */
export function ownJob(left: string, right: string): boolean {
  if (/^(?:here|myself|by day|in training)\b/.test(right)) return true;
  if (
    /(?:^|[ ,])(?:i'm|i am|im|i was|i've been|i have been|i work as|work as|working as|worked as|my job as|my role as|my job is|qualified as|trained as|speaking as|as|me|self|currently|been|we are|we're|today) (?:(?!who|want|wanting|looking|for|after|with|mentor|to|bullied|told|by|see|from)[\w']+ ){0,7}$/.test(
      left,
    )
  )
    return true;
  return /^(?:(?:hi|hello|hey|hiya|morning|afternoon|evening|all|there|everyone|,|a|an|band|\d\w?|senior|junior|newly|qualified|student|trainee|just|lead|new|community|hospital|staff|experienced|retired|part|time|full|busy|tired|fellow|registered|clinical|male|female|theatre|ward|surgical|medical|paediatric|icu|a&e|ed) )*$/.test(
    left,
  );
}

import type { Side } from '../chemistry/change-meeting.ts';

/** What is asked of each, in a review, at the end, and half a year later. Every answer may be left out. */
export type Question = {
  readonly id: string;
  readonly words: Readonly<Record<Side, string>>;
  /** Absent: answered in one's own words. */
  readonly choices?: readonly Choice[];
};
type Choice = { readonly value: string; readonly words: string };

export const longestAnswer = 2000;

const toBoth = (id: string, words: string, choices?: readonly Choice[]): Question => ({
  id,
  words: { mentee: words, mentor: words },
  ...(choices && { choices }),
});
const enough: readonly Choice[] = [
  { value: 'too little', words: 'Too little' },
  { value: 'enough', words: 'Enough' },
  { value: 'too much', words: 'Too much' },
];
const yesOrNo: readonly Choice[] = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
];

/** At the dates that the two have agreed. */
export const reviewQuestions: readonly Question[] = [
  {
    id: 'goals',
    words: { mentee: 'How is each of your goals going?', mentor: 'How is each of the goals going?' },
  },
  toBoth('right-goals', 'Are they still the right goals?'),
  toBoth('works', 'What works well?'),
  toBoth('less-well', 'What works less well?'),
  toBoth('challenge', 'Is there enough challenge?', enough),
  toBoth('support', 'Is there enough support?', enough),
  toBoth('trust', 'How openly can you speak, compared with before?', [
    { value: 'better', words: 'Better' },
    { value: 'same', words: 'The same' },
    { value: 'worse', words: 'Worse' },
  ]),
  {
    id: 'preparing',
    words: {
      mentee: 'Do you find the time to prepare, and to do what you agree?',
      mentor: 'Is there time to prepare, and to do what you agree?',
    },
  },
  toBoth('slipping', 'Do your meetings slip?', yesOrNo),
  { id: 'gains', words: { mentee: 'What do you gain?', mentor: 'What do you gain from it yourself?' } },
  toBoth('change', 'Would you change how often you meet, or anything else in the contract?'),
];

/** When a conflict of interest has come up. Nobody is asked whose fault it is. */
export const conflictQuestions: readonly Question[] = [
  toBoth('what', 'What has changed, as far as you would like to say?'),
  toBoth('freely', 'Can you still speak openly?', yesOrNo),
  toBoth('leave-out', 'What would you leave out of your meetings while it lasts?'),
  toBoth('until', 'Do you know when it will have passed?'),
];

/** In the closing conversation, and written by each in their own words. */
export const closingQuestions: readonly Question[] = [
  toBoth('gained', 'What have you gained?'),
  toBoth('change', 'Which change was worth most?'),
  toBoth('effect', 'What has it done for your work, or for those you care for? Name no patient.'),
  toBoth('next', 'What support would help you next?'),
  {
    id: 'would-mentor',
    words: { mentee: 'Would you mentor somebody yourself?', mentor: 'Would you mentor somebody again?' },
    choices: [...yesOrNo, { value: 'perhaps', words: 'Perhaps' }],
  },
];

/** Half a year after the end. */
export const lookingBackQuestions: readonly Question[] = [
  toBoth('since', 'What has come of it since?'),
  toBoth('lasts', 'What do you still use?'),
];

/** Talked through before it ends, by those who would like to. */
export const closingPrompts: readonly string[] = [
  'What did you set out to do, and where are you now?',
  'What would you tell others who begin?',
  'What was hard, and what helped?',
  'What is still open, and who can help with it?',
  'How do you want to stay in touch, if at all?',
];

export type Answers = Readonly<Record<string, string>>;

/** What fits these questions and is not empty, trimmed. `undefined`: something does not fit, or nothing is answered. */
export function answersTo(questions: readonly Question[], given: Answers): Answers | undefined {
  const known: Record<string, string> = {};
  for (const [id, text] of Object.entries(given)) {
    const question = questions.find(each => each.id === id);
    const answer = text.trim();
    if (!question || answer.length > longestAnswer) return undefined;
    if (answer === '') continue;
    if (question.choices && !question.choices.some(({ value }) => value === answer)) return undefined;
    known[id] = answer;
  }
  return Object.keys(known).length > 0 ? known : undefined;
}

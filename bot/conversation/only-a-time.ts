const timeWords = new Set(
  `mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
  mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec today tonight yesterday tomorrow last tmrw tomo week weeks day
  days morning mornings afternoon afternoons evening evenings eve noon midday lunch lunchtime am pm half quarter past to
  until till on at in of the a an and or after before by from between around about any anytime time times this next
  following onwards later earlier early late instead rather maybe perhaps what how can could do i we is are best better
  free works work for me us one two three four five six seven eight nine ten eleven twelve`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** Whether a sentence holds words for days and times and nothing that says what a mentor is wanted for. */
export function isOnlyATime(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}]+|\d[\d.:/-]*/gu) ?? [];
  return (
    words.length > 0 && words.every(word => /^\d/.test(word) || ordinals.has(word) || timeWords.has(word))
  );
}

const ordinals = new Set(['st', 'nd', 'rd', 'th']);

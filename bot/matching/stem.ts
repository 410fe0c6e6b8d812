const irregular: ReadonlyMap<string, string> = new Map([
  ['midwives', 'midwife'],
  ['people', 'person'],
  ['children', 'child'],
  ['kids', 'child'],
  ['felt', 'feel'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['taught', 'teach'],
  ['led', 'lead'],
  ['leadership', 'lead'],
  ['leader', 'lead'],
  ['leaders', 'lead'],
  ['went', 'go'],
  ['gone', 'go'],
  ['going', 'go'],
  ['knew', 'know'],
  ['known', 'know'],
  ['wrote', 'write'],
  ['written', 'write'],
  ['lost', 'lose'],
  ['kept', 'keep'],
  ['told', 'tell'],
  ['thought', 'think'],
  ['left', 'leave'],
  ['slept', 'sleep'],
  ['chose', 'choose'],
  ['chosen', 'choose'],
  ['bought', 'buy'],
  ['spent', 'spend'],
  ['fell', 'fall'],
  ['fallen', 'fall'],
  ['froze', 'freeze'],
  ['frozen', 'freeze'],
  ['management', 'manage'],
  ['manager', 'manage'],
  ['managers', 'manage'],
  ['managerial', 'manage'],
]);

/** A light English stem: inflections and a few endings, so that "retiring", "retired" and "retires" meet. */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  let base = word.replace(/'.*$/, '');
  if (/ies$/.test(base) && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^su]s$/.test(base)) base = base.slice(0, -1);
  if (/ing$/.test(base) && /[aeiouy].*ing$/.test(base) && base.length > 5)
    base = undoubled(base.slice(0, -3));
  else if (/ied$/.test(base)) base = `${base.slice(0, -3)}y`;
  else if (/ed$/.test(base) && base.length > 4) base = undoubled(base.slice(0, -2));
  base = base
    .replace(/(?:isation|ization)$/, 'ise')
    .replace(/ement$/, 'e')
    .replace(/ment$/, '')
    .replace(/ly$/, '');
  if (base.length > 6)
    base = base
      .replace(/ation$/, '')
      .replace(/(?<=[st])ion$/, '')
      .replace(/(?:er|or)$/, '')
      .replace(/ness$/, '')
      .replace(/ive$/, '')
      .replace(/al$/, '');
  return base.length > 3 ? base.replace(/e$/, '').replace(/y$/, 'i') : base;
}

function undoubled(base: string): string {
  return /([bdfgkmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

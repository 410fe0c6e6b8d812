import type { MentionContext } from './mention-context.ts';

const reach = { left: 8, right: 6 };

/** `isKnown`: words that no example has say nothing, and stand in the way of those that do. */
export function mentionFeatures(
  { kind, left: allLeft, right: allRight }: MentionContext,
  isKnown: (token: string) => boolean,
): readonly string[] {
  const known = (tokens: readonly string[], most: number): readonly string[] =>
    tokens
      .filter(isKnown)
      .map(token => (token === '^' || token === '$' ? '.' : token))
      .slice(0, most);
  const left = known(allLeft, reach.left);
  const right = known(allRight, reach.right);
  const [before = ''] = allLeft;
  const [after = ''] = allRight;
  const side = (name: string, tokens: readonly string[]): readonly string[] => {
    const features: string[] = [];
    tokens.forEach((token, at) => {
      const next = tokens[at + 1];
      features.push(`${name}:${token}`);
      features.push(`${name}${at === 0 ? 1 : at === 1 ? 2 : at < 4 ? 3 : 5}:${token}`);
      if (next !== undefined) features.push(`${name}:${token} ${next}`);
      if (at === 0) {
        features.push(`${kind} ${name}1:${token}`);
        if (next !== undefined) {
          features.push(`${name}1:${token} ${next}`, `${kind} ${name}1:${token} ${next}`);
          if (tokens[2] !== undefined) features.push(`${name}1:${token} ${next} ${tokens[2]}`);
        }
      }
    });
    return features;
  };
  const features = [
    `kind:${kind}`,
    ...side('l', left),
    ...side('r', right),
    `b:${left[0]} ${right[0]}`,
    `b2:${left[0]} ${left[1]} ${right[0]}`,
    ...(before === '^' || before === '.'
      ? [
          `${kind} opens:${before}${allRight.includes('$') ? '$' : ''}`,
          `opens:${before}${/[.,$]/.test(after) ? after : ''}`,
        ]
      : []),
  ];
  return kind === 'place' ? features.map(feature => `@${feature}`) : features;
}

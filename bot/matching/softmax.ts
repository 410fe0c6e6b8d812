export type Example<T extends string> = { readonly label: T; readonly features: readonly string[] };

const epochs = 15;
const rate = 0.1;

/** Multinomial logistic regression by AdaGrad, the examples always in the same order: the same data give the same model. */
export function softmaxWeights<T extends string>(
  labels: readonly T[],
  examples: readonly Example<T>[],
): { readonly features: readonly string[]; readonly weights: Float64Array } {
  const numbers = numbered(examples);
  const width = labels.length;
  const weights = new Float64Array(numbers.size * width);
  const squares = new Float64Array(numbers.size * width).fill(1);
  const guess = new Float64Array(width);
  const known = (features: readonly string[]): Int32Array =>
    Int32Array.from(features.flatMap(feature => numbers.get(feature) ?? []));
  const guessFor = (features: Int32Array): void => {
    guess.fill(0);
    for (const feature of features)
      for (let at = 0; at < width; at += 1)
        guess[at] = (guess[at] ?? 0) + (weights[feature * width + at] ?? 0);
    let total = 0;
    for (let at = 0; at < width; at += 1) {
      const raised = Math.exp(Math.min(30, guess[at] ?? 0));
      guess[at] = raised;
      total += raised;
    }
    for (let at = 0; at < width; at += 1) guess[at] = (guess[at] ?? 0) / total;
  };
  const rows = examples.map(({ label, features }) => ({
    right: labels.indexOf(label),
    features: known(features),
  }));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { right, features } of rows) {
      guessFor(features);
      for (let at = 0; at < width; at += 1) {
        const slope = (guess[at] ?? 0) - (at === right ? 1 : 0);
        if (Math.abs(slope) < 0.005) continue;
        for (const feature of features) {
          const place = feature * width + at;
          const square = (squares[place] ?? 1) + slope * slope;
          squares[place] = square;
          weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { features: [...numbers.keys()], weights };
}

function numbered(examples: readonly Example<string>[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) if (!numbers.has(feature)) numbers.set(feature, numbers.size);
  return numbers;
}

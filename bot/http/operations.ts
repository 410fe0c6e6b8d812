/** Alive and ready are for the platform; figures for those who may read them. */
export type Operations = {
  /** May throw: then the answer is no. */
  readonly checks: { store(): Promise<boolean>; signInKeys(): Promise<boolean> };
  readonly metrics: {
    /** Prometheus text. */
    text(): Promise<string>;
    /** Takes the whole Authorization header. Others are told that there is nothing. */
    mayRead(authorization: string | undefined): Promise<boolean>;
  };
};

export type Readiness = { readonly store: 'yes' | 'no'; readonly signInKeys: 'yes' | 'no' };

export async function readiness(checks: Operations['checks']): Promise<Readiness> {
  const [store, signInKeys] = await Promise.all([yesOrNo(checks.store), yesOrNo(checks.signInKeys)]);
  return { store, signInKeys };
}

async function yesOrNo(check: () => Promise<boolean>): Promise<'yes' | 'no'> {
  try {
    return (await check()) ? 'yes' : 'no';
  } catch {
    return 'no';
  }
}

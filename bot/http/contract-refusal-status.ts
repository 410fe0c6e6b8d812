import type { ContractRefusal } from '../mentoring/contract/contract-refusal.ts';

/** What the tab is told of each refusal about a contract. 409: load again, it stands otherwise now. */
export const contractRefusalStatus: Readonly<
  Record<ContractRefusal, { readonly status: number; readonly say: string }>
> = {
  'changed meanwhile': { status: 409, say: 'This was changed meanwhile. What you see now is the latest.' },
  'not drafting': { status: 409, say: 'Nothing can be changed now. Suggest a change first.' },
  'already drafting': { status: 409, say: 'A change is being drafted already.' },
  'already proposed': { status: 409, say: 'This has been proposed. Take it back to change it.' },
  'not proposed': { status: 409, say: 'Nothing waits for a signature now.' },
  'already signed': { status: 409, say: 'You have signed this version already.' },
  'not this version': {
    status: 409,
    say: 'The version that you saw has changed. Read this one before you sign.',
  },
  'not active': { status: 409, say: 'This contract is not signed by both of you yet.' },
  'contract ended': { status: 409, say: 'This contract has ended. You can still read it.' },
  'not ended': { status: 409, say: 'End the contract first. Then you can erase your part of it.' },
  'already erased': { status: 409, say: 'Your part has been erased already.' },
  'not to be changed': { status: 403, say: 'This is not yours to change.' },
  'value not allowed': { status: 422, say: 'That does not fit here. Look at the help under the field.' },
  'something missing': {
    status: 409,
    say: 'Something that has to be filled in is empty. Fill it in, then propose.',
  },
  'too many': { status: 422, say: 'There is no room for more here.' },
  'record not whole': {
    status: 409,
    say: 'The record of this contract is damaged, so nothing can be signed. Tell the people who run your scheme.',
  },
};

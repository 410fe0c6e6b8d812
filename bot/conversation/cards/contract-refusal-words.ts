import type { ContractRefusal } from '../../mentoring/contract/contract-refusal.ts';

/** What is said of each refusal about a contract, with what to do next. */
export const contractRefusalWords: Readonly<Record<ContractRefusal, string>> = {
  'changed meanwhile': 'This was changed meanwhile. Open the contract to see how it stands.',
  'not drafting': 'Nothing can be changed now. Open the contract to suggest a change.',
  'already drafting': 'A change is being drafted already. Open the contract to see it.',
  'already proposed': 'This has been proposed. Open the contract to sign it or take it back.',
  'not proposed': 'Nothing waits for a signature now. Open the contract to see how it stands.',
  'already signed': 'You have signed this version already. Open the contract to see it.',
  'not this version':
    'The version that you saw has changed. Open the contract and read this one before you sign.',
  'not active': 'This is not signed by both of you yet. Open the contract to see how it stands.',
  'contract ended': 'This contract has ended. Open it to read it.',
  'not ended': 'End the contract first. Then you can erase your part of it.',
  'already erased': 'Your part has been erased already. Open the contract to see what is left.',
  'not to be changed': 'This is not yours to change. Open the contract to comment on it.',
  'value not allowed': 'That does not fit there. Open the contract to see what does.',
  'something missing': 'Something that has to be filled in is empty. Open the contract and fill it in.',
  'too many': 'There is no room for more there. Open the contract to take something out.',
  'record not whole':
    'The record of this contract is damaged, so nothing can be signed. Tell the people who run your scheme.',
};

import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { sides } from '../mentoring/contract/change-contract.ts';
import { erasedParts, hasErased } from '../mentoring/contract/kept-parts.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { type ContractRecord, contractRecordId, type PartRecord } from '../records/contract-record.ts';
import { type ContractNeeds, changeContract } from './contract-store.ts';
import type { StoredContract } from './stored-contract.ts';

/** Leaves room for head, link and decision in a batch of 100. */
export const erasedAtOnce = 90;

/** A part without what it said and the salt that hid it. */
export function emptied({ nth }: StoredContract, digest: string): PartRecord {
  return { id: contractRecordId(nth, 'part', digest), type: 'contract', is: 'part', digest };
}

export type ToErase = { readonly puts: readonly PartRecord[]; readonly removes: readonly string[] };

/** All that is to go at once with an erasing, as far as it fits in one batch; what is left goes in further ones. */
export function firstToErase(
  contract: StoredContract,
  digests: readonly string[],
  by: Side | undefined,
): ToErase {
  const gone = by ? [by, ...sides.filter(side => hasErased(contract, side))] : sides;
  const removes = draftsToErase(contract, gone, by === undefined);
  return atMost({ puts: digests.map(digest => emptied(contract, digest)), removes });
}

/** What has been erased by its chain and is still there, since whoever erased it was stopped on the way. Ids. */
export function leftToErase(contract: StoredContract): readonly string[] {
  const { puts, removes } = stillThere(contract);
  return [...puts.map(({ id }) => id), ...removes];
}

/** Goes on until nothing is left. */
export async function takeOutLeft(
  ports: ContractNeeds,
  { pairId, id }: StoredContract['head'],
): Promise<StoredContract> {
  for (;;) {
    const after = await changeContract(
      ports,
      pairId,
      contract => {
        const left = stillThere(contract);
        return left.puts.length + left.removes.length === 0
          ? contract
          : { head: contract.head, ...atMost(left) };
      },
      { contract: id },
    );
    if (isRefusal(after)) throw new Error('A contract went while it was erased');
    if (leftToErase(after).length === 0) return after;
  }
}

function stillThere(contract: StoredContract): ToErase {
  const puts = [...erasedParts(contract).keys()].flatMap(digest => {
    const part = contract.parts.get(digest);
    return part?.content || part?.salt ? [emptied(contract, digest)] : [];
  });
  const isAll = contract.links.some(({ kind, by }) => kind === 'erased' && by === undefined);
  const gone = isAll ? sides : sides.filter(side => hasErased(contract, side));
  return { puts, removes: gone.length === 0 ? [] : draftsToErase(contract, gone, isAll) };
}

/** Drafted words, comments and answers of those who are gone; at the very end all that is not the chain. */
function draftsToErase(contract: StoredContract, gone: readonly Side[], isAll: boolean): readonly string[] {
  return [...contract.records.values()].flatMap(({ document }) =>
    isOf(document, gone, isAll) ? [document.id] : [],
  );
}

function isOf(record: ContractRecord, gone: readonly Side[], isAll: boolean): boolean {
  switch (record.is) {
    case 'head':
    case 'link':
    case 'part':
      return false;
    case 'comment':
    case 'answers':
      return isAll || gone.includes(record.by);
    case 'field':
    case 'goal':
      return isAll || (record.writers.length > 0 && record.writers.every(writer => gone.includes(writer)));
    case 'done':
    case 'review':
    case 'ending':
      return isAll;
  }
}

function atMost({ puts, removes }: ToErase): ToErase {
  const some = puts.slice(0, erasedAtOnce);
  return { puts: some, removes: removes.slice(0, erasedAtOnce - some.length) };
}

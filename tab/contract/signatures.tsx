import { Body1, Caption1 } from '@fluentui/react-components';
import type { ContractView, DocumentView } from '../../bot/http/contract-shapes.ts';
import { moment } from '../when.ts';
import { isolated, nameOf, sideWords } from './contract-wording.ts';

/** Who has signed a version and when, and who has not. */
export function Signatures({ contract, version }: { contract: ContractView; version?: DocumentView }) {
  return (
    <ul className="list signatures">
      {(['mentee', 'mentor'] as const).map(side => {
        const signed = version?.signatures.find(signature => signature.side === side);
        const name = isolated(nameOf(side, contract));
        return (
          <li key={side} className="signature">
            <Body1 block>
              {name}, {sideWords[side]}
            </Body1>
            <Caption1 block className="subtle">
              {signed && version
                ? `Signed version ${version.version} on ${moment(signed.at)}`
                : 'Has not signed yet'}
            </Caption1>
          </li>
        );
      })}
    </ul>
  );
}

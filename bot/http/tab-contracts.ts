import { amendContract } from '../journeys/amend-contract.ts';
import { commentOnField } from '../journeys/comment-on-field.ts';
import { dropAmendment } from '../journeys/drop-amendment.ts';
import { eraseOwnPart } from '../journeys/erase-own-part.ts';
import { keepGoal } from '../journeys/keep-goal.ts';
import { proposeContract } from '../journeys/propose-contract.ts';
import { removeGoal } from '../journeys/remove-goal.ts';
import { saveField } from '../journeys/save-field.ts';
import { seeContract } from '../journeys/see-contract.ts';
import { signContract } from '../journeys/sign-contract.ts';
import { takeBackProposal } from '../journeys/take-back-proposal.ts';
import type { Ports } from '../ports/ports.ts';
import type { TabContracts } from './contract-routes.ts';

/** The journeys of a contract as the tab's routes ask for them. */
export function tabContracts(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'digests' | 'directory'>,
): TabContracts {
  return {
    seeContract: (who, asked) => seeContract(ports, who, asked),
    saveField: (who, asked) => saveField(ports, who, asked),
    commentOnField: (who, asked) => commentOnField(ports, who, asked),
    keepGoal: (who, asked) => keepGoal(ports, who, asked),
    removeGoal: (who, asked) => removeGoal(ports, who, asked),
    proposeContract: (who, asked) => proposeContract(ports, who, asked),
    takeBackProposal: (who, asked) => takeBackProposal(ports, who, asked),
    signContract: (who, asked) => signContract(ports, who, asked),
    amendContract: (who, asked) => amendContract(ports, who, asked),
    dropAmendment: (who, asked) => dropAmendment(ports, who, asked),
    eraseOwnPart: (who, asked) => eraseOwnPart(ports, who, asked),
  };
}

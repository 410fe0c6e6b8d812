import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { type CheckedExchange, graphContract } from './graph-contract.ts';

const file = process.env.GRAPH_CONTRACT;
const contract = file ? graphContract(file) : undefined;
let told = 0;

/** Every request of the product to Graph, and every answer, where GRAPH_CONTRACT names the description of Graph. */
export function heldToContract(exchange: CheckedExchange): void {
  contract?.check(exchange);
}

export const mochaHooks = {
  afterEach() {
    const problems = contract?.problems() ?? [];
    const fresh = problems.slice(told);
    told = problems.length;
    assert.deepEqual(fresh, [], 'Graph was not spoken to as it is described');
  },
  /** Once for each file of tests, as files run beside each other: graph-operations.mjs draws the lines together. */
  afterAll() {
    const list = process.env.GRAPH_OPERATIONS;
    if (!contract || !list) return;
    const line = { used: [...contract.exercised().keys()], never: contract.neverExercised() };
    appendFileSync(list, `${JSON.stringify(line)}\n`);
  },
};

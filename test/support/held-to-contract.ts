import assert from 'node:assert/strict';
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
  afterAll() {
    if (!contract) return;
    process.stdout.write(`\nGraph operations that the product used:\n`);
    for (const [operation, times] of contract.exercised())
      process.stdout.write(`  ${operation} (${times})\n`);
    process.stdout.write(`Never used by it: ${contract.neverExercised().join(', ')}\n`);
  },
};

type Probe = {
  readonly rule: string;
  /** Completes "rejects …". */
  readonly breaks: string;
  readonly files: Readonly<Record<string, string>>;
};

const value = 'export const value = 1;\n';
const importing = (what: string) => `import { value } from '${what}';\nexport const it = value;\n`;

/** Each the smallest tree that breaks its rule. */
export const probes: readonly Probe[] = [
  {
    rule: 'mentoring-is-pure',
    breaks: 'node: in the core',
    files: {
      'bot/mentoring/probe.ts': "import { readFileSync } from 'node:fs';\nexport const it = readFileSync;\n",
    },
  },
  {
    rule: 'mentoring-is-pure',
    breaks: 'a port in the core',
    files: { 'bot/mentoring/probe.ts': importing('../ports/store.ts'), 'bot/ports/store.ts': value },
  },
  {
    rule: 'matching-knows-mentoring-alone',
    breaks: 'a port in matching',
    files: { 'bot/matching/probe.ts': importing('../ports/store.ts'), 'bot/ports/store.ts': value },
  },
  {
    rule: 'ports-are-types-in-mentoring-words',
    breaks: 'an SDK in a port',
    files: {
      'bot/ports/probe.ts': "import type { Activity } from 'botbuilder';\nexport type It = Activity;\n",
    },
  },
  {
    rule: 'records-know-the-core-and-the-store-port',
    breaks: 'a journey in a record',
    files: { 'bot/records/probe.ts': importing('../journeys/a.ts'), 'bot/journeys/a.ts': value },
  },
  {
    rule: 'register-booking-contracts-and-outbox-know-no-door',
    breaks: 'an adapter in booking',
    files: { 'bot/booking/probe.ts': importing('../adapters/graph/a.ts'), 'bot/adapters/graph/a.ts': value },
  },
  {
    rule: 'register-booking-contracts-and-outbox-know-no-door',
    breaks: 'a journey in the live register',
    files: { 'bot/register/probe.ts': importing('../journeys/a.ts'), 'bot/journeys/a.ts': value },
  },
  {
    rule: 'journeys-know-no-sdk-adapter-or-door',
    breaks: 'an SDK in a journey',
    files: {
      'bot/journeys/probe.ts':
        "import { CosmosClient } from '@azure/cosmos';\nexport const it = CosmosClient;\n",
    },
  },
  {
    rule: 'journeys-know-no-sdk-adapter-or-door',
    breaks: 'a card in a journey',
    files: {
      'bot/journeys/probe.ts': importing('../conversation/cards/a.ts'),
      'bot/conversation/cards/a.ts': value,
    },
  },
  {
    rule: 'adapters-know-ports-and-their-own-sdk',
    breaks: 'one adapter in another',
    files: { 'bot/adapters/graph/probe.ts': importing('../cosmos/a.ts'), 'bot/adapters/cosmos/a.ts': value },
  },
  {
    rule: 'doors-know-no-adapter-and-no-other-door',
    breaks: 'an adapter in a door',
    files: { 'bot/http/probe.ts': importing('../adapters/entra/a.ts'), 'bot/adapters/entra/a.ts': value },
  },
  {
    rule: 'doors-know-no-adapter-and-no-other-door',
    breaks: 'one door in another',
    files: { 'bot/http/probe.ts': importing('../conversation/a.ts'), 'bot/conversation/a.ts': value },
  },
  {
    rule: 'botbuilder-stays-in-its-thin-layer',
    breaks: 'botbuilder in the HTTP door',
    files: {
      'bot/http/probe.ts': "import type { Activity } from 'botbuilder';\nexport type It = Activity;\n",
    },
  },
  {
    rule: 'graph-client-has-one-home',
    breaks: 'the Graph client beside its adapter',
    files: {
      'bot/compose.ts':
        "import { Client } from '@microsoft/microsoft-graph-client';\nexport const it = Client;\n",
    },
  },
  {
    rule: 'composition-is-not-imported',
    breaks: 'a door that reaches for the composition',
    files: { 'bot/http/probe.ts': importing('../compose.ts'), 'bot/compose.ts': value },
  },
  {
    rule: 'tab-takes-types-only-from-the-contract',
    breaks: 'a value of the server in the tab',
    files: { 'tab/probe.ts': importing('../bot/http/contract.ts'), 'bot/http/contract.ts': value },
  },
  {
    rule: 'tab-knows-the-contract-alone',
    breaks: 'a type of the core in the tab',
    files: {
      'tab/probe.ts': "import type { A } from '../bot/mentoring/a.ts';\nexport type It = A;\n",
      'bot/mentoring/a.ts': 'export type A = 1;\n',
    },
  },
  {
    rule: 'teams-js-has-one-home',
    breaks: 'teams-js in a page',
    files: { 'tab/home/probe.ts': "import { app } from '@microsoft/teams-js';\nexport const it = app;\n" },
  },
  {
    rule: 'product-knows-nothing-local',
    breaks: 'a stand-in in the product',
    files: { 'bot/http/probe.ts': importing('../../infra/local/a.ts'), 'infra/local/a.ts': value },
  },
  {
    rule: 'package-knows-nothing-of-the-product',
    breaks: 'the settings in the package',
    files: { 'manifest/probe.ts': importing('../bot/config.ts'), 'bot/config.ts': value },
  },
  {
    rule: 'local-knows-mentoring-words-alone',
    breaks: 'the product in a stand-in',
    files: { 'infra/local/probe.ts': importing('../../bot/http/a.ts'), 'bot/http/a.ts': value },
  },
  {
    rule: 'no-circles',
    breaks: 'two modules that import each other',
    files: {
      'bot/journeys/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'bot/journeys/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  },
];

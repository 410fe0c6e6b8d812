/** Who may import whom. Each rule has its reason here and a probe in test/layering that proves it bites. */
const within = folder => `^bot/${folder}/`;

/** Everything but these paths. */
const allBut = (...paths) => ({ pathNot: paths.join('|') });

const zone = '^node_modules/temporal-(polyfill|spec|utils)/';

export default {
  forbidden: [
    {
      name: 'mentoring-is-pure',
      comment:
        'The core can be read, tested and moved without anything around it: no node:, no ports, no library but Temporal.',
      severity: 'error',
      from: { path: within('mentoring') },
      to: allBut(within('mentoring'), zone),
    },
    {
      name: 'matching-knows-mentoring-alone',
      comment:
        'Matching is a function from a sentence and profiles to mentors: no ports, no SDKs, only its own small libraries.',
      severity: 'error',
      from: { path: within('matching') },
      to: allBut(within('mentoring'), within('matching'), '^node_modules/(minisearch|chrono-node)/'),
    },
    {
      name: 'ports-are-types-in-mentoring-words',
      comment: 'What journeys need, said without saying who does it.',
      severity: 'error',
      from: { path: within('ports') },
      to: allBut(within('mentoring'), within('ports')),
    },
    {
      name: 'records-know-the-core-and-the-store-port',
      comment: 'How mentoring things are laid out in partitions; says nothing about who writes them.',
      severity: 'error',
      from: { path: within('records') },
      to: allBut(within('mentoring'), within('matching'), within('ports'), within('records')),
    },
    {
      name: 'register-booking-contracts-and-outbox-know-no-door',
      comment: 'They are what journeys are made of, so they know neither doors nor adapters nor journeys.',
      severity: 'error',
      from: { path: '^bot/(register|booking|contracts|outbox)/' },
      to: {
        pathNot: [
          within('mentoring'),
          within('matching'),
          within('ports'),
          within('records'),
          '^bot/(register|booking|contracts|outbox)/',
        ].join('|'),
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'journeys-know-no-sdk-adapter-or-door',
      comment:
        'A journey decides with the core and speaks to ports; who is behind them and who asked is not its affair.',
      severity: 'error',
      from: { path: within('journeys') },
      to: {
        path: '^bot/|^tab/|^infra/|^node_modules/',
        pathNot: '^bot/(mentoring|matching|ports|records|register|booking|contracts|outbox|journeys)/',
      },
    },
    {
      name: 'adapters-know-ports-and-their-own-sdk',
      comment: 'An adapter can be replaced alone: it knows no door, no journey and no other adapter.',
      severity: 'error',
      from: { path: '^bot/adapters/([^/]+)/' },
      to: { path: '^(bot|tab|infra)/', pathNot: ['^bot/(mentoring|ports)/', '^bot/adapters/$1/'] },
    },
    {
      name: 'doors-know-no-adapter-and-no-other-door',
      comment:
        'A door turns what it is asked into a journey; how the world is reached is composed elsewhere.',
      severity: 'error',
      from: { path: '^bot/(conversation|http|schedule|command-line)/' },
      to: {
        path: '^(bot|tab|infra)/',
        pathNot: ['^bot/$1/', '^bot/(mentoring|matching|ports|records|register|journeys)/'],
      },
    },
    {
      name: 'botbuilder-stays-in-its-thin-layer',
      comment:
        'The SDK is in maintenance: a successor must touch the conversation, the two adapters and the composition only.',
      severity: 'error',
      from: {
        path: '^bot/',
        pathNot: '^bot/(conversation|adapters/(teams|bot-service))/|^bot/compose\\.ts$',
      },
      to: { path: '^node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'graph-client-has-one-home',
      comment: 'Tokens, limits and retries are in one place.',
      severity: 'error',
      from: { pathNot: '^bot/adapters/graph/' },
      to: { path: '^node_modules/@microsoft/microsoft-graph-client/' },
    },
    {
      name: 'composition-is-not-imported',
      comment: 'Only the composition knows both ends, so nothing of the product may lean on it.',
      severity: 'error',
      from: {
        path: '^bot/',
        pathNot: '^bot/(main|register-main|outbox-main|verify-main|compose|open-store)\\.ts$',
      },
      to: { path: '^bot/(main|compose|open-store)\\.ts$' },
    },
    {
      name: 'tab-takes-types-only-from-the-contract',
      comment:
        'Nothing of the server gets into the browser: the tab imports the types of the contract and no value.',
      severity: 'error',
      from: { path: '^tab/' },
      to: { path: '^(bot|infra)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tab-knows-the-contract-alone',
      comment: 'What the tab may know of the server is what the server promises it.',
      severity: 'error',
      from: { path: '^tab/' },
      to: {
        path: '^(bot|infra)/',
        pathNot: '^bot/http/(contract|contract-shapes|review-shapes|search-shapes)\\.ts$',
      },
    },
    {
      name: 'teams-js-has-one-home',
      comment: 'Whatever Teams changes is met in one file.',
      severity: 'error',
      from: { path: '^tab/', pathNot: '^tab/teams\\.ts$' },
      to: { path: '^node_modules/@microsoft/teams-js/' },
    },
    {
      name: 'product-knows-nothing-local',
      comment: 'What stands in for Microsoft 365 on one machine is never part of what goes to production.',
      severity: 'error',
      from: { path: '^(bot|tab)/' },
      to: { path: '^(infra|test|manifest)/' },
    },
    {
      name: 'package-knows-nothing-of-the-product',
      comment:
        'The Teams package is made from the manifest and an environment alone; tests hold it to the product.',
      severity: 'error',
      from: { path: '^manifest/' },
      to: { path: '^(bot|tab|infra|test)/' },
    },
    {
      name: 'local-knows-mentoring-words-alone',
      comment: 'The stand-ins are held to Microsoft’s contract, not to the product’s own code.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(bot|tab|test)/', pathNot: '^bot/mentoring/' },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tab/dist/' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};

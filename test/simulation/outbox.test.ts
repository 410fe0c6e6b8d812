import { outboxSimulation } from './outbox-simulation.ts';

outboxSimulation('SQLite', { seeds: Number(process.env.OUTBOX_SEEDS ?? 200) });
outboxSimulation('Cosmos', { seeds: 20 });

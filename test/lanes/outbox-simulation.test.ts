import { outboxSimulation } from '../simulation/outbox-simulation.ts';

const seeds = Number(process.env.OUTBOX_SEEDS ?? 1000);
outboxSimulation('SQLite', { seeds });
outboxSimulation('Cosmos', { seeds });

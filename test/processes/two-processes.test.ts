import { pressedAtTwoProcesses } from '../support/pressed-at-two-processes.ts';

pressedAtTwoProcesses('one SQLite file', async () => ({}));

import { writeFileSync } from 'node:fs';
import { permissionsPage, readPermissions } from './permissions.ts';

writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage(readPermissions()));

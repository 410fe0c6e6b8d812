import { createHash, randomUUID } from 'node:crypto';
import type { Ids } from '../../ports/ids.ts';

/** Never to be changed: ids that were derived under it are in the store. */
const namespace = Buffer.from('6f2c1b0e4d7a4c1f9b83a5d2e7c09146', 'hex');

/** Parts are joined as JSON, so that no two lists of parts give one name. UUIDs by https://www.rfc-editor.org/rfc/rfc9562 */
export function nodeIds(): Ids {
  return {
    random: () => randomUUID(),
    derived: (...parts) => {
      const hash = createHash('sha1').update(namespace).update(JSON.stringify(parts), 'utf8').digest();
      hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
      hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
      const hex = hash.toString('hex', 0, 16);
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

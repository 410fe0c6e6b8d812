import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly data: Buffer };

const dosDate = 0x0021; // 1 January 1980, the earliest that the format knows
const plainNames = 0x0800; // names are UTF-8

/**
 * Stored, not deflated, with a fixed date: the same entries are the same bytes on every machine and with every Node.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const shared = sharedFields(name, data);
    const local = Buffer.concat([fields(0x04034b50), shared, Buffer.from(name), data]);
    const ends = Buffer.alloc(14);
    ends.writeUInt32LE(offset, 10);
    files.push(local);
    directory.push(fields(0x02014b50), Buffer.from([20, 0]), shared, ends, Buffer.from(name));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

function fields(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
}

/** From "version needed" to "extra field length": the same in front of the file and in the directory. */
function sharedFields(name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(plainNames, 2);
  bytes.writeUInt16LE(dosDate, 8);
  bytes.writeUInt32LE(crc32(data), 10);
  bytes.writeUInt32LE(data.length, 14);
  bytes.writeUInt32LE(data.length, 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return bytes;
}

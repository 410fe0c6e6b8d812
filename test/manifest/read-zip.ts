import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';

/** Reads a zip by its directory, as programs do that know nothing of who wrote it; stored files only. */
export function readZip(bytes: Buffer): { name: string; data: Buffer }[] {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50, 'It has no end');
  const files: { name: string; data: Buffer }[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, 'Its directory breaks off');
    assert.equal(bytes.readUInt16LE(at + 10), 0, 'A file is not stored');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const data = fileAt(bytes, bytes.readUInt32LE(at + 42), name, bytes.readUInt32LE(at + 24));
    assert.equal(crc32(data), bytes.readUInt32LE(at + 16), `${name} is damaged`);
    files.push({ name, data });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  assert.equal(at, end, 'Its directory does not end where it says');
  return files;
}

function fileAt(bytes: Buffer, at: number, name: string, length: number): Buffer {
  assert.equal(bytes.readUInt32LE(at), 0x04034b50, `${name} is not where the directory says`);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  assert.equal(bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26)), name);
  return Buffer.from(bytes.subarray(from, from + length));
}

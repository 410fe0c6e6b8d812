import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Rows from the top; four bytes a pixel: red, green, blue, alpha. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const rgba = 6;

export function encodePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, rgba, 0, 0, 0], 8);
  const row = width * 4;
  const lines = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y += 1) lines.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** 8-bit RGBA without interlacing, which is what the icons are; anything else is undefined. */
export function decodePng(file: Buffer): Picture | undefined {
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const found = chunksOf(file);
  const header = found?.find(({ type }) => type === 'IHDR')?.data;
  if (!found || header?.length !== 13) return undefined;
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  if (!header.subarray(8).equals(Buffer.from([8, rgba, 0, 0, 0]))) return undefined;
  try {
    const packed = Buffer.concat(found.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const lines = inflateSync(packed, { maxOutputLength: 4_000_000 });
    return lines.length === (width * 4 + 1) * height
      ? { width, height, pixels: unfiltered(lines, width * 4, height) }
      : undefined;
  } catch {
    return undefined;
  }
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] | undefined {
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const ends = at + 8 + length;
    if (ends + 4 > file.length || crc32(file.subarray(at + 4, ends)) !== file.readUInt32BE(ends))
      return undefined;
    found.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, ends) });
    at = ends + 4;
  }
  return found;
}

/** https://www.w3.org/TR/png/#9Filters */
function unfiltered(lines: Buffer, row: number, height: number): Uint8Array {
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x < 4 ? 0 : (pixels[y * row + x - 4] ?? 0);
      const above = y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * row + x - 4] ?? 0);
      pixels[y * row + x] = (lines[y * (row + 1) + 1 + x] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const near = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map(each => Math.abs(near - each));
  if (Number(toLeft) <= Number(toAbove) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toAbove) <= Number(toCorner) ? above : corner;
}

import { writeFileSync } from 'node:fs';
import { encodePng, type Picture } from './png.ts';

/** Draws both icons anew: two people in one speech bubble. Run it by itself after a change here. */
const nhsBlue = [0x00, 0x5e, 0xb8] as const;
const white = [255, 255, 255] as const;
const samples = 8;

type Inside = (x: number, y: number) => boolean;

/** In a square from 0 to 1, which it touches on all sides. */
const symbol: Inside = (x, y) => {
  if (!inBubble(x, y, 0)) return false;
  if (!inBubble(x, y, 0.07)) return true;
  return person(x, y, 0.33) || person(x, y, 0.67);
};

function inBubble(x: number, y: number, inset: number): boolean {
  const bottom = 0.8 - inset;
  const corner = 0.2 - inset;
  const right = 1 - inset;
  const fromX = Math.max(inset + corner - x, x - (right - corner), 0);
  const fromY = Math.max(inset + corner - y, y - (bottom - corner), 0);
  const inBox = x >= inset && x <= right && y >= inset && y <= bottom && Math.hypot(fromX, fromY) <= corner;
  const inTail = inset === 0 && y > 0.7 && y <= 1 && x >= 0.2 && x <= 0.2 + (1 - y) * 0.9;
  return inBox || inTail;
}

function person(x: number, y: number, at: number): boolean {
  const head = Math.hypot(x - at, y - 0.29) <= 0.09;
  const shoulders = y <= 0.63 && Math.hypot((x - at) / 0.145, (y - 0.63) / 0.2) <= 1;
  return head || shoulders;
}

function drawn(
  size: number,
  colour: (share: number) => readonly [number, number, number, number],
  inset = 0,
) {
  const pixels = new Uint8Array(size * size * 4);
  const side = size - 2 * inset;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let hits = 0;
      for (let sub = 0; sub < samples * samples; sub += 1) {
        const px = (x - inset + ((sub % samples) + 0.5) / samples) / side;
        const py = (y - inset + (Math.floor(sub / samples) + 0.5) / samples) / side;
        if (symbol(px, py)) hits += 1;
      }
      pixels.set(colour(hits / samples ** 2), (y * size + x) * 4);
    }
  }
  return { width: size, height: size, pixels } satisfies Picture;
}

const mixed = (at: 0 | 1 | 2, share: number) => Math.round(nhsBlue[at] + (white[at] - nhsBlue[at]) * share);
const inColour = drawn(192, share => [mixed(0, share), mixed(1, share), mixed(2, share), 255], 44);
const outline = drawn(32, share => [...white, Math.round(share * 255)]);

for (const file of ['color.png', '../tab/public/color.png'])
  writeFileSync(new URL(file, import.meta.url), encodePng(inColour));
writeFileSync(new URL('outline.png', import.meta.url), encodePng(outline));

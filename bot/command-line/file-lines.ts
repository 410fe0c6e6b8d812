/** A line without its line break; `line` counts from 1. */
export type FileLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly refusedBecause: string };

const longestLine = 64 * 1024;
const lineFeed = 0x0a;

/** Splits UTF-8 bytes into lines, each decoded by itself, so that one bad byte spoils one line. Drops a byte order mark. */
export async function* fileLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  let line = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= longestLine) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): FileLine => {
    const finished = size > longestLine ? tooLong(line) : decoded(line, Buffer.concat(pieces));
    line += 1;
    pieces = [];
    size = 0;
    return finished;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
      add(chunk.subarray(from, at));
      from = at + 1;
      yield finish();
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

function tooLong(line: number): FileLine {
  return { line, refusedBecause: `The line is longer than ${longestLine} bytes.` };
}

function decoded(line: number, bytes: Uint8Array): FileLine {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: line > 1 }).decode(bytes);
    return { line, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch {
    return { line, refusedBecause: 'The line is not UTF-8. Save the file as "CSV UTF-8".' };
  }
}

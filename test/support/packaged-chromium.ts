import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { inflate } from '@sparticuz/chromium';

export type Unpacked = {
  readonly executable: string;
  /** Fontconfig file that adds the packaged fonts to the machine's own. */
  readonly fontsFile: string;
  /** System libraries for a machine that lacks them. */
  readonly libraries: string;
};

const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Several test runs may start at once: each unpacks apart and the first to finish gives the folder its name. */
async function unpack(bin: string, folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  const before = process.env.TMPDIR;
  try {
    // The package unpacks to the temp folder and has no option for another.
    process.env.TMPDIR = staging;
    await Promise.all(archives.map(archive => inflate(path.join(bin, archive))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await writeFile(
    path.join(staging, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}/fonts</dir>
<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The browser that comes inside the npm package, unpacked once per machine, user and version. */
export async function packagedChromium(): Promise<Unpacked> {
  const bin = path.join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  const { version } = createRequire(import.meta.url)(path.join(bin, '../package.json'));
  const folder = path.join(tmpdir(), `chromium-${String(version)}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpack(bin, folder);
  return {
    executable: path.join(folder, 'chromium'),
    fontsFile: path.join(folder, 'fonts.conf'),
    libraries: path.join(folder, 'al2023', 'lib'),
  };
}

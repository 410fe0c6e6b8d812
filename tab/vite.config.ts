import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A Fluent token is the CSS variable of its name, but for the z-indices: written out, the table of them all (4 kB packed) goes. */
const reference =
  /(?<![\w./"'])tokens\.((?:color|border|font|line|shadow|stroke|spacing|duration|curve)\w+)/g;
const fluentTokens: Plugin = {
  name: 'fluent-tokens',
  transform: {
    filter: { id: /@fluentui/, code: /\btokens\.[a-z]/ },
    handler: code => ({ code: code.replace(reference, '"var(--$1)"'), map: null }),
  },
};

/** teams-js carries a library (3 kB packed) that writes to a console which nobody reads. Its export is called `b`. */
const quietLog: Plugin = {
  name: 'quiet-log',
  transform: {
    filter: { id: /teams-js.*\/debug\/src\/browser\.js$/ },
    handler: () => ({
      code: `const quiet = Object.assign(() => undefined, { extend: () => quiet });
export const b = { debug: Object.assign(() => quiet, { formatArgs() {} }) };`,
      map: null,
    }),
  },
};

export default defineConfig({
  root: here('.'),
  base: '/tab/',
  logLevel: 'warn',
  plugins: [fluentTokens, quietLog],
  // The server puts a fresh nonce in its place in every page: bot/http/tab-files.ts
  html: { cspNonce: '%NONCE%' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // What the first page needs in one file: it packs better than several.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      onLog: (level, log, write) => {
        // Fluent marks its modules for server components, which there are none of here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') write(level, log);
      },
    },
  },
});

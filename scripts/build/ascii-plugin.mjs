// Escapes what esbuild leaves beyond ASCII in regular expressions and tagged templates: for one character beyond Latin-1 V8
// keeps the whole script at two bytes a character, as long as the program runs.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @returns {import('esbuild').Plugin} for bundles that esbuild writes as ASCII elsewhere; those with source maps stay as they are */
export function asciiPlugin() {
  return {
    name: 'ascii',
    setup(build) {
      if (build.initialOptions.sourcemap) return;
      build.initialOptions.write = false;
      build.onEnd(async ({ outputFiles = [] }) => {
        for (const { path: file, text } of outputFiles) {
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, escaped(text));
        }
      });
    },
  };
}

/**
 * @param {string} script without `String.raw`, in which an escape is no character
 * @returns {string}
 */
function escaped(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

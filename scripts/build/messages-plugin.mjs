// Takes the messages apart when the program is bundled, so that what ships needs no parser of theirs.
import { readFile } from 'node:fs/promises';
import { IntlMessageFormat } from 'intl-messageformat';

/** @returns {import('esbuild').Plugin} for the messages' files, which are copied otherwise */
export function messagesPlugin() {
  return {
    name: 'messages',
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]l10n[\\/]\w+\.json$/ }, async ({ path: file }) => {
        /** @type {Record<string, string>} */
        const messages = JSON.parse(await readFile(file, 'utf8'));
        try {
          const apart = Object.entries(messages).map(([key, message]) => [key, takenApart(message)]);
          return { contents: JSON.stringify(Object.fromEntries(apart)), loader: 'copy' };
        } catch (error) {
          return { errors: [{ text: error instanceof Error ? error.message : String(error), location: { file } }] };
        }
      });
    },
  };
}

/**
 * Lets the library's class, which nothing that ships makes one of, be left out: it sets its own fields up, so that it might be
 * needed for all that a bundler knows.
 * @returns {import('esbuild').Plugin}
 */
export function formatterPlugin() {
  return {
    name: 'formatter',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]intl-messageformat[\\/]index\.js$/ }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const contents = source.replace(/^var IntlMessageFormat = (class [^]*?^\});$/m, 'var IntlMessageFormat = /* @__PURE__ */ (() => $1)();');
        if (contents === source) throw new Error(`${file} is written differently by now.`);
        return { contents, loader: 'js' };
      });
    },
  };
}

/** @typedef {ReturnType<IntlMessageFormat['getAst']>} Elements */

/**
 * @param {string} message
 * @returns {string | Elements} as it is where nothing but `{name}` stands in it, else its elements
 * @throws {Error} when it is no message
 */
export function takenApart(message) {
  const elements = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  const plain = elements.map((element) => ('value' in element && Number(element.type) <= 1 ? (Number(element.type) === 0 ? element.value : `{${element.value}}`) : undefined));
  return !message.includes('\'') && !plain.includes(undefined) && plain.join('') === message ? message : elements;
}

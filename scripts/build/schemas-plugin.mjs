// Puts the data under schemas/ into the bundles, so that what ships reads no files and needs no YAML or schema check of its own.
import { readShippedData } from './shipped-data.mjs';

const MODULE = 'shipped-catalogue-data';

/**
 * Resolves the module `shipped-catalogue-data` to the checked data.
 * @param {'json' | 'copy'} [loader] `copy` for a file of its own
 * @returns {import('esbuild').Plugin}
 */
export function schemasPlugin(loader = 'json') {
  return {
    name: 'schemas',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({ path: MODULE, namespace: MODULE }));
      build.onLoad({ filter: /.*/, namespace: MODULE }, async () => {
        try {
          const { data, files, folders } = await readShippedData();
          return { contents: JSON.stringify(data), loader, watchFiles: files, watchDirs: folders };
        } catch (error) {
          return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
        }
      });
    },
  };
}

// Compiles the JSON Schemas of forms and guidelines into plain code, so that what ships compiles nothing at run time:
// a strict content security policy forbids that.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import standalone from 'ajv/dist/standalone/index.js';
import { projectRoot } from './shipped-data.mjs';

const MODULE = 'schema-validators';
const SCHEMAS = ['form', 'guideline', 'official'];
/** What else is wanted only where there is a file to check. */
const CHECKS = [['schemaProblems', 'schema-problems'], ['formFaults', 'form-faults'], ['guidelineFaults', 'guideline-faults']];

/**
 * Resolves the module `schema-validators` to one validating function per schema.
 * @returns {import('esbuild').Plugin}
 */
export function validatorsPlugin() {
  return {
    name: 'validators',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({ path: MODULE, namespace: MODULE }));
      build.onLoad({ filter: /.*/, namespace: MODULE }, async () => {
        const files = SCHEMAS.map((name) => path.join(projectRoot, 'schemas', `${name}.schema.json`));
        try {
          return { contents: await compiledSchemas(files), loader: 'js', resolveDir: projectRoot, watchFiles: files };
        } catch (error) {
          return { errors: [{ text: error instanceof Error ? error.message : String(error) }], watchFiles: files };
        }
      });
    },
  };
}

/**
 * @param {string[]} files
 * @returns {Promise<string>} a module
 */
async function compiledSchemas(files) {
  const schemas = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  const ajv = new Ajv2020({ allErrors: true, strict: true, code: { source: true, esm: true }, schemas });
  addFormats.default(ajv);
  const validators = standalone(ajv, Object.fromEntries(SCHEMAS.map((name, at) => [name, schemas[at].$id])));
  return `${validators}\n${CHECKS.map(([name, file]) => `export { ${name} } from './server/src/workspace/${file}.ts';`).join('\n')}`;
}

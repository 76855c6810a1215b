import data from 'shipped-catalogue-data';
import type { CatalogueData } from './catalogue/catalogue.ts';
import type * as Styles from './print-styles.ts';
import type { Validators } from './workspace/validators.ts';

/**
 * @returns the forms, guidelines and keys that ship with the program. They are read and checked when it is
 *   bundled, so this module works in bundles only.
 */
export function shippedCatalogueData(): CatalogueData {
  return data as CatalogueData;
}

declare function require(module: 'schema-validators'): Validators;
declare function require(module: './print-styles.ts'): typeof Styles;

/** @returns what checks the forms and guidelines of a workspace. Compiled when the program is bundled, loaded when there is something to check. */
export function shippedValidators(): Validators {
  let loaded: Validators | undefined;
  const all = (): Validators => loaded ??= require('schema-validators');
  return {
    get form() { return all().form; },
    get guideline() { return all().guideline; },
    get official() { return all().official; },
    get schemaProblems() { return all().schemaProblems; },
    get formFaults() { return all().formFaults; },
    get guidelineFaults() { return all().guidelineFaults; },
  };
}

/** @returns the style sheets of a page that is printed or sent, loaded when there is one */
export function shippedStyles(): string {
  return require('./print-styles.ts').printStyles;
}

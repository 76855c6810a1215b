import data from 'shipped-catalogue-data';
import * as validators from 'schema-validators';
import type { CatalogueData } from './catalogue/catalogue.ts';
import type { Validators } from './workspace/validators.ts';

/**
 * @returns the forms, guidelines and keys that ship with the program. They are read and checked when it is
 *   bundled, so this module works in bundles only.
 */
export function shippedCatalogueData(): CatalogueData {
  return data as CatalogueData;
}

/** @returns what checks the forms and guidelines of a workspace. Compiled when the program is bundled. */
export function shippedValidators(): Validators {
  return validators as Validators;
}

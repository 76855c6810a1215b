import data from 'shipped-catalogue-data';
import type { CatalogueData } from './catalogue/catalogue.ts';

/**
 * @returns the forms, guidelines and keys that ship with the program. They are read and checked when it is
 *   bundled, so this module works in bundles only.
 */
export function shippedCatalogueData(): CatalogueData {
  return data;
}

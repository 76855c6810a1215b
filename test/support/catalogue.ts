import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createCatalogue, type Catalogue, type CatalogueData } from '../../server/src/catalogue/catalogue.ts';

const schemas = new URL('../../schemas/', import.meta.url);

/** The catalogue of everything that ships, read from `schemas/`. */
export function catalogue(): Catalogue {
  return shipped ??= createCatalogue(shippedData());
}

let shipped: Catalogue | undefined;

export function shippedData(): CatalogueData {
  return { dialect: read('dialect.yaml'), forms: folder('forms/'), guidelines: folder('guidelines/') };
}

function folder<T>(name: string): T[] {
  return readdirSync(new URL(name, schemas)).filter((file) => file.endsWith('.yaml')).sort().map((file) => read<T>(name + file));
}

function read<T>(name: string): T {
  return parse(readFileSync(new URL(name, schemas), 'utf8')) as T;
}

/** What is under `schemas/`, put here by the build. */
declare module 'shipped-catalogue-data' {
  const data: import('./catalogue/catalogue.ts').CatalogueData;
  export default data;
}

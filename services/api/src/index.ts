export type { ApiDeps } from './app.ts'
export { catalogue, type CatalogueEntry, type ProblemCode } from './errors/catalogue.ts'
export { createApi } from './server.ts'
export { apiSettings, type ApiSettings } from './settings.ts'

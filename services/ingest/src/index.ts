export { startIngest, type Ingest, type IngestDeps } from './ingest.ts'
export { ingestSettings, type IngestSettings } from './settings.ts'

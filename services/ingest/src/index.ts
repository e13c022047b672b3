export { startIngest, type Ingest } from './ingest.ts'
export { ingestSettings, type IngestSettings } from './settings.ts'

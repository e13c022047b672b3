import { runService } from '@connector/connections'
import { startIngest } from './ingest.ts'
import { ingestSettings } from './settings.ts'

await runService('ingest', ingestSettings, startIngest)

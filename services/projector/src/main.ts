import { runService } from '@connector/connections'
import { startProjector } from './projector.ts'
import { projectorSettings } from './settings.ts'

await runService('projector', projectorSettings, startProjector)

// Declares `swagger()` of the instance that `createApi` answers, and what a route may say to it.
import '@fastify/swagger'

export type { ApiDeps } from './deps.ts'
export type { ConsoleOptions } from './console/console.ts'
export { assertNotOpenToAll } from './authentication/open-to-this-machine.ts'
export { createOperatorKey } from './operator-key.ts'
export { catalogue, type CatalogueEntry, type ProblemCode } from './errors/catalogue.ts'
export { createFingerprints, type Fingerprints } from './idempotency/fingerprints.ts'
export { statusStatement } from './reads/status-statement.ts'
export { restoredCommand } from './restored-command.ts'
export { createApi } from './server.ts'
export { migrateSettings } from './migrate-settings.ts'
export { apiSettings, type ApiSettings } from './settings.ts'

export * from './repository.ts'
export type { TenantLogs } from './tenant-logs.ts'
export { TooManyConflicts, type Cause, type Loaded } from './streams.ts'
export { createSealedLog, keyOwnerOf } from './sealed/sealed-log.ts'

export * from './data-error.ts'
export { openDatabaseClock, wrongClock, type DatabaseClock } from './database-clock.ts'
export { isDatabaseAway, isStatementTooLong } from './database-away.ts'
export { singCanary } from './canary.ts'
export {
  backupTables,
  continueNumbers,
  digestOfTable,
  readBackup,
  writeBackup,
  type BackupRow,
  type BackupTable,
} from './backup.ts'
export { scrub, type Rewritten } from './scrub.ts'
export { assertAtRest, openLogPlace, type LogPlace } from './log-place.ts'
export * from './connect.ts'
export * from './conversation-keys.ts'
export * from './credentials.ts'
export * from './known-buyers.ts'
export { assertLogHome, homeOf, moveReaders, readLogHome, type MovedReaders } from './log-home.ts'
export { createBehindSince, type BehindSince } from './lag.ts'
export type { Lease } from './held-leases.ts'
export { freeAllLeases, heldBy, type LeasedService } from './lease-rows.ts'
export * from './leases.ts'
export * from './master-keys.ts'
export * from './logins.ts'
export * from './log-heads.ts'
export * from './migrate.ts'
export { migrations } from './migration-files.ts'
export { isUnexplained, ownFaultText } from './own-fault.ts'
export { isPassingConflict } from './passing-conflict.ts'
export * from './ready-schema.ts'
export { keysOf, readModels, resetReadModels, type ReadModel } from './read-models.ts'
export * from './read-model-parts.ts'
export * from './restores.ts'
export { openRests } from './rests.ts'
export * from './restore-report.ts'
export * from './rotation.ts'
export { createMasterKey, CredentialsUnreadable, parseMasterKey, seal, tryOpen } from './sealing.ts'
export * from './thulium-hints.ts'
export type { NewRow, Row, Tables } from './tables.ts'
export * from './upsert.ts'

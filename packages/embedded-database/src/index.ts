export { startEmbeddedDatabase, type EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded-database.ts'
export { EmbeddedDatabaseError } from './errors.ts'
export { removeDatabase } from './place.ts'

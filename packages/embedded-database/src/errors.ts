/** The embedded PostgreSQL cannot run here; the message says why and what to do. */
export class EmbeddedDatabaseError extends Error {
  readonly code = 'embedded_database.cannot_start'
}

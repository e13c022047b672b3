import { createTestDatabase, type TestDatabase } from '@connector/test-kit'
import { migrate, schemaDigest } from '../../src/index.ts'

/** A database in the newest schema. */
export const createMigratedDatabase = (): Promise<TestDatabase> =>
  createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })

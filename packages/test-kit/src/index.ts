export { createTestDatabase, noDatabase } from './database.ts'
export { until } from './until.ts'

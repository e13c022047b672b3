export { createTestDatabase, noDatabase, type Template, type TestDatabase } from './database.ts'
export { until } from './until.ts'
export * from './black-hole.ts'

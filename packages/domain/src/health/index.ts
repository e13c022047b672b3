export * from './health.ts'
export * from './worst-level.ts'

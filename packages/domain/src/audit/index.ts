export * from './differences.ts'
export * from './changes.ts'

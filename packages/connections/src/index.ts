export * from './settings.ts'
export * from './clients.ts'
export * from './connections.ts'

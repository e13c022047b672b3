export * from './observe.ts'
export * from './ticket-life.ts'
export * from './forgotten-own.ts'

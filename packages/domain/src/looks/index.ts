export * from './observe.ts'
export * from './ticket-life.ts'

export * from './decide.ts'
export * from './kinds.ts'
export * from './state.ts'

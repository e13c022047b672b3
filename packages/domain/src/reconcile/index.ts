export * from './kinds.ts'
export * from './facts.ts'
export { plannedEffects } from './ledger.ts'
export * from './compare.ts'

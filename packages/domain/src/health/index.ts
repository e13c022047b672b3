export * from './facts.ts'
export { healthOf } from './health.ts'
export { healthLevels, healthOwners, type Health, type HealthLevel, type HealthOwner } from './levels.ts'
export * from './worst-level.ts'

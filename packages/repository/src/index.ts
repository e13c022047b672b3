export * from './repository.ts'
export { TooManyConflicts, type Loaded } from './streams.ts'

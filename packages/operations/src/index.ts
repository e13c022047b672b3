export * from './handler.ts'
export { createRuns, type Run, type Runs } from './runs.ts'
export { startOperations, type OperationsOptions } from './runner.ts'

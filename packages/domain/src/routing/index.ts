export * from './capture.ts'
export * from './thread-kind.ts'
export * from './rule-conditions.ts'
export * from './route.ts'

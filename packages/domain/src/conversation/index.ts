export * from './state.ts'
export * from './record-order.ts'
export * from './outcomes.ts'

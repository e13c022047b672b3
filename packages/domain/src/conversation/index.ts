export * from './state.ts'
export * from './record-order.ts'
export * from './outcomes.ts'
export * from './own-message-ids.ts'

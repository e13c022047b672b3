export * from './state.ts'
export * from './custom-fields.ts'
export * from './decide.ts'
export * from './shops.ts'

export * from './reply-text.ts'
export * from './message-text.ts'

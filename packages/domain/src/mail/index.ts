export * from './reply-text.ts'

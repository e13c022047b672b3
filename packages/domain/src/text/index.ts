export * from './plain-text.ts'
export * from './fold-words.ts'

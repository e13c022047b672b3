export * from './plain-text.ts'
export * from './fold-words.ts'
export * from './shorten.ts'
export { megabytes } from './file-size.ts'

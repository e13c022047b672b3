export * from './ids.ts'
export * from './authors.ts'
export * from './both-languages.ts'
export * from './mirakl.ts'

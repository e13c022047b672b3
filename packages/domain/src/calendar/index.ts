export * from './warsaw.ts'
export * from './polish-holidays.ts'
export * from './business-time.ts'

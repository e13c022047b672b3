export * from './reply-text.ts'
export * from './message-text.ts'
export { withoutLead } from './lead.ts'

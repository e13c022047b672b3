export * from './request-reply.ts'
export * from './agent-reply.ts'
export * from './recipients.ts'
export * from './reply-address.ts'

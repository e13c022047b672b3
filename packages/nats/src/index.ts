export * from './settings.ts'
export * from './link.ts'
export type { NatsConnection } from 'nats'

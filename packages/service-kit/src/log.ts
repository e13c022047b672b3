import { pino, type DestinationStream } from 'pino'

/**
 * The only fields a log line may carry. A key, a token, an e-mail address or a message body has no field here, so it
 * cannot reach a log by accident; what is not listed is dropped even when types are got round.
 */
const allowedFields = [
  'service',
  'tenantId',
  'integrationId',
  'threadId',
  'ticketId',
  'eventId',
  'effectKey',
  'effectKind',
  'attempt',
  'operation',
  'failureClass',
  'status',
  'code',
  'reason',
  'count',
  'offsetMs',
  'durationMs',
  'url',
  'port',
  'owner',
  'fence',
  'partition',
  'requestId',
  'accessKeyId',
  'address',
  'method',
  'route',
  'retryAt',
  'migration',
] as const

type LogFields = Partial<Record<(typeof allowedFields)[number], string | number | boolean | undefined>> & {
  error?: unknown
}

export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
  child(fields: LogFields): Log
}

function safe(fields: LogFields): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const field of allowedFields) if (fields[field] !== undefined) out[field] = fields[field]
  // `detail`, `where` and `parameters` of database errors hold row values, so only these three are taken.
  if (fields.error instanceof Error)
    out['error'] = { name: fields.error.name, message: fields.error.message, stack: fields.error.stack }
  else if (fields.error !== undefined) out['error'] = { name: 'unknown' }
  return out
}

const wrap = (logger: pino.Logger): Log => ({
  info: (fields, message) => logger.info(safe(fields), message),
  warn: (fields, message) => logger.warn(safe(fields), message),
  error: (fields, message) => logger.error(safe(fields), message),
  child: (fields) => wrap(logger.child(safe(fields))),
})

/** A log of JSON lines on standard error. @param level one of pino's levels, or `silent` */
export const createLog = (service: string, level = 'info', stream?: DestinationStream): Log =>
  wrap(pino({ level, base: { service } }, stream ?? pino.destination(2)))

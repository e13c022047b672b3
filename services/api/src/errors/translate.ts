import { CommandRefused } from '@connector/domain/integration'
import { UnreadableEvent } from '@connector/domain/events'
import { both } from '@connector/domain/words'
import { EventLogUnavailable } from '@connector/event-log'
import { TooManyConflicts } from '@connector/repository'
import { CredentialsUnreadable, isDatabaseAway, isStatementTooLong } from '@connector/store'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { ApiError } from './api-error.ts'
import { isProblemCode, type ProblemCode } from './catalogue.ts'
import { fieldError } from './field-errors.ts'

const frameworkCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media_type',
  // Of the method QUERY.
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'request.media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_ASYNC_CONSTRAINT: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'route.unknown',
}

const contextNames: Record<string, string> = { querystring: 'query', params: 'path' }

function invalidRequest(error: unknown): ApiError | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined
  const context = error.validationContext ?? 'body'
  const where = contextNames[context] ?? context
  const errors = error.validation.map((found) => fieldError(where, found))
  return new ApiError('request.invalid', undefined, errors)
}

/** What the caller is told of an error. Of an unexpected one nothing but that it happened. */
export function translateError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof CommandRefused)
    return new ApiError(
      isProblemCode(error.code) ? error.code : 'command.refused',
      both(error.messagePl, error.message),
    )
  if (isStatementTooLong(error)) return new ApiError('service.overloaded', undefined, [], { cause: error })
  if (error instanceof EventLogUnavailable || isDatabaseAway(error))
    return new ApiError('database.unavailable', undefined, [], { cause: error })
  if (error instanceof UnreadableEvent) return new ApiError('log.unreadable', undefined, [], { cause: error })
  if (error instanceof TooManyConflicts) return new ApiError('write.contention')
  if (error instanceof CredentialsUnreadable)
    return new ApiError('credentials.unreadable', undefined, [], { cause: error })
  const invalid = invalidRequest(error)
  if (invalid) return invalid
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = frameworkCodes[code]
  // A body that is not JSON surfaces as a bare SyntaxError with the status the parser gave it.
  if (known) return new ApiError(known)
  if (error instanceof SyntaxError && 'statusCode' in error) return new ApiError('request.not_json')
  return new ApiError('internal.unexpected', undefined, [], { cause: error })
}

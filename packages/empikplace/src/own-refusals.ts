import type { OutsideApi } from '@connector/outbound-http'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/**
 * EmpikPlace refuses in JSON, whatever is asked for: the inbox with `errors`, the older calls with `message` and `status`, the
 * layer that knows keys with `message` and `code`. The number repeats that of the answer, which tells it from the
 * `{"message": "Forbidden"}` of common gateways.
 */
export const empikPlaceApi: OutsideApi = {
  name: 'EmpikPlace',
  isOwn({ status, document }) {
    if (!isObject(document)) return false
    const { errors, message } = document
    // The envelope of a content delivery network's own API, and what Spring's gateway says, with or without the address.
    if ('success' in document || ('timestamp' in document && ('path' in document || 'error' in document))) return false
    if (Array.isArray(errors))
      return errors.some((entry) => isObject(entry) && (isText(entry['message']) || isText(entry['code'])))
    return isText(message) && [document['status'], document['code']].some((number) => Number(number) === status)
  },
}

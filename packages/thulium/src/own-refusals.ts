import type { OutsideApi } from '@connector/outbound-http'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Thulium refuses in JSON with a number for its support and a list of `errors`. How it answers to bad credentials is not
 * documented; the header that asks for a user and a password is its own then, whatever body comes with it.
 */
export const thuliumApi: OutsideApi = {
  name: 'Thulium',
  isOwn({ status, headers, document }) {
    if (status === 401 && /^\s*basic\b/i.test(headers['www-authenticate'] ?? '')) return true
    if (!isObject(document)) return false
    // The envelope of a content delivery network's own API.
    if ('success' in document) return false
    const { errors, request_id: requestId } = document
    const isListed =
      Array.isArray(errors) && errors.some((entry) => isObject(entry) && typeof entry['message'] === 'string')
    return isListed || (Array.isArray(errors) && typeof requestId === 'string')
  },
}

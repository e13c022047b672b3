import { storedField } from '@connector/event-log'

/**
 * Whether a row of a search that could not be read may be the one that was searched for. Only a row that shows another value in
 * the field cannot be it: how a search matches is not documented.
 * @param raw as it came
 */
export function mayCarry(raw: unknown, field: string, value: string): boolean {
  const fields = storedField(raw, 'custom_fields')
  const shown = storedField(fields, field)
  return (typeof shown !== 'string' && typeof shown !== 'number') || String(shown) === value
}

import type { IntegrationEvent } from '../events/event-types.ts'
import type { CustomField } from '../events/integration-events.ts'

type Field = Pick<CustomField, 'of' | 'name'>

export interface MissingField extends Field {
  since: Date
}

interface KnowsFields {
  missingFields: readonly MissingField[]
}

/** We depend on one field of tickets and one of customers, so a finding about either replaces the earlier one. */
export const withoutField = (missing: readonly MissingField[], of: Field['of']): readonly MissingField[] =>
  missing.filter((known) => known.of !== of)

export const isMissing = ({ missingFields }: KnowsFields, { of, name }: Field): boolean =>
  missingFields.some((known) => known.of === of && known.name === name)

/** Records that a custom field is not there, or is there again; nothing when that is known. */
export function observeField(state: KnowsFields, { of, name }: Field, isThere: boolean): IntegrationEvent[] {
  if (isThere)
    return state.missingFields.some((known) => known.of === of) ? [{ type: 'FieldFound', data: { of, name } }] : []
  return isMissing(state, { of, name }) ? [] : [{ type: 'FieldMissing', data: { of, name } }]
}

/** What a person has to know of a missing field: which, and what to do. */
export const missingFieldText = ({ of, name }: Field): { pl: string; en: string } => ({
  pl:
    `W Thulium nie ma pola ${of === 'ticket' ? 'zgłoszenia' : 'klienta (CRM)'} „${name}”: zmieniono jego nazwę albo je usunięto. ` +
    'Przywróć nazwę w panelu Thulium albo wpisz nową w ustawieniach; wstrzymane zapisy ruszą same.',
  en:
    `Thulium has no ${of === 'ticket' ? 'ticket' : 'customer (CRM)'} field "${name}": it was renamed or removed. ` +
    'Give it its name back in the Thulium panel, or save the new one in the settings; the writes that wait go on by themselves.',
})

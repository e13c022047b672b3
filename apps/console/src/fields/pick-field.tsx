import { Autocomplete, MultiSelect, NumberInput, Select } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { useFieldError, useForm } from './form.ts'
import { valueAt } from './paths.ts'
import { usePickList, type Pick } from './picks.ts'
import { useWording, type Setting } from './schema.ts'

const picks: readonly [RegExp, Pick][] = [
  [/(^|\.)queueId$/, 'queues'],
  [/(^|\.)categoryIds?$/, 'categories'],
  [/^reopenStatusId$/, 'statuses'],
  [/^customerField$/, 'customer-fields'],
  [/^ticketFields\./, 'ticket-fields'],
]

/** The list of Thulium that a setting is chosen from. */
export const pickOf = (path: string): Pick | undefined => picks.find(([pattern]) => pattern.test(path))?.[1]

interface PickFieldProps {
  path: string
  setting: Setting
  pick: Pick
  isRequired: boolean
}

/** A setting that names something in Thulium: chosen from its list, or typed where there is none. */
export function PickField({ path, setting, pick, isRequired }: PickFieldProps) {
  const { values, set } = useForm()
  const t = useTranslations('integrations.rest')
  const language = useLocale()
  const { label, help } = useWording()(setting)
  const error = useFieldError(path)
  const { data, isPending } = usePickList(pick)
  const value = valueAt(values, path)
  const note = data && !data.isWhole ? data.note?.[language] : undefined
  const description = [help, note].filter((part) => part !== undefined && part !== '').join(' ')
  const items = data?.items ?? []
  if (pick === 'customer-fields' || pick === 'ticket-fields')
    return (
      <Autocomplete
        label={label}
        description={description}
        data={items.map((item) => item.value)}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => set(path, text === '' ? undefined : text)}
        required={isRequired}
        error={error}
        openOnFocus={false}
      />
    )
  if (data && items.length === 0)
    return (
      <NumberInput
        label={label}
        description={`${description} ${t('byHand')}`}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => set(path, next === '' ? undefined : Number(next))}
        hideControls
        allowDecimal={false}
        required={isRequired}
        error={error}
      />
    )
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'number' ? [String(value)] : []
  const missing = chosen.filter((id) => !items.some((item) => item.value === id))
  // A number that the list does not have stays visible: it may have been removed in Thulium.
  const options = [...items, ...missing.map((id) => ({ value: id, label: t('unknownNumber', { n: id }) }))]
  if (setting.type === 'array')
    return (
      <MultiSelect
        label={label}
        description={description}
        data={options}
        value={chosen}
        onChange={(ids) => set(path, ids.map(Number))}
        error={error}
        nothingFoundMessage={t('nothingFound')}
      />
    )
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('choose')}
      data={options}
      value={chosen[0] ?? null}
      onChange={(id) => set(path, id === null ? undefined : Number(id))}
      allowDeselect={!isRequired}
      searchable
      required={isRequired}
      disabled={isPending}
      error={error}
      nothingFoundMessage={t('nothingFound')}
    />
  )
}

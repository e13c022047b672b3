import { Fieldset, NumberInput, Select, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { MultiSelect } from '@mantine/core'
import '@mantine/core/styles/Fieldset.css'
import '@mantine/core/styles/NumberInput.css'
import '@mantine/core/styles/Switch.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import { useMessages, useTranslations } from 'use-intl'
import { useMegabytes } from '../texts/megabytes.ts'
import { useFieldError, useForm } from './form.ts'
import { ItemList } from './item-list.tsx'
import { DayHours } from './day-hours.tsx'
import { valueAt } from './paths.ts'
import { PickField, pickOf } from './pick-field.tsx'
import { settingAt, useWording, type Setting } from './schema.ts'

/** From here on a text gets several lines. */
const longText = 1_000

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(asText) : [])

function useChoices(): (values: readonly string[]) => { value: string; label: string }[] {
  const t = useTranslations('integrations.choices')
  // A later version may know more values.
  return (values) => values.map((value) => ({ value, label: t.has(value as 'create') ? t(value as 'create') : value }))
}

/** States of orders are EmpikPlace’s, so the settings take any; those that are known have a name. */
const ofOrders = /(^|\.)orderStates$/

function useOrderStates(chosen: readonly string[]): { value: string; label: string }[] {
  const names: Record<string, string> = useMessages().conversations.orderStates
  return [...new Set([...Object.keys(names), ...chosen])].map((value) => ({
    value,
    label: names[value] === undefined ? value : `${names[value]} (${value})`,
  }))
}

function ChoiceField({ path, setting, isRequired }: { path: string; setting: Setting; isRequired: boolean }) {
  const { values, set } = useForm()
  const { label, help } = useWording()(setting)
  const error = useFieldError(path)
  const choices = useChoices()(setting.enum ?? [])
  const common = useTranslations('common')
  const t = useTranslations('integrations.rest')
  const isKept = isRequired || setting.default !== undefined
  return (
    <Select
      label={label}
      description={help}
      data={choices}
      value={asText(valueAt(values, path) ?? setting.default) || null}
      onChange={(value) => set(path, value ?? undefined)}
      placeholder={t('choose')}
      allowDeselect={!isKept}
      clearable={!isKept}
      clearButtonProps={{ 'aria-label': common('remove') }}
      required={isRequired}
      error={error}
    />
  )
}

function ListField({ path, setting }: { path: string; setting: Setting }) {
  const { values, set } = useForm()
  const { label, help } = useWording()(setting)
  const error = useFieldError(path)
  const choices = useChoices()
  const t = useTranslations('integrations.rest')
  const value = asList(valueAt(values, path) ?? setting.default)
  const keep = (list: string[]): void =>
    set(path, list.length === 0 && setting.default === undefined ? undefined : list)
  const states = useOrderStates(value)
  const common = { label, description: help, value, onChange: keep, error }
  const data = setting.items?.enum ? choices(setting.items.enum) : ofOrders.test(path) ? states : undefined
  return data ? (
    <MultiSelect {...common} data={data} {...(value.length === 0 ? { placeholder: t('choose') } : {})} />
  ) : (
    <TagsInput {...common} splitChars={[',', ';']} acceptValueOnBlur />
  )
}

function TextField({ path, setting, isRequired }: { path: string; setting: Setting; isRequired: boolean }) {
  const { values, set } = useForm()
  const { label, help } = useWording()(setting)
  const error = useFieldError(path)
  const example = setting.examples?.[0]
  const isKept = setting.default !== undefined
  const common = {
    label,
    description: help,
    error,
    value: asText(valueAt(values, path) ?? setting.default),
    required: isRequired,
    placeholder: asText(example),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      set(path, value === '' && !isKept ? undefined : value),
    ...(setting.maxLength === undefined ? {} : { maxLength: setting.maxLength }),
  }
  return (setting.maxLength ?? 0) >= longText ? <Textarea {...common} rows={5} /> : <TextInput {...common} />
}

/** Nobody counts in bytes, so what they come to is said beside them. */
const ofBytes = /Bytes$/

function NumberField({ path, setting, isRequired }: { path: string; setting: Setting; isRequired: boolean }) {
  const { values, set } = useForm()
  const { label, help } = useWording()(setting)
  const error = useFieldError(path)
  const megabytes = useMegabytes()
  const t = useTranslations('integrations.rest')
  const shown = (valueAt(values, path) ?? setting.default ?? '') as number | string
  return (
    <NumberInput
      label={label}
      description={ofBytes.test(path) ? `${help} ${t('megabytes', { n: megabytes(Number(shown)) })}` : help}
      value={shown}
      onChange={(next) => set(path, next === '' ? undefined : Number(next))}
      allowDecimal={false}
      hideControls
      thousandSeparator=" "
      error={error}
      required={isRequired}
      {...(setting.minimum === undefined ? {} : { min: setting.minimum })}
      {...(setting.maximum === undefined ? {} : { max: setting.maximum })}
    />
  )
}

/** One setting, in the form that its type asks for; a group of them as a group. */
export function Field({ path, isRequired = false }: { path: string; isRequired?: boolean }) {
  const { schema, values, set } = useForm()
  const setting = settingAt(schema, path)
  const wording = useWording()
  const error = useFieldError(path)
  if (!setting) return null
  const { label, help } = wording(setting)
  const value = valueAt(values, path)
  const picked = pickOf(path)
  if (picked) return <PickField path={path} setting={setting} pick={picked} isRequired={isRequired} />
  if (setting.properties) return <Group path={path} setting={setting} />
  if (setting.enum) return <ChoiceField path={path} setting={setting} isRequired={isRequired} />
  if (setting.type === 'boolean')
    return (
      <Switch
        label={label}
        description={help}
        checked={(value ?? setting.default) === true}
        onChange={(event) => set(path, event.currentTarget.checked)}
        error={error}
      />
    )
  if (setting.type === 'array') {
    if (setting.items?.properties?.['from']) return <DayHours path={path} setting={setting} />
    if (setting.items?.properties)
      return <ItemList path={path} setting={setting} fields={(at, item) => <Fields path={at} setting={item} />} />
    return <ListField path={path} setting={setting} />
  }
  if (setting.type === 'integer' || setting.type === 'number')
    return <NumberField path={path} setting={setting} isRequired={isRequired} />
  return <TextField path={path} setting={setting} isRequired={isRequired} />
}

/** An id is for the log: it is made with the item, and nobody types it. */
const unseen = new Set(['id'])

/** The settings within another one. */
function Fields({ path, setting }: { path: string; setting: Setting }) {
  const required = new Set(setting.required ?? [])
  return (
    <Stack>
      {Object.keys(setting.properties ?? {})
        .filter((name) => !unseen.has(name))
        .map((name) => (
          <Field key={name} path={`${path}.${name}`} isRequired={required.has(name)} />
        ))}
    </Stack>
  )
}

function Group({ path, setting }: { path: string; setting: Setting }) {
  const { label, help } = useWording()(setting)
  return (
    <Fieldset legend={label}>
      {help !== '' && <p className="quiet field-help">{help}</p>}
      <Fields path={path} setting={setting} />
    </Fieldset>
  )
}

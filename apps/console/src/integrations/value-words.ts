import { useTranslations } from 'use-intl'
import type { Values } from '../fields/paths.ts'
import { settingAt, useWording, type Setting } from '../fields/schema.ts'

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every(isNothing))

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Ids are made with an item and shown nowhere. */
const unseen = new Set(['id'])

/** A setting's value for a table: what lies within it line by line, by the labels of its schema. */
export function useValueWords(root: Setting): (value: unknown, path: readonly string[]) => string {
  const t = useTranslations()
  const wording = useWording()
  const one = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (typeof value !== 'string') return String(value)
    const choice = `integrations.choices.${value}` as 'integrations.choices.create'
    return /^[\w-]+$/.test(value) && t.has(choice) ? t(choice) : value
  }
  const lines = (value: unknown, setting: Setting | undefined, indent: string): string[] => {
    if (Array.isArray(value)) {
      if (!value.every(isObject)) return [indent + value.map(one).join(', ')]
      if (value.every(({ from, to }) => typeof from === 'string' && typeof to === 'string'))
        return [indent + value.map(({ from, to }) => `${one(from)}–${one(to)}`).join(', ')]
      return value.flatMap((item, index) => [`${indent}${index + 1}.`, ...lines(item, setting?.items, `${indent}  `)])
    }
    if (!isObject(value)) return [indent + one(value)]
    return Object.entries(value)
      .filter(([name, inner]) => !unseen.has(name) && !isNothing(inner))
      .flatMap(([name, inner]) => {
        const known = setting?.properties?.[name]
        const label = wording(known).label || name
        const [first = '', ...rest] = lines(inner, known, `${indent}  `)
        return rest.length === 0 && !isObject(inner)
          ? [`${indent}${label}: ${first.trim()}`]
          : [`${indent}${label}:`, first, ...rest]
      })
  }
  return (value, path) =>
    isNothing(value) ? t('integrations.history.unset') : lines(value, settingAt(root, path.join('.')), '').join('\n')
}

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'use-intl'
import { ask, client } from '../api/client.ts'

interface Wording {
  label: string
  help: string
}

/** A setting, as the API describes it: JSON Schema with the words for people. */
export interface Setting {
  type?: string
  enum?: string[]
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  examples?: unknown[]
  required?: string[]
  properties?: Record<string, Setting>
  items?: Setting
  pl?: Wording
  en?: Wording
}

export type SchemaName = 'integration' | 'thulium'

/** The words and limits of settings come from where they are checked: there is no copy of them here. */
export function useSettingsSchema(name: SchemaName): Setting | undefined {
  const { data } = useQuery({
    queryKey: ['settings-schema'],
    staleTime: Infinity,
    queryFn: () => ask(client.GET('/api/settings-schema')),
  })
  return data?.[name]
}

/** The settings along a path, such as `rules.0.when.topicWords`; into a list a number leads, or the id of an item. */
export function settingAt(root: Setting, path: string): Setting | undefined {
  let setting: Setting | undefined = root
  for (const part of path.split('.')) setting = setting?.items ?? setting?.properties?.[part]
  return setting
}

export function useWording(): (setting: Setting | undefined) => Wording {
  const language = useLocale()
  return (setting) => setting?.[language] ?? { label: '', help: '' }
}

/**
 * `Reguły kategoryzacji › 1 › Nazwa`: where a setting stands, for people.
 * @param nameOf what an item of a list is called by its id; one that is gone has no name any more
 */
export function usePathWords(
  root: Setting | undefined,
  nameOf: (list: string, id: string) => string | undefined = () => undefined,
): (path: readonly string[]) => string {
  const wording = useWording()
  const wordOf = (path: readonly string[], part: string, index: number): string | undefined => {
    const above = root && index > 0 ? settingAt(root, path.slice(0, index).join('.')) : undefined
    if (above?.items) return /^\d+$/.test(part) ? String(Number(part) + 1) : nameOf(path[index - 1] ?? '', part)
    return wording(root && settingAt(root, path.slice(0, index + 1).join('.'))).label || part
  }
  return (path) => path.flatMap((part, index) => wordOf(path, part, index) ?? []).join(' › ')
}

/** What stands there before anybody has chosen anything. */
export function initialOf(setting: Setting): unknown {
  if (setting.properties) {
    const entries = Object.entries(setting.properties).map(([name, child]) => [name, initialOf(child)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  return setting.default
}

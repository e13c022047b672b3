import { createContext, useContext } from 'react'
import { useTranslations } from 'use-intl'
import { valueAt, type Values } from './paths.ts'
import { settingAt, type Setting } from './schema.ts'

/** What the fields of a page of settings work on. */
export interface Form {
  schema: Setting
  values: Values
  /** What the API says is wrong, by path. */
  errors: Readonly<Record<string, string>>
  set: (path: string, value: unknown) => void
}

export const FormContext = createContext<Form | undefined>(undefined)

export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands outside of a form.')
  return form
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || value === null

/** What is wrong with a value, by the limits or the example of its setting. */
export function useWrongWords(): (value: unknown, setting: Setting | undefined) => string {
  const t = useTranslations()
  return (value, setting) => {
    if (isEmpty(value)) return t('common.required')
    const { minimum: min, maximum: max, examples: [example] = [] } = setting ?? {}
    if (typeof value === 'number' && min !== undefined && max !== undefined) return t('problem.range', { min, max })
    return typeof example === 'string' ? t('problem.example', { example }) : t('problem.field')
  }
}

/** What is wrong at a field, in the language of the page. */
export function useFieldError(path: string): string | undefined {
  const { errors, values, schema } = useForm()
  const words = useWrongWords()
  return path in errors ? words(valueAt(values, path), settingAt(schema, path)) : undefined
}

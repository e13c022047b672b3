import { createContext, useContext } from 'react'
import { useTranslations } from 'use-intl'
import type { Setting } from './schema.ts'
import { valueAt, type Values } from './paths.ts'

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

/** What is wrong at a field, in the language of the page. */
export function useFieldError(path: string): string | undefined {
  const { errors, values } = useForm()
  const t = useTranslations()
  if (!(path in errors)) return undefined
  return isEmpty(valueAt(values, path)) ? t('common.required') : t('problem.field')
}

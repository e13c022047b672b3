import { useTranslations } from 'use-intl'

/** A setting's value for a table: short where it is short, JSON where it is not. */
export function useValueWords(): (value: unknown) => string {
  const t = useTranslations()
  return (value) => {
    if (value === undefined || value === null || value === '') return t('integrations.history.unset')
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string') {
      const choice = `integrations.choices.${value}` as 'integrations.choices.create'
      return /^[\w-]+$/.test(value) && t.has(choice) ? t(choice) : value
    }
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
    return JSON.stringify(value, null, 1)
  }
}

import { useEffect, useState } from 'react'
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Shop } from '../api/queries.ts'
import { useCounts, views, type Filter } from './queries.ts'

interface FiltersProps {
  filter: Filter
  shops: readonly Shop[]
  onChange: (change: Partial<Filter>) => void
}

/** A pause in typing, after which it is worth asking. */
const pauseMs = 250

export function Filters({ filter, shops, onChange }: FiltersProps) {
  const t = useTranslations('conversations')
  const counts = useCounts(filter).data
  const [words, setWords] = useState(filter.search)
  useEffect(() => {
    if (words.trim() === filter.search) return undefined
    const timer = setTimeout(() => onChange({ search: words.trim() }), pauseMs)
    return () => clearTimeout(timer)
  }, [words, filter.search, onChange])
  return (
    <div className="filters">
      <div role="group" aria-label={t('views')} className="views">
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="choice"
            aria-pressed={filter.view === view}
            onClick={() => onChange({ view })}
          >
            {t(`view.${view}`)}
            {counts && <span className="choice-count"> {counts[view]}</span>}
          </button>
        ))}
      </div>
      <TextInput
        type="search"
        id="search-conversations"
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        maxLength={100}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {shops.length > 0 && (
        <select
          className="shops"
          aria-label={t('source')}
          title={t('source')}
          value={filter.integrationId ?? (shops.length > 1 ? '' : shops[0]?.integrationId)}
          onChange={(event) =>
            onChange({ integrationId: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
          }
        >
          {shops.length > 1 && <option value="">{t('sourceAll')}</option>}
          {shops.map(({ integrationId, name }) => (
            <option key={integrationId} value={integrationId}>
              {t('sourceShop', { name })}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

import { Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Draft } from './drafts.ts'
import type { Answer, Preview } from './queries.ts'

/** To whom it goes, chosen by the rule or by the writer, and said in words. */
export function Recipients({
  draft,
  preview,
  onChoose,
}: {
  draft: Draft
  preview: Preview
  onChoose: (to: Answer['to']) => void
}) {
  const t = useTranslations('answer')
  const isByRule = draft.to === undefined
  const why = preview.chosenBy === null ? undefined : t(`chosen.${preview.chosenBy}`)
  return (
    <div className="answer-to">
      <div role="group" aria-label={t('to')} className="views">
        {(['customer', 'operator', 'everyone'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={preview.to === one}
            disabled={!preview.readers.includes(one)}
            onClick={() => onChoose(one)}
          >
            {t(`reader.${one}`)}
          </button>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status">
        {isByRule && why !== undefined ? `${why} ` : ''}
        {t(`sees.${preview.to}`)}
      </Text>
    </div>
  )
}

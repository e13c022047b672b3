import { IconPaperclip } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Conversation } from '../api/queries.ts'

/** What is special about a conversation, beside whose move it is; nothing where nothing is. */
export function Marks({ row }: { row: Conversation }) {
  const t = useTranslations('conversations')
  const isOfOperator = row.lastAuthor === 'operator'
  if (!row.hasIncident && !row.hasFiles && !row.outsideCrm && !isOfOperator) return null
  return (
    <span className="marks" data-testid="marks">
      {row.hasIncident && <span className="mark is-bad">{t('incident')}</span>}
      {isOfOperator && <span className="mark is-warn">{t('mark.operator')}</span>}
      {row.outsideCrm && <span className="mark">{t('mark.outside')}</span>}
      {row.hasFiles && (
        <span className="mark" title={t('hasFiles')}>
          <IconPaperclip size={14} aria-hidden />
          <span className="unseen">{t('hasFiles')}</span>
        </span>
      )}
    </span>
  )
}

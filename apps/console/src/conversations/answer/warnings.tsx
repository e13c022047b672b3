import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Preview } from './queries.ts'

/** What a person should look at again before sending. */
export function Warnings({ preview, isBlank, onShow }: { preview: Preview; isBlank: boolean; onShow: () => void }) {
  const t = useTranslations('answer')
  // The preview is of a moment ago; an empty box has nothing to look at.
  const shown = isBlank ? [] : [...preview.warnings, ...(preview.leavesBuyerOut ? (['leaves-buyer-out'] as const) : [])]
  return (
    <div role="status" data-testid="warnings">
      <ul className="answer-warnings">
        {shown.map((warning) => (
          <li key={warning} className="is-warn" data-warning={warning}>
            <IconAlertTriangle size={15} aria-hidden /> {t(`warning.${warning}`)}
            {warning === 'wrote-meanwhile' && (
              <Button size="compact-xs" variant="subtle" onClick={onShow}>
                {t('show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

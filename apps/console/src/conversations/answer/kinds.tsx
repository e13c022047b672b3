import { useTranslations } from 'use-intl'
import { changeDraft, type Draft } from './drafts.ts'

/** Whether it is an answer or a comment that is written. */
export function Kinds({ id, draft }: { id: string; draft: Draft }) {
  const t = useTranslations('answer')
  return (
    <div role="group" aria-label={t('kind')} className="views">
      {(['answer', 'comment'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="choice"
          aria-pressed={draft.kind === kind}
          onClick={() => changeDraft(id, { kind })}
        >
          {t(`kinds.${kind}`)}
        </button>
      ))}
    </div>
  )
}

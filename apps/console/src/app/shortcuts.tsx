import { lazy, Suspense, useEffect } from 'react'
import { Modal } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { isTyped } from '../parts/is-typed.ts'

const Jump = lazy(() => import('./jump.tsx'))

const keys = [
  ...(['jump', 'help', 'search', 'move', 'waiting', 'answer', 'comment'] as const),
  ...(['order', 'thulium', 'empik', 'send', 'back'] as const),
] as const
const pressed: Record<(typeof keys)[number], string> = {
  jump: 'Ctrl K',
  help: '?',
  search: '/',
  move: 'j k',
  waiting: '[ ]',
  answer: 'r',
  comment: 'c',
  order: 'o',
  thulium: 't',
  empik: 'e',
  send: 'Ctrl Enter',
  back: 'Esc',
}

export type Shown = 'jump' | 'help' | undefined

/** `Ctrl K` leads anywhere, `?` says which keys there are. */
export function Shortcuts({ shows, onShow: setShows }: { shows: Shown; onShow: (shown: Shown) => void }) {
  const t = useTranslations('jump')
  const common = useTranslations('common')
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isJump = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      const isHelp = event.key === '?' && !isTyped(event.target)
      if (!isJump && !isHelp) return
      event.preventDefault()
      setShows(isJump ? 'jump' : 'help')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [setShows])
  const close = (): void => setShows(undefined)
  return (
    <>
      <Suspense fallback={null}>{shows === 'jump' && <Jump onClose={close} />}</Suspense>
      <Modal
        opened={shows === 'help'}
        onClose={close}
        title={t('keys')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <dl className="keys">
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{pressed[key]}</kbd>
              </dt>
              <dd>{t(`key.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}

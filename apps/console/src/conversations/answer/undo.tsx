import { useEffect, useState } from 'react'
import { Button, Group } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../../api/problem.ts'
import { withdrawAnswer, type Place } from './queries.ts'

export interface Sent {
  answerId: string
  /** By the clock of this machine. */
  until: number
  /** What the draft was, to have it back. */
  restore: () => void
}

/** The last second is not offered: sending may begin. */
const marginMs = 1_200

/** An answer that can be taken back for a few seconds yet. */
export function Undo({ sent, place, onOver }: { sent: Sent; place: Place; onOver: () => void }) {
  const t = useTranslations('answer')
  const words = useProblemWords()
  const [now, setNow] = useState(Date.now())
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const left = Math.max(0, sent.until - marginMs - now)
  const isOver = left === 0 && problem === undefined && !isBusy
  useEffect(() => {
    if (isOver) {
      onOver()
      return undefined
    }
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isOver, onOver])
  const undo = async (): Promise<void> => {
    setBusy(true)
    try {
      await withdrawAnswer(place, sent.answerId)
      sent.restore()
      onOver()
    } catch (error) {
      setProblem(words(error))
    }
    setBusy(false)
  }
  return (
    <Group className="answer-undo" justify="space-between" wrap="nowrap" role="status" data-testid="undo">
      <span>{problem ?? t('sentSoon')}</span>
      {problem === undefined ? (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void undo()}>
          {t('undo', { n: Math.ceil(left / 1_000) })}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={onOver}>
          {t('understood')}
        </Button>
      )}
    </Group>
  )
}

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../api/problem.ts'
import type { Words } from './words.ts'

/** What was done, or the error that kept it from being done. */
type News = Words | { failed: unknown }

function Told({ news }: { news: News }) {
  const t = useTranslations()
  const problem = useProblemWords()
  return typeof news === 'function' ? news(t) : problem(news.failed)
}

/** Tells in a corner of the page what was done, or what was not. */
export function useNotify(): (news: News, isBad?: boolean) => void {
  const t = useTranslations('common')
  return (news, isBad = typeof news !== 'function') =>
    void notifications.show({
      message: <Told news={news} />,
      closeButtonProps: { 'aria-label': t('close') },
      ...(isBad ? { color: 'red', autoClose: false } : {}),
    })
}

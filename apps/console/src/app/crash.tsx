import { Component, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Empty } from '../parts/states.tsx'

function Crashed() {
  const t = useTranslations('page')
  return (
    <Empty title={t('crashedTitle')} text={t('crashedText')}>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </Empty>
  )
}

/** A fault in one screen, or a part of the console that an update has taken away meanwhile, leaves the others usable. */
export class Crash extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Crashed /> : this.props.children
  }
}

import { useState, type ReactNode } from 'react'
import { Modal } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useSession } from '../api/session.ts'
import { pageSettings } from '../page-settings.ts'
import { ChooseAccount } from './choose-account.tsx'
import { SignIn } from './sign-in.tsx'
import { mayWith, TenantContext } from './tenant.ts'

const everything = mayWith(['operator'])

/** Lets nobody further who has not said who he is, where that is asked for, and in which account he works. */
export function Gate({ children }: { children: ReactNode }) {
  const t = useTranslations('signIn')
  const { session, expired } = useSession()
  const [chosen, choose] = useState<string>()
  const isOpen = pageSettings.authentication === 'off'
  if (!isOpen && !session)
    return (
      <main className="main">
        <SignIn />
      </main>
    )
  const tenantId = session?.tenantId ?? chosen ?? pageSettings.demonstration?.tenantId
  if (tenantId === undefined)
    return (
      <main className="main">
        <ChooseAccount onChoose={choose} />
      </main>
    )
  const may = session ? mayWith(session.scopes) : everything
  return (
    <TenantContext value={{ tenantId, may, change: session?.tenantId === null || !session ? choose : undefined }}>
      {children}
      <Modal opened={expired} onClose={() => undefined} withCloseButton={false} title={t('expiredTitle')}>
        <SignIn isAgain />
      </Modal>
    </TenantContext>
  )
}

import { useSearchParams } from 'wouter'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ColourSwitch, LanguageButton, SignOut } from '../app/foot.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { TenantAlerts } from '../alerts/alerts.tsx'
import { Audit } from './audit.tsx'
import { Keys } from './keys.tsx'
import { Privacy } from './privacy.tsx'
import { Thulium } from './thulium.tsx'
import { Webhook } from './webhook.tsx'
import '../integrations/integrations.css'

const tabs = ['thulium', 'keys', 'webhook', 'alerts', 'privacy', 'audit'] as const
type Tab = (typeof tabs)[number]

const contents = {
  thulium: Thulium,
  keys: Keys,
  webhook: Webhook,
  alerts: TenantAlerts,
  privacy: Privacy,
  audit: Audit,
}
const scopes = {
  thulium: 'config',
  keys: 'admin',
  webhook: 'config',
  alerts: 'config',
  privacy: 'config',
  audit: 'audit:read',
} as const

export default function Settings() {
  const t = useTranslations('settings')
  const problem = useTranslations('problem.codes')
  const { may } = useTenant()
  const [asked, setAsked] = useSearchParams()
  const tab: Tab = tabs.find((one) => one === asked.get('karta')) ?? 'thulium'
  const Content = contents[tab]
  return (
    <div className="page">
      <PageTitle title={t('title')}>
        <div className="phone-switches">
          <LanguageButton />
          <ColourSwitch />
          <SignOut />
        </div>
      </PageTitle>
      <div className="tabs" role="group" aria-label={t('title')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            className="tab"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => setAsked({ karta: one })}
          >
            {t(`tabs.${one}`)}
          </button>
        ))}
      </div>
      <div className="panel">{may(scopes[tab]) ? <Content /> : <p>{problem('authentication_scope')}</p>}</div>
    </div>
  )
}

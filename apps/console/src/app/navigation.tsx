import { Badge } from '@mantine/core'
import {
  IconActivity,
  IconAlertTriangle,
  IconBuildingCommunity,
  IconHome,
  IconMessages,
  IconPlugConnected,
  IconSettings,
} from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import { useStatus, type HealthLevel } from '../api/queries.ts'
import { useTenant } from './tenant.ts'
import { pageSettings } from '../page-settings.ts'
import icon from '../icon.svg'
import { Foot } from './foot.tsx'

const places = [
  ...(pageSettings.demonstration ? [{ path: '/', name: 'start', Icon: IconHome } as const] : []),
  { path: '/zgloszenia', name: 'conversations', Icon: IconMessages, scope: 'conversations:read' },
  { path: '/status', name: 'status', Icon: IconActivity },
  { path: '/problemy', name: 'problems', Icon: IconAlertTriangle },
  { path: '/integracje', name: 'integrations', Icon: IconPlugConnected },
  { path: '/ustawienia', name: 'settings', Icon: IconSettings },
  { path: '/operator', name: 'operator', Icon: IconBuildingCommunity, scope: 'operator' },
] as const

/** What nobody has chosen and does not pass soon by itself. */
const troubled: ReadonlySet<HealthLevel> = new Set(['late', 'failing', 'credentials-rejected'])

export function Navigation({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations()
  const [location] = useLocation()
  const { may } = useTenant()
  const summary = useStatus().data?.summary
  const parked = summary?.parked ?? 0
  // What a key may not read is not offered.
  const shown = places.filter((place) => !('scope' in place) || may(place.scope))
  const isHere = (path: string): boolean => location === path || (path !== '/' && location.startsWith(`${path}/`))
  return (
    <nav className="rail" aria-label={t('app.menu')}>
      <div className="brand">
        <img src={icon} alt="" />
        <span>{t('app.name')}</span>
      </div>
      <ul className="places">
        {shown.map(({ path, name, Icon }) => (
          <li key={path}>
            <Link href={path} className="place" aria-current={isHere(path) ? 'page' : undefined}>
              <Icon size={20} stroke={1.7} aria-hidden />
              <span>{t(`nav.${name}`)}</span>
              {/* Where there is no room for the words at the foot. */}
              {name === 'status' && summary && troubled.has(summary.level) && (
                <Badge
                  className="count in-bar"
                  size="sm"
                  color="red.8"
                  aria-label={t(`status.summary.${summary.level}`)}
                >
                  !
                </Badge>
              )}
              {name === 'problems' && parked > 0 && (
                <Badge className="count" size="sm" color="red.8" aria-label={t('nav.problemsCount', { n: parked })}>
                  {parked}
                </Badge>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Foot onHelp={onHelp} />
    </nav>
  )
}

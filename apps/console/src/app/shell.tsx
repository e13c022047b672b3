import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import { useLive, useLostSince } from '../api/live.ts'
import { useTenantKnown } from '../api/queries.ts'
import { pageSettings } from '../page-settings.ts'
import { Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import { Crash } from './crash.tsx'
import { Navigation } from './navigation.tsx'
import { useTenant } from './tenant.ts'
import { Shortcuts, type Shown } from './shortcuts.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'
import { UnknownPage } from './unknown-page.tsx'

const Start = lazy(() => import('../start/start.tsx'))
const Conversations = lazy(() => import('../conversations/conversations.tsx'))
const Integrations = lazy(() => import('../integrations/integrations.tsx'))
const Problems = lazy(() => import('../problems/problems.tsx'))
const Status = lazy(() => import('../status/status.tsx'))
const Settings = lazy(() => import('../settings/settings.tsx'))
const Operator = lazy(() => import('../operator/operator.tsx'))
const Connect = lazy(() => import('../integrations/connect-thulium.tsx'))

function Pages() {
  const known = useTenantKnown()
  const { may, change } = useTenant()
  const [location, goTo] = useLocation()
  // It is about all accounts, whether this one is connected or not.
  if (location === '/operator' && may('operator') && change) {
    const open = (tenantId: string): void => {
      change(tenantId)
      goTo('/status')
    }
    return <Operator onChoose={open} />
  }
  if (known.isPending) return <Loading />
  // Nothing else has anything to show before that.
  if (known.data === false) return <Connect />
  return (
    <Switch>
      <Route path="/">{pageSettings.demonstration ? <Start /> : <Conversations />}</Route>
      <Route path="/zgloszenia/:integrationId?/:threadId?">
        <Conversations />
      </Route>
      <Route path="/status/:integrationId?">
        {({ integrationId }) => <Status key={integrationId} integrationId={integrationId} />}
      </Route>
      <Route path="/problemy">
        <Problems />
      </Route>
      <Route path="/integracje/*?">
        <Integrations />
      </Route>
      <Route path="/ustawienia">
        <Settings />
      </Route>
      <Route>
        <UnknownPage />
      </Route>
    </Switch>
  )
}

function Lost() {
  const t = useTranslations('app')
  const since = useLostSince()
  const { clock } = useTimes()
  return (
    <div role="status">{since !== undefined && <div className="lost">{t('lost', { time: clock(since) })}</div>}</div>
  )
}

/** Moves the focus to the page that was gone to, so that a reader of the screen begins there. */
function useFocusOnPage() {
  const main = useRef<HTMLElement>(null)
  const [location] = useLocation()
  const [, place = ''] = location.split('/')
  const before = useRef(place)
  useEffect(() => {
    if (before.current !== place) main.current?.focus()
    before.current = place
  }, [place])
  return { main, place }
}

export function Shell() {
  const t = useTranslations('app')
  useLive(useTenant().tenantId, useTenantKnown().data === true)
  const { main, place } = useFocusOnPage()
  const [shows, setShows] = useState<Shown>()
  const isFull = place === 'zgloszenia' || (place === '' && !pageSettings.demonstration)
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <div className="frame">
        <Navigation onHelp={() => setShows('help')} />
        <main className={isFull ? 'main is-full' : 'main'} id="content" tabIndex={-1} ref={main}>
          <Lost />
          <Crash key={place}>
            <Suspense fallback={<Loading />}>
              <Pages />
            </Suspense>
          </Crash>
        </main>
      </div>
      <UnsavedDialog />
      <Shortcuts shows={shows} onShow={setShows} />
    </>
  )
}

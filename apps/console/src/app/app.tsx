import { useEffect, useState, type ReactNode } from 'react'
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { IntlProvider } from 'use-intl'
import { Router } from 'wouter'
import { codeOf } from '../api/problem.ts'
import { styleNonce } from '../page-settings.ts'
import { chosenLanguage, keepLanguage, loadTexts, type Language } from '../texts/language.ts'
import type { pl } from '../texts/pl.ts'
import { theme } from '../theme.ts'
import { Gate } from './gate.tsx'
import { LanguageSwitch } from './language-switch.ts'
import { Shell } from './shell.tsx'
import { guardNavigation } from './unsaved.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the API refuses with a reason it refuses again; only where nobody answered is it worth a second try.
      retry: (count, error) => count < 2 && codeOf(error) === undefined,
    },
  },
})

const colours = localStorageColorSchemeManager({ key: 'connector.colour' })

function Texts({ children }: { children: ReactNode }) {
  const [language, choose] = useState(chosenLanguage)
  const [shown, show] = useState<{ language: Language; texts: typeof pl }>()
  useEffect(() => {
    let isWanted = true
    void loadTexts(language).then((texts) => {
      if (!isWanted) return
      document.documentElement.lang = language
      document.title = texts.app.name
      show({ language, texts })
    })
    return () => {
      isWanted = false
    }
  }, [language])
  if (!shown) return null
  const change = (next: Language): void => {
    keepLanguage(next)
    choose(next)
  }
  return (
    <IntlProvider locale={shown.language} messages={shown.texts} timeZone="Europe/Warsaw">
      <LanguageSwitch value={change}>{children}</LanguageSwitch>
    </IntlProvider>
  )
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colours}
      getStyleNonce={() => styleNonce}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <Texts>
          <Notifications position="bottom-right" />
          <Gate>
            <Router aroundNav={guardNavigation}>
              <Shell />
            </Router>
          </Gate>
        </Texts>
      </QueryClientProvider>
    </MantineProvider>
  )
}

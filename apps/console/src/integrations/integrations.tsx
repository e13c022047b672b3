import { Route, Switch } from 'wouter'
import { UnknownPage } from '../app/unknown-page.tsx'
import { AddIntegration } from './add.tsx'
import { EditIntegration } from './edit.tsx'
import { IntegrationList } from './integration-list.tsx'
import './integrations.css'

export default function Integrations() {
  return (
    <Switch>
      <Route path="/integracje">
        <IntegrationList />
      </Route>
      <Route path="/integracje/nowa">
        <AddIntegration />
      </Route>
      <Route path="/integracje/:integrationId/:tab?">
        {({ integrationId, tab }) => <EditIntegration key={integrationId} integrationId={integrationId} tab={tab} />}
      </Route>
      <Route>
        <UnknownPage />
      </Route>
    </Switch>
  )
}

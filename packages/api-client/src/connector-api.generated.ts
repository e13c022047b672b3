/** Generated from services/api/openapi.json. Do not edit: npm run generate. */

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process up?
         * @description Says nothing of what it depends on.
         */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can requests be served now?
         * @description Whether the database can be reached, has every table and takes writes, the master key is the right one, and the process is not about to stop.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read metrics
         * @description For Prometheus. With `API_METRICS_TOKEN` set, show it as `Authorization: Bearer …`; without, only programs on the machine of the service are answered.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this description
         * @description OpenAPI 3.1 of every route, made of the schemas that the routes check with.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show this description to people
         * @description The same as a page. It loads nothing and runs nothing.
         */
        get: operations["showReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a problem to people
         * @description Where the `type` of a problem leads.
         */
        get: operations["explainProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the public keys of tokens
         * @description RFC 7517: with these, another service can check tokens by itself. Two for an hour each month.
         */
        get: operations["getSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange an access key for a token
         * @description The token lasts 10 min. It is for whom the key itself should not be trusted to: a web page, or a service that checks tokens with the published keys. `Idempotency-Key` is ignored: the answer holds a token, which is never stored.
         */
        post: operations["exchangeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/access-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the access keys of a tenant
         * @description Without their secrets, which nobody has any more.
         */
        get: operations["listAccessKeys"];
        put?: never;
        /**
         * Make an access key for a tenant
         * @description The answer is the only place where its secret ever is. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["createAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/access-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an access key of a tenant
         * @description It, and every token got for it, ends within a minute.
         */
        delete: operations["revokeAccessKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the access keys of the operator
         * @description For the staff of the service.
         */
        get: operations["listOperatorKeys"];
        put?: never;
        /**
         * Make an access key for the operator
         * @description The answer is the only place where its secret ever is. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["createOperatorKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an access key of the operator
         * @description It, and every token got for it, ends within a minute.
         */
        delete: operations["revokeOperatorKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/launch-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that opens the console
         * @description It works once, without a login, such as from inside Thulium. `Idempotency-Key` is ignored: the answer holds a link that lets people in, which is never stored.
         */
        post: operations["createLaunchLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/launch/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a launch link opens
         * @description The page that a launch link leads to. It changes nothing; its button exchanges the link.
         */
        get: operations["showLaunchLink"];
        put?: never;
        /**
         * Exchange a launch link for a token
         * @description Once. Never by GET, since mail scanners and previews follow links.
         */
        post: operations["followLaunchLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a Thulium account
         * @description Stores the settings and the password; nothing is tried yet. The id of the tenant is its system name.
         */
        post: operations["connectTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings of a Thulium account
         * @description Without the password, which is never answered. The strong `etag` is for `if-match` of `replaceThuliumAccount`.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/thulium": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the settings of a Thulium account
         * @description Replaces all settings and, if given, the password. A new user or password is tried first: when Thulium does not accept it, nothing changes and `stored` is false. Then every integration is verified, so that those stopped by rejections of Thulium run again.
         */
        put: operations["replaceThuliumAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/thulium/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the address for Thulium’s webhooks
         * @description Saved in Thulium under Administration, Advanced, Webhooks, it makes replies of agents go out sooner. Everything works without it.
         */
        get: operations["getThuliumWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/thulium/webhook/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new address for Thulium’s webhooks
         * @description The one before is dead at once; until the new one is saved in Thulium, no hints come. `Idempotency-Key` is ignored: the answer holds an address that is never stored.
         */
        post: operations["renewThuliumWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/thulium/webhook/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask webhooks for a user and a password
         * @description By HTTP Basic. Save the same in Thulium, beside the address. Stored encrypted, never answered.
         */
        put: operations["setThuliumWebhookLogin"];
        post?: never;
        /**
         * Ask webhooks for no login
         * @description The address alone is enough then.
         */
        delete: operations["removeThuliumWebhookLogin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check everything a Thulium account needs
         * @description Checks each need by itself and says what to do where something is wrong. Nothing is recorded here, and nothing is written to the outside unless `writes=tried`. Thulium is asked up to 22 times, within its budget, so the answer may take a minute. `Idempotency-Key` is ignored: nothing is recorded.
         */
        post: operations["preflightAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check everything an integration needs
         * @description Checks each need by itself and says what to do where something is wrong. Nothing is recorded here, and nothing is written to the outside unless `writes=tried`. Thulium is asked up to 22 times, within its budget, so the answer may take a minute. EmpikPlace is asked for the account once a day at most: the state of the shop may be a day old. `Idempotency-Key` is ignored: nothing is recorded.
         */
        post: operations["preflightIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pick-lists/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queues to choose from
         * @description For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand.
         */
        get: operations["pickQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pick-lists/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories to choose from
         * @description For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand.
         */
        get: operations["pickCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pick-lists/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List statuses to choose from
         * @description For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand.
         */
        get: operations["pickStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pick-lists/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents to choose from
         * @description For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand.
         */
        get: operations["pickAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pick-lists/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List custom fields to choose from
         * @description For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand. Thulium does not list its fields: the names are learned from one record.
         */
        get: operations["pickCustomFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what can be set, with its words
         * @description For a page of settings: types, limits, defaults, and label and help in both languages.
         */
        get: operations["getSettingsSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/try-shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the key of a shop that is to be added
         * @description Tries EmpikPlace with a number and a key, part by part. Nothing is stored; `createIntegration` takes the same. `Idempotency-Key` is ignored: nothing is stored.
         */
        post: operations["tryShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the integrations of a tenant
         * @description With their settings, without their keys. A new one shows here a moment later.
         */
        get: operations["listIntegrations"];
        put?: never;
        /**
         * Add an EmpikPlace shop
         * @description Stores settings and key; it does not run yet. Authenticate and start it next. Each shop belongs to one integration of a tenant, also while that one is stopped; deleting it frees the shop.
         */
        post: operations["createIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings of an integration
         * @description As they are now, in the form that `replaceIntegration` takes. The strong `etag` is for its `if-match`; how the integration is doing is in its status.
         */
        get: operations["getIntegration"];
        /**
         * Replace the settings of an integration
         * @description What is left out takes its default. The key stays. New settings count for what happens from now on. With `start=true` they are saved and the integration is started in one step, which also needs the scope `operate`; where it cannot start, nothing is saved.
         */
        put: operations["replaceIntegration"];
        post?: never;
        /**
         * Delete an integration
         * @description Stops it for good, hides it and forgets its key. Its conversations and everything that happened in them stay readable. A new integration of the same shop begins anew.
         */
        delete: operations["deleteIntegration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the changes of an integration
         * @description When it and its Thulium account were changed, by whom, and which settings from what to what, newest first. Keys and passwords are not in it.
         */
        get: operations["listIntegrationChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the EmpikPlace key
         * @description Tries the new key and, when EmpikPlace accepts it, puts it in the place of the old one; an integration that rejections had stopped runs again then. Otherwise nothing changes and `stored` is false.
         */
        put: operations["replaceKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the stored credentials
         * @description Tries both sides, part by part: credentials, permissions, and what the settings name. Nothing is written to the outside.
         */
        post: operations["authenticateIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an integration
         * @description Messages from now on become tickets. Does nothing when it runs already.
         */
        post: operations["startIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an integration
         * @description Nothing is read or written any more until it is started again. Does nothing when it does not run.
         */
        post: operations["stopIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the status of an integration
         * @description How it is doing and why, derived from facts. `view=compact` gives a small object instead. Its `etag` changes with every fact, and once a minute while something lags.
         */
        get: operations["getIntegrationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the status of all integrations
         * @description How each integration and the Thulium account are doing, and a summary. `view=compact` gives one small object for each integration, for wall dashboards. Its `etag` changes with every fact, and once a minute while something lags.
         */
        get: operations["getTenantStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is set aside because it cannot be read
         * @description A conversation, an integration or the account in whose events this version met one that it cannot read, as after going back to an earlier release. Everything else goes on, and nothing is lost: the events stay in the log.
         */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/quarantine/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again what is set aside
         * @description Within a second, where a projector runs. What can be read by then goes on where it stopped; the rest stays in the list.
         */
        post: operations["retryQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the rules
         * @description Which rule would decide on a conversation, known (`threadId`) or made up (`conversation`), and why each of the others does not. `Idempotency-Key` is ignored: nothing is changed.
         */
        post: operations["previewRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/auto-replies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the automatic replies
         * @description Which automatic reply a message of a buyer would get, in a conversation that is known (`threadId`) or made up (`conversation`), and why not the others. `Idempotency-Key` is ignored: nothing is changed.
         */
        post: operations["previewAutoReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/probe-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find out whether Thulium keeps the source "EmpikPlace"
         * @description Creates one test ticket, which can be deleted, and sets the source of new tickets by what came of it. Takes up to 45 s.
         */
        post: operations["probeSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/add-to-crm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a buyer to the CRM
         * @description For a buyer who was left outside by the settings. Asking twice is asking once; after a failure it is tried again.
         */
        post: operations["addConversationToCrm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the newest conversations
         * @description The last change first.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/conversations/{integrationId}/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description With everything that happened in it, from the log.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch for changes
         * @description Server-sent events. `change` says that some conversation of the tenant changed; read the list to see what it is now. A comment comes every 15 s to keep the connection open. After a reconnect, `Last-Event-ID` makes a missed change show at once. The stream ends within a minute when the key is revoked or the token expires, and when nobody reads it.
         */
        get: operations["watchChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a conversation
         * @description Streams the file from EmpikPlace. What a person should know instead is told by a page.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read counts over time, for plots
         * @description The steps that touch the time from `from` to `to`, at most 1000.
         */
        get: operations["getIntegrationSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the writes of an integration that need a person or wait
         * @description The oldest wish first.
         */
        get: operations["listEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a parked write again
         * @description For when its cause is repaired. It is looked up at the other side first, so what was done after all is not done twice.
         */
        post: operations["retryEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a parked write
         * @description It is never tried again, and what waits behind it goes on.
         */
        post: operations["dismissEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/thulium/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a webhook of Thulium
         * @description Thulium posts its events here. Each is a hint to look for agents’ replies now, whatever its body says; at most one look in 5 s comes of it. Where the tenant has set a login, the request shows it by HTTP Basic.
         */
        post: operations["receiveThuliumWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/add-to-crm/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what adding a buyer would do
         * @description The page that a link in a ticket leads to. It changes nothing.
         */
        get: operations["showAddToCrm"];
        put?: never;
        /**
         * Add the buyer to the CRM
         * @description The button of the page. It leads back to the page, which then says what has become of it.
         */
        post: operations["pressAddToCrm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A problem by RFC 9457. */
        Problem: {
            /**
             * @description Stands for `code`; a page at this address tells more.
             * @example /problems/tenant.unknown
             */
            type: string;
            /**
             * @description What kind of problem it is.
             * @example The tenant is not known
             */
            title: string;
            /**
             * @description The status of the answer.
             * @example 404
             */
            status: number;
            /**
             * @description What happened this time.
             * @example There is no tenant demo-sklep.
             */
            detail: string;
            /**
             * @description Path of the request.
             * @example /api/tenants/demo-sklep
             */
            instance: string;
            /**
             * @description Stable; look at this one in programs.
             * @example tenant.unknown
             */
            code: string;
            /**
             * @description What to do about it.
             * @example Connect its Thulium account with POST /api/tenants.
             */
            action: string;
            /**
             * @description Finds the request in the log.
             * @example caller-7:1
             */
            requestId: string;
            /** @description Every wrong field, with `request.invalid`. */
            errors?: {
                /**
                 * @description Where in the request.
                 * @example body.mailbox
                 */
                field: string;
                /**
                 * @description What is wrong there.
                 * @example Invalid email address
                 */
                message: string;
            }[];
        };
        /** @description A text for people, in both languages. */
        BothLanguages: {
            /**
             * @description In Polish.
             * @example Kolejka istnieje.
             */
            pl: string;
            /**
             * @description In English.
             * @example The queue exists.
             */
            en: string;
        };
        Tenant: {
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * Thulium account
             * @description Name of the Thulium account, as in `{system}.thulium.com`.
             * @example demo-sklep
             */
            system: string;
            /**
             * API user
             * @description Login of the API user in Thulium.
             * @example connector
             */
            apiUser: string;
            /**
             * Mailbox
             * Format: email
             * @description Address of the Thulium mailbox that tickets belong to.
             * @example sklep@sklep.example
             */
            mailbox: string;
            /**
             * Agent login
             * @description Login of the agent under whose name the connector writes.
             * @example empik.bot
             */
            agentLogin: string;
            /**
             * Conversation field
             * @description Name of the custom field of tickets that keeps the id of the conversation.
             * @example EmpikPlace wątek
             */
            threadField: string;
            /**
             * Order field
             * @description Name of the custom field of tickets that keeps the order number.
             * @example EmpikPlace zamówienie
             */
            orderField: string | null;
            /**
             * Domain of senders
             * @description Domain of the sender addresses of tickets. Its mail server must accept and drop everything.
             * @example empikplace-connector.invalid
             */
            sinkDomain: string;
        };
        StatusAnswer: {
            /**
             * @description What the integration does: `configured` has never run, `credentials-rejected` was stopped by rejections.
             * @enum {string}
             */
            status: "configured" | "running" | "stopped" | "credentials-rejected";
        };
        Integration: {
            /**
             * Name
             * @description Internal name of this integration.
             * @example Sklep Pokazowy
             */
            name: string;
            /**
             * Shop id
             * @description Shown on the main view of the EmpikPlace seller panel.
             * @example 37001
             */
            shopId: string;
            /**
             * Customer field
             * @description CRM custom field of type text that keeps the customer id.
             * @example Empik ID
             */
            customerField: string;
            /**
             * Ticket queue
             * @description The queue that messages go to.
             * @example 7
             */
            queueId: number;
            /**
             * Ticket category
             * @description The category of tickets made from EmpikPlace messages.
             * @example 12
             */
            categoryId: number;
            /**
             * New customers
             * @description Add to the CRM at once, or leave outside; then the ticket carries the customer id and a link "add to CRM".
             * @default create
             * @enum {string}
             */
            newCustomers: "create" | "leave-outside";
            /**
             * Kinds of conversations
             * @description Which of them become tickets.
             */
            threads: {
                /**
                 * About orders
                 * @description Conversations about an order.
                 * @default true
                 */
                orders: boolean;
                /**
                 * About offers
                 * @description Questions about a product before buying.
                 * @default true
                 */
                offers: boolean;
                /**
                 * With the operator
                 * @description Conversations of the shop with Empik, without a buyer.
                 * @default true
                 */
                operator: boolean;
                /**
                 * Only the shop’s messages
                 * @description Tickets also for conversations with nothing but the shop’s own automatic mails.
                 * @default false
                 */
                shopOnly: boolean;
            };
            /**
             * Source of tickets
             * @description "EmpikPlace" if Thulium keeps it (a test ticket finds out, on request), "www" otherwise.
             * @default www
             */
            ticketSource: string;
            /**
             * Ticket fields
             * @description Further custom fields of tickets.
             */
            ticketFields: {
                /**
                 * Customer id
                 * @description Ticket field for the EmpikPlace customer id.
                 * @example Empik ID klienta
                 */
                customerId?: string;
                /**
                 * Link to the order
                 * @description Ticket field for the address of the order.
                 * @example Empik link
                 */
                orderLink?: string;
                /**
                 * Order state
                 * @description Ticket field for the state of the order.
                 * @example Empik stan
                 */
                orderState?: string;
                /**
                 * Products
                 * @description Ticket field for the list of products.
                 * @example Empik produkty
                 */
                products?: string;
                /**
                 * Link to the conversation
                 * @description Ticket field for the address of the conversation in EmpikPlace.
                 * @example Empik konwersacja
                 */
                conversationLink?: string;
            };
            /**
             * Links to EmpikPlace
             * @description Templates of addresses in the seller panel.
             */
            links: {
                /**
                 * Address of an order
                 * @description A template with {base}, {order_id}, {shop_id}.
                 * @example {base}/mmp/shop/order/{order_id}
                 */
                order?: string;
                /**
                 * Address of a conversation
                 * @description A template with {base}, {thread_id}, {order_id}, {shop_id}. The page of the order by default.
                 * @example {base}/mmp/shop/order/{order_id}
                 */
                conversation?: string;
            };
            /**
             * Rules
             * @description The first that matches decides on queue, category, tags and priority of a new ticket; later messages change nothing.
             * @default []
             */
            rules: {
                /**
                 * Id
                 * @description Lasting and unique; shown in the list of changes.
                 * @example reklamacje
                 */
                id: string;
                /**
                 * Name
                 * @description For people.
                 * @example Reklamacje
                 */
                name: string;
                /**
                 * Enabled
                 * @description A rule that is switched off is passed over.
                 * @default true
                 */
                enabled: boolean;
                /**
                 * Conditions
                 * @description All that are given must hold; without any the rule always matches.
                 */
                when: {
                    /**
                     * Topic code
                     * @description Reason codes of EmpikPlace (RE01), e.g. "28".
                     * @example [
                     *       "28"
                     *     ]
                     */
                    reasonCodes?: string[];
                    /**
                     * Words in the topic
                     * @description One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.
                     * @example [
                     *       "reklamacj"
                     *     ]
                     */
                    topicWords?: string[];
                    /**
                     * Words in the text
                     * @description One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.
                     * @example [
                     *       "uszkodzon"
                     *     ]
                     */
                    textWords?: string[];
                    /**
                     * Order state
                     * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened.
                     * @example [
                     *       "SHIPPED"
                     *     ]
                     */
                    orderStates?: string[];
                    /**
                     * Kind of conversation
                     * @description About an order, about an offer (or another question of a buyer), or with the operator.
                     */
                    entityTypes?: ("MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR")[];
                    /**
                     * Author
                     * @description Who wrote the message that opens the ticket.
                     */
                    authors?: ("customer" | "seller" | "operator" | "unknown")[];
                    /**
                     * Contact
                     * @description The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.
                     * @enum {string}
                     */
                    contact?: "first" | "follow-up";
                };
                /**
                 * Outcome
                 * @description What is not given stays as the integration has it.
                 */
                then: {
                    /**
                     * Queue
                     * @description Instead of the integration’s queue.
                     * @example 7
                     */
                    queueId?: number;
                    /**
                     * Category
                     * @description Instead of the integration’s category.
                     * @example 12
                     */
                    categoryId?: number;
                    /**
                     * Tags
                     * @description Added to the tag "EmpikPlace".
                     * @example [
                     *       "reklamacja"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * Priority
                     * @description Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high";
                };
            }[];
            /**
             * Business hours
             * @description Polish time (Europe/Warsaw).
             */
            businessHours: {
                /**
                 * Monday
                 * @description When people answer; none means closed all day.
                 */
                monday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Tuesday
                 * @description When people answer; none means closed all day.
                 */
                tuesday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Wednesday
                 * @description When people answer; none means closed all day.
                 */
                wednesday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Thursday
                 * @description When people answer; none means closed all day.
                 */
                thursday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Friday
                 * @description When people answer; none means closed all day.
                 */
                friday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Saturday
                 * @description When people answer; none means closed all day.
                 */
                saturday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Sunday
                 * @description When people answer; none means closed all day.
                 */
                sunday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
            };
            /**
             * Days off
             * @description They count as outside business hours.
             */
            holidays: {
                /**
                 * Polish holidays
                 * @description Statutory days off, the movable ones included.
                 * @default true
                 */
                polish: boolean;
                /**
                 * Further days off
                 * @description Dates as YYYY-MM-DD.
                 * @default []
                 */
                extraDays: string[];
            };
            /**
             * Automatic replies
             * @description The first that fits answers a message of a buyer. EmpikPlace counts it like any answer of the shop.
             * @default []
             */
            autoReplies: {
                /**
                 * Id
                 * @description Lasting and unique; shown in the list of changes.
                 * @example poza-godzinami
                 */
                id: string;
                /**
                 * Name
                 * @description For people, in the ticket too.
                 * @example Poza godzinami
                 */
                name: string;
                /**
                 * Enabled
                 * @description An answer that is switched off is not sent, one that is planned already included.
                 * @default true
                 */
                enabled: boolean;
                /**
                 * Occasion
                 * @description The first message, outside business hours, on days off, or by the category of the ticket.
                 * @enum {string}
                 */
                occasion: "first-message" | "outside-hours" | "holiday" | "category";
                /**
                 * Categories
                 * @description For the occasion "category"; they narrow the others down when not empty.
                 * @default []
                 */
                categoryIds: number[];
                /**
                 * Delay (minutes)
                 * @description After the buyer’s message. The answer is not sent when a person answers in that time.
                 * @default 0
                 */
                delayMinutes: number;
                /**
                 * At most once per
                 * @description Conversation, day or week (within one conversation).
                 * @default conversation
                 * @enum {string}
                 */
                period: "conversation" | "day" | "week";
                /**
                 * Text
                 * @description Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.
                 * @example Dzień dobry, odpowiemy w godzinach pracy.
                 */
                template: string;
                /**
                 * In the ticket as
                 * @description A reply counts in the statistics of Thulium and may change the status; a comment does not.
                 * @default comment
                 * @enum {string}
                 */
                mirrorAs: "reply" | "comment";
            }[];
            /**
             * Messages of the operator
             * @description As a message (the ticket becomes new) or as a comment.
             * @default message
             * @enum {string}
             */
            operatorMessages: "message" | "comment";
            /**
             * Replies
             * @description How agents’ replies reach EmpikPlace.
             */
            replies: {
                /**
                 * Recipients of replies
                 * @description The rule: whoever wrote last. An agent can name them in the first line: @klient (buyer), @operator or @wszyscy (both).
                 * @default rule
                 * @enum {string}
                 */
                recipients: "rule" | "customer" | "everyone";
                /**
                 * Footer
                 * @description Plain text added below each reply to the buyer.
                 * @default
                 */
                footer: string;
            };
            /**
             * Attachments
             * @description Limits and the way they are passed on.
             */
            attachments: {
                /**
                 * Limit of attachments (bytes)
                 * @description For the whole conversation, both directions. 10 MB by default.
                 * @default 10485760
                 */
                conversationLimitBytes: number;
                /**
                 * File types to the buyer
                 * @description Endings that EmpikPlace takes.
                 * @default [
                 *       "csv",
                 *       "doc",
                 *       "xls",
                 *       "xlsx",
                 *       "ppt",
                 *       "pdf",
                 *       "odt",
                 *       "ods",
                 *       "odp",
                 *       "txt",
                 *       "rtf",
                 *       "png",
                 *       "jpg",
                 *       "gif",
                 *       "zpl",
                 *       "mov",
                 *       "mp4"
                 *     ]
                 */
                allowedTypes: string[];
                /**
                 * Files in later messages
                 * @description Switch on if your Thulium keeps files sent with later messages of a buyer; otherwise the ticket gets links.
                 * @default false
                 */
                filesInLaterMessages: boolean;
                /**
                 * Life of links (days)
                 * @description How long the link to a file in a ticket works.
                 * @default 30
                 */
                linkDays: number;
            };
            /**
             * Status after a buyer’s message
             * @description Set when a buyer writes in a closed ticket and Thulium does not reopen it by itself. Without it the ticket gets a comment.
             * @example 3
             */
            reopenStatusId?: number;
            /**
             * Name of the status "Połączone" (merged)
             * @description Tells a ticket that was merged into another. Change it if the status has another name in your Thulium.
             * @default Połączone
             */
            mergedStatus: string;
            /**
             * Time to reply (hours)
             * @description After that a conversation is marked as overdue.
             * @default 24
             */
            replyDueHours: number;
            /**
             * Format: uuid
             * @description Id of the integration, one EmpikPlace shop.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string;
            /**
             * @description What the integration does: `configured` has never run, `credentials-rejected` was stopped by rejections.
             * @enum {string}
             */
            status: "configured" | "running" | "stopped" | "credentials-rejected";
            /**
             * @description When it was first started; older messages get no tickets.
             * @example 2026-03-02T08:15:00.000Z
             */
            startedAt: string | null;
            /** @description Whether both sides accepted their credentials. */
            authenticated: {
                /** @description EmpikPlace accepted the key the last time it was tried. */
                empikplace: boolean;
                /** @description Thulium accepted the password the last time it was tried. */
                thulium: boolean;
            };
        } & {
            [key: string]: unknown;
        };
        Conversation: {
            /**
             * Format: uuid
             * @description Id of the integration, one EmpikPlace shop.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string;
            /**
             * @description Id of the conversation at EmpikPlace.
             * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            threadId: string;
            /**
             * @description Subject of the ticket.
             * @example Zamówienie 12345678-A
             */
            subject: string;
            /**
             * @description Id of the buyer at EmpikPlace.
             * @example c-1000123
             */
            customerId: string | null;
            /**
             * @description Name of the buyer, once an order or a message tells it.
             * @example Jan Testowy
             */
            customerName: string | null;
            /**
             * @description Number of the order the conversation is about.
             * @example 12345678-A
             */
            orderId: string | null;
            /** @description The buyer has no CRM record, by the settings; `addConversationToCrm` gives him one. */
            outsideCrm: boolean;
            /**
             * @description Number of the ticket in Thulium, once there is one.
             * @example 4711
             */
            ticketId: number | null;
            /**
             * @description Messages in the conversation.
             * @example 4
             */
            messageCount: number;
            /**
             * @description When the last message was written.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastMessageAt: string | null;
            /**
             * @description Who wrote it: `customer`, `shop`, `operator` or another.
             * @example customer
             */
            lastAuthor: string | null;
            /**
             * @description Replies of agents on their way to the buyer.
             * @example 0
             */
            repliesPending: number;
            /**
             * @description Replies of agents that reached EmpikPlace.
             * @example 1
             */
            repliesSent: number;
            /**
             * @description EmpikPlace’s own clock: since when it waits for the shop’s answer.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyNeededSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyDueAt: string | null;
            /** @description The time to reply has passed. */
            overdue: boolean;
            /**
             * Format: date-time
             * @description When anything in it last changed; lists are ordered by it.
             * @example 2026-03-02T08:15:00.000Z
             */
            changedAt: string;
            /**
             * @description Writes to the outside that are to be done.
             * @example 0
             */
            waitingEffects: number;
            /**
             * @description Writes that need a person.
             * @example 0
             */
            parkedEffects: number;
        };
        Effect: {
            /**
             * @description Key of the write: the same wish always has the same one.
             * @example ticket:create:5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11:b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            effectKey: string;
            /**
             * @description What kind of write it is.
             * @enum {string}
             */
            kind: "customer:link" | "customer:add" | "customer:name" | "ticket:create" | "ticket:update" | "ticket:reopen" | "message:mirror" | "comment:add" | "reply:send" | "auto-reply:send" | "auto-reply:mirror" | "attachment:relay" | "attachment:send";
            /** @description The same in words. */
            what: components["schemas"]["BothLanguages"];
            /**
             * @description Id of the conversation it belongs to.
             * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            threadId: string;
            /**
             * @description Number of the ticket of the conversation, once there is one.
             * @example 4711
             */
            ticketId: number | null;
            /**
             * @description `planned`: not tried or to be tried again; `claimed`: under way; `unknown`: may have been done and is looked up; `parked`: needs a person; `confirmed`: ended.
             * @enum {string}
             */
            state: "planned" | "claimed" | "unknown" | "confirmed" | "parked";
            /**
             * Format: date-time
             * @description When it was asked for, or became due.
             * @example 2026-03-02T08:15:00.000Z
             */
            plannedAt: string;
            /**
             * @description Since when it needs a person.
             * @example 2026-03-02T08:15:00.000Z
             */
            parkedAt: string | null;
            /**
             * @description When it was last tried or looked up.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastTriedAt: string | null;
            /**
             * @description How often it was tried or looked up.
             * @example 1
             */
            attempts: number;
            /**
             * @description When it is tried again; null where it is not by itself.
             * @example 2026-03-02T08:15:00.000Z
             */
            nextTryAt: string | null;
            /** @description Why the last try was not good; null when none failed. */
            failure: {
                /**
                 * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large` or `internal` (our own fault).
                 * @example refused
                 */
                class: string;
                /**
                 * @description What the other side said, for people.
                 * @example Thulium refuses the request (422).
                 */
                message: string;
                /**
                 * @description Why it needs a person: `effect.refused`, `effect.lookup_refused` or `effect.ambiguous`. Null where it needs none, and for a moment after it was parked.
                 * @example effect.refused
                 */
                code: string | null;
            } | null;
            /** @description What to do next. */
            next: components["schemas"]["BothLanguages"];
        };
        ConversationDetail: {
            /**
             * Format: uuid
             * @description Id of the integration, one EmpikPlace shop.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string;
            /**
             * @description Id of the conversation at EmpikPlace.
             * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            threadId: string;
            /**
             * @description Subject of the ticket.
             * @example Zamówienie 12345678-A
             */
            subject: string;
            /**
             * @description Id of the buyer at EmpikPlace.
             * @example c-1000123
             */
            customerId: string | null;
            /**
             * @description Name of the buyer, once an order or a message tells it.
             * @example Jan Testowy
             */
            customerName: string | null;
            /**
             * @description Number of the order the conversation is about.
             * @example 12345678-A
             */
            orderId: string | null;
            /** @description The buyer has no CRM record, by the settings; `addConversationToCrm` gives him one. */
            outsideCrm: boolean;
            /**
             * @description Number of the ticket in Thulium, once there is one.
             * @example 4711
             */
            ticketId: number | null;
            /**
             * @description Messages in the conversation.
             * @example 4
             */
            messageCount: number;
            /**
             * @description When the last message was written.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastMessageAt: string | null;
            /**
             * @description Who wrote it: `customer`, `shop`, `operator` or another.
             * @example customer
             */
            lastAuthor: string | null;
            /**
             * @description Replies of agents on their way to the buyer.
             * @example 0
             */
            repliesPending: number;
            /**
             * @description Replies of agents that reached EmpikPlace.
             * @example 1
             */
            repliesSent: number;
            /**
             * @description EmpikPlace’s own clock: since when it waits for the shop’s answer.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyNeededSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyDueAt: string | null;
            /** @description The time to reply has passed. */
            overdue: boolean;
            /**
             * Format: date-time
             * @description When anything in it last changed; lists are ordered by it.
             * @example 2026-03-02T08:15:00.000Z
             */
            changedAt: string;
            /**
             * @description Writes to the outside that are to be done.
             * @example 0
             */
            waitingEffects: number;
            /**
             * @description Writes that need a person.
             * @example 0
             */
            parkedEffects: number;
            /** @description Everything that happened, oldest first. */
            events: {
                /**
                 * @description What happened.
                 * @example MessageReceived
                 */
                type: string;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                recordedAt: string;
                /**
                 * @description The service that recorded it.
                 * @example ingest
                 */
                actor: string | null;
                /**
                 * @description What led to it: `api:` and a request id, `poll:` and what was looked at, or the key of a write.
                 * @example poll:threads
                 */
                causedBy: string | null;
                /**
                 * @description The facts; their fields depend on `type`.
                 * @example {
                 *       "messageId": "9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45"
                 *     }
                 */
                data: {
                    [key: string]: unknown;
                };
                /** @description The write whose fate it tells, in words; null where it tells of none. */
                about: components["schemas"]["BothLanguages"] | null;
                /** @description The writes it asked for, and what has become of them. */
                effects: components["schemas"]["Effect"][];
            }[];
        };
        EffectResolution: {
            /**
             * @description Key of the write: the same wish always has the same one.
             * @example ticket:create:5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11:b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            effectKey: string;
            /**
             * @description What was decided.
             * @enum {string}
             */
            resolution: "retry" | "dismiss";
        };
        IntegrationSettings: {
            /**
             * Name
             * @description Internal name of this integration.
             * @example Sklep Pokazowy
             */
            name: string;
            /**
             * Shop id
             * @description Shown on the main view of the EmpikPlace seller panel.
             * @example 37001
             */
            shopId: string;
            /**
             * Customer field
             * @description CRM custom field of type text that keeps the customer id.
             * @example Empik ID
             */
            customerField: string;
            /**
             * Ticket queue
             * @description The queue that messages go to.
             * @example 7
             */
            queueId: number;
            /**
             * Ticket category
             * @description The category of tickets made from EmpikPlace messages.
             * @example 12
             */
            categoryId: number;
            /**
             * New customers
             * @description Add to the CRM at once, or leave outside; then the ticket carries the customer id and a link "add to CRM".
             * @default create
             * @enum {string}
             */
            newCustomers: "create" | "leave-outside";
            /**
             * Kinds of conversations
             * @description Which of them become tickets.
             */
            threads: {
                /**
                 * About orders
                 * @description Conversations about an order.
                 * @default true
                 */
                orders: boolean;
                /**
                 * About offers
                 * @description Questions about a product before buying.
                 * @default true
                 */
                offers: boolean;
                /**
                 * With the operator
                 * @description Conversations of the shop with Empik, without a buyer.
                 * @default true
                 */
                operator: boolean;
                /**
                 * Only the shop’s messages
                 * @description Tickets also for conversations with nothing but the shop’s own automatic mails.
                 * @default false
                 */
                shopOnly: boolean;
            };
            /**
             * Source of tickets
             * @description "EmpikPlace" if Thulium keeps it (a test ticket finds out, on request), "www" otherwise.
             * @default www
             */
            ticketSource: string;
            /**
             * Ticket fields
             * @description Further custom fields of tickets.
             */
            ticketFields: {
                /**
                 * Customer id
                 * @description Ticket field for the EmpikPlace customer id.
                 * @example Empik ID klienta
                 */
                customerId?: string;
                /**
                 * Link to the order
                 * @description Ticket field for the address of the order.
                 * @example Empik link
                 */
                orderLink?: string;
                /**
                 * Order state
                 * @description Ticket field for the state of the order.
                 * @example Empik stan
                 */
                orderState?: string;
                /**
                 * Products
                 * @description Ticket field for the list of products.
                 * @example Empik produkty
                 */
                products?: string;
                /**
                 * Link to the conversation
                 * @description Ticket field for the address of the conversation in EmpikPlace.
                 * @example Empik konwersacja
                 */
                conversationLink?: string;
            };
            /**
             * Links to EmpikPlace
             * @description Templates of addresses in the seller panel.
             */
            links: {
                /**
                 * Address of an order
                 * @description A template with {base}, {order_id}, {shop_id}.
                 * @example {base}/mmp/shop/order/{order_id}
                 */
                order?: string;
                /**
                 * Address of a conversation
                 * @description A template with {base}, {thread_id}, {order_id}, {shop_id}. The page of the order by default.
                 * @example {base}/mmp/shop/order/{order_id}
                 */
                conversation?: string;
            };
            /**
             * Rules
             * @description The first that matches decides on queue, category, tags and priority of a new ticket; later messages change nothing.
             * @default []
             */
            rules: {
                /**
                 * Id
                 * @description Lasting and unique; shown in the list of changes.
                 * @example reklamacje
                 */
                id: string;
                /**
                 * Name
                 * @description For people.
                 * @example Reklamacje
                 */
                name: string;
                /**
                 * Enabled
                 * @description A rule that is switched off is passed over.
                 * @default true
                 */
                enabled: boolean;
                /**
                 * Conditions
                 * @description All that are given must hold; without any the rule always matches.
                 */
                when: {
                    /**
                     * Topic code
                     * @description Reason codes of EmpikPlace (RE01), e.g. "28".
                     * @example [
                     *       "28"
                     *     ]
                     */
                    reasonCodes?: string[];
                    /**
                     * Words in the topic
                     * @description One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.
                     * @example [
                     *       "reklamacj"
                     *     ]
                     */
                    topicWords?: string[];
                    /**
                     * Words in the text
                     * @description One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.
                     * @example [
                     *       "uszkodzon"
                     *     ]
                     */
                    textWords?: string[];
                    /**
                     * Order state
                     * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened.
                     * @example [
                     *       "SHIPPED"
                     *     ]
                     */
                    orderStates?: string[];
                    /**
                     * Kind of conversation
                     * @description About an order, about an offer (or another question of a buyer), or with the operator.
                     */
                    entityTypes?: ("MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR")[];
                    /**
                     * Author
                     * @description Who wrote the message that opens the ticket.
                     */
                    authors?: ("customer" | "seller" | "operator" | "unknown")[];
                    /**
                     * Contact
                     * @description The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.
                     * @enum {string}
                     */
                    contact?: "first" | "follow-up";
                };
                /**
                 * Outcome
                 * @description What is not given stays as the integration has it.
                 */
                then: {
                    /**
                     * Queue
                     * @description Instead of the integration’s queue.
                     * @example 7
                     */
                    queueId?: number;
                    /**
                     * Category
                     * @description Instead of the integration’s category.
                     * @example 12
                     */
                    categoryId?: number;
                    /**
                     * Tags
                     * @description Added to the tag "EmpikPlace".
                     * @example [
                     *       "reklamacja"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * Priority
                     * @description Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high";
                };
            }[];
            /**
             * Business hours
             * @description Polish time (Europe/Warsaw).
             */
            businessHours: {
                /**
                 * Monday
                 * @description When people answer; none means closed all day.
                 */
                monday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Tuesday
                 * @description When people answer; none means closed all day.
                 */
                tuesday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Wednesday
                 * @description When people answer; none means closed all day.
                 */
                wednesday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Thursday
                 * @description When people answer; none means closed all day.
                 */
                thursday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Friday
                 * @description When people answer; none means closed all day.
                 */
                friday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Saturday
                 * @description When people answer; none means closed all day.
                 */
                saturday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
                /**
                 * Sunday
                 * @description When people answer; none means closed all day.
                 */
                sunday: {
                    /**
                     * From
                     * @description HH:MM.
                     * @example 08:00
                     */
                    from: string;
                    /**
                     * To
                     * @description HH:MM; 24:00 ends the day.
                     * @example 16:00
                     */
                    to: string;
                }[];
            };
            /**
             * Days off
             * @description They count as outside business hours.
             */
            holidays: {
                /**
                 * Polish holidays
                 * @description Statutory days off, the movable ones included.
                 * @default true
                 */
                polish: boolean;
                /**
                 * Further days off
                 * @description Dates as YYYY-MM-DD.
                 * @default []
                 */
                extraDays: string[];
            };
            /**
             * Automatic replies
             * @description The first that fits answers a message of a buyer. EmpikPlace counts it like any answer of the shop.
             * @default []
             */
            autoReplies: {
                /**
                 * Id
                 * @description Lasting and unique; shown in the list of changes.
                 * @example poza-godzinami
                 */
                id: string;
                /**
                 * Name
                 * @description For people, in the ticket too.
                 * @example Poza godzinami
                 */
                name: string;
                /**
                 * Enabled
                 * @description An answer that is switched off is not sent, one that is planned already included.
                 * @default true
                 */
                enabled: boolean;
                /**
                 * Occasion
                 * @description The first message, outside business hours, on days off, or by the category of the ticket.
                 * @enum {string}
                 */
                occasion: "first-message" | "outside-hours" | "holiday" | "category";
                /**
                 * Categories
                 * @description For the occasion "category"; they narrow the others down when not empty.
                 * @default []
                 */
                categoryIds: number[];
                /**
                 * Delay (minutes)
                 * @description After the buyer’s message. The answer is not sent when a person answers in that time.
                 * @default 0
                 */
                delayMinutes: number;
                /**
                 * At most once per
                 * @description Conversation, day or week (within one conversation).
                 * @default conversation
                 * @enum {string}
                 */
                period: "conversation" | "day" | "week";
                /**
                 * Text
                 * @description Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.
                 * @example Dzień dobry, odpowiemy w godzinach pracy.
                 */
                template: string;
                /**
                 * In the ticket as
                 * @description A reply counts in the statistics of Thulium and may change the status; a comment does not.
                 * @default comment
                 * @enum {string}
                 */
                mirrorAs: "reply" | "comment";
            }[];
            /**
             * Messages of the operator
             * @description As a message (the ticket becomes new) or as a comment.
             * @default message
             * @enum {string}
             */
            operatorMessages: "message" | "comment";
            /**
             * Replies
             * @description How agents’ replies reach EmpikPlace.
             */
            replies: {
                /**
                 * Recipients of replies
                 * @description The rule: whoever wrote last. An agent can name them in the first line: @klient (buyer), @operator or @wszyscy (both).
                 * @default rule
                 * @enum {string}
                 */
                recipients: "rule" | "customer" | "everyone";
                /**
                 * Footer
                 * @description Plain text added below each reply to the buyer.
                 * @default
                 */
                footer: string;
            };
            /**
             * Attachments
             * @description Limits and the way they are passed on.
             */
            attachments: {
                /**
                 * Limit of attachments (bytes)
                 * @description For the whole conversation, both directions. 10 MB by default.
                 * @default 10485760
                 */
                conversationLimitBytes: number;
                /**
                 * File types to the buyer
                 * @description Endings that EmpikPlace takes.
                 * @default [
                 *       "csv",
                 *       "doc",
                 *       "xls",
                 *       "xlsx",
                 *       "ppt",
                 *       "pdf",
                 *       "odt",
                 *       "ods",
                 *       "odp",
                 *       "txt",
                 *       "rtf",
                 *       "png",
                 *       "jpg",
                 *       "gif",
                 *       "zpl",
                 *       "mov",
                 *       "mp4"
                 *     ]
                 */
                allowedTypes: string[];
                /**
                 * Files in later messages
                 * @description Switch on if your Thulium keeps files sent with later messages of a buyer; otherwise the ticket gets links.
                 * @default false
                 */
                filesInLaterMessages: boolean;
                /**
                 * Life of links (days)
                 * @description How long the link to a file in a ticket works.
                 * @default 30
                 */
                linkDays: number;
            };
            /**
             * Status after a buyer’s message
             * @description Set when a buyer writes in a closed ticket and Thulium does not reopen it by itself. Without it the ticket gets a comment.
             * @example 3
             */
            reopenStatusId?: number;
            /**
             * Name of the status "Połączone" (merged)
             * @description Tells a ticket that was merged into another. Change it if the status has another name in your Thulium.
             * @default Połączone
             */
            mergedStatus: string;
            /**
             * Time to reply (hours)
             * @description After that a conversation is marked as overdue.
             * @default 24
             */
            replyDueHours: number;
        } & {
            [key: string]: unknown;
        };
        Series: {
            /**
             * @description What is counted: conversations begun, messages recorded (whoever wrote them), replies that agents wrote, `replies` that reached EmpikPlace, tickets created, writes that came to need a person.
             * @enum {string}
             */
            metric: "conversations" | "messages" | "replies-requested" | "replies" | "tickets" | "parked";
            /**
             * @description Length of a step. Days, too, are those of UTC.
             * @enum {string}
             */
            step: "hour" | "day";
            /** @description One for each step, oldest first; 0 where nothing happened. */
            points: {
                /**
                 * Format: date-time
                 * @description Start of the step.
                 * @example 2026-03-02T00:00:00.000Z
                 */
                at: string;
                /**
                 * @description How often it happened, by the time it was recorded.
                 * @example 12
                 */
                value: number;
            }[];
        };
        CallBudget: {
            /**
             * @description Calls that one service may start in a minute; null without a limit.
             * @example 60
             */
            perMinute: number | null;
            /**
             * @description Calls of the last minute, by the service that made most of them, as told up to 10 s ago.
             * @example 4
             */
            used: number;
            /**
             * @description What that service has left; null without a limit.
             * @example 56
             */
            remaining: number | null;
            /**
             * @description Until when nothing is called, because we were asked to slow down.
             * @example 2026-03-02T08:15:00.000Z
             */
            pausedUntil: string | null;
        };
        SideStatus: {
            /**
             * @description When this side was last looked at with success.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * @description When it is looked at next.
             * @example 2026-03-02T08:15:00.000Z
             */
            nextPollAt: string | null;
            /**
             * @description Failures in a row; 0 while all is well.
             * @example 0
             */
            failures: number;
            /** @description The failure it is suffering from now. */
            lastFailure: {
                /**
                 * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large` or `internal` (our own fault).
                 * @example unreachable
                 */
                class: string;
                /**
                 * @description What happened, for people.
                 * @example EmpikPlace does not answer (503).
                 */
                message: string;
            } | null;
            /** @description Conversations with a message that the usual looks had not shown, because it became visible long after its date; a wider, slower look found them. Thulium’s are counted for all accounts, in /metrics. */
            foundLate: {
                /**
                 * @description Since the beginning.
                 * @example 0
                 */
                conversations: number;
                /**
                 * @description When the last one was found.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                lastAt: string | null;
            };
            /** @description Of the EmpikPlace key, which several shops may share, or of the Thulium account; null before the first call. */
            callBudget: components["schemas"]["CallBudget"] | null;
        };
        Activity: {
            /**
             * @description Conversations that began.
             * @example 12
             */
            conversations: number;
            /**
             * @description Messages that were recorded, whoever wrote them.
             * @example 40
             */
            messages: number;
            /**
             * @description Replies of agents that reached EmpikPlace.
             * @example 31
             */
            repliesSent: number;
            /**
             * @description Tickets created.
             * @example 12
             */
            tickets: number;
        };
        IntegrationStatus: {
            /**
             * @description Which of the two views it is.
             * @constant
             */
            view: "full";
            /**
             * Format: uuid
             * @description Id of the integration, one EmpikPlace shop.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string;
            /**
             * @description Name of the integration.
             * @example Sklep Pokazowy
             */
            name: string;
            /**
             * @description What the integration does: `configured` has never run, `credentials-rejected` was stopped by rejections.
             * @enum {string}
             */
            status: "configured" | "running" | "stopped" | "credentials-rejected";
            /**
             * @description When `status` became what it is.
             * @example 2026-03-02T08:15:00.000Z
             */
            statusSince: string | null;
            /**
             * @description When it was first started.
             * @example 2026-03-02T08:15:00.000Z
             */
            startedAt: string | null;
            /** @description How the integration is doing. */
            health: {
                /**
                 * @description How well it does, derived from facts.
                 * @enum {string}
                 */
                level: "ok" | "late" | "failing" | "stopped" | "credentials-rejected";
                /**
                 * @description Since when; null where the facts do not tell.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string | null;
                /** @description Why. */
                reason: components["schemas"]["BothLanguages"];
            };
            /** @description Each of the two outside systems. */
            sides: {
                empikplace: components["schemas"]["SideStatus"];
                thulium: components["schemas"]["SideStatus"];
            };
            /** @description Writes to the outside that are not finished. */
            effects: {
                /**
                 * @description Writes to the outside that are to be done.
                 * @example 2
                 */
                waiting: number;
                /**
                 * @description Writes that may have been done; they are looked up before anything else.
                 * @example 0
                 */
                uncertain: number;
                /**
                 * @description Writes that need a person.
                 * @example 0
                 */
                parked: number;
                /**
                 * @description Since when the oldest of those waiting or uncertain waits.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                oldestWaitingAt: string | null;
                /**
                 * @description Since when the oldest of those parked needs a person.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                oldestParkedAt: string | null;
                /** @description Of the one among them that failed last. */
                lastFailure: {
                    /**
                     * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large` or `internal` (our own fault).
                     * @example unreachable
                     */
                    class: string;
                    /**
                     * @description What happened, for people.
                     * @example EmpikPlace does not answer (503).
                     */
                    message: string;
                } | null;
            };
            /** @description How far behind it is. Writes that need a person count too. */
            lag: {
                /**
                 * @description Age of the oldest message that is not in its ticket yet, in seconds; 0 without any.
                 * @example 0
                 */
                messageSeconds: number;
                /**
                 * @description Age of the oldest thing that was recorded, of any tenant, and is not in what this status is made from, in seconds; 0 without any.
                 * @example 0
                 */
                projectionSeconds: number;
                /**
                 * @description Age of the oldest reply of an agent that is not sent yet, in seconds; 0 without any.
                 * @example 0
                 */
                replySeconds: number;
            };
            /** @description The last full hour (UTC). */
            lastHour: components["schemas"]["Activity"];
            /** @description The last 24 hours, the present one included. */
            lastDay: components["schemas"]["Activity"];
            /** @description The last 7 days, the present hour included. */
            lastWeek: components["schemas"]["Activity"];
            /**
             * @description Conversations taken so far.
             * @example 310
             */
            conversations: number;
            /**
             * @description Tickets created so far.
             * @example 305
             */
            tickets: number;
            /**
             * @description Replies of agents on their way to buyers.
             * @example 1
             */
            repliesPending: number;
            /**
             * @description Replies of agents that reached EmpikPlace.
             * @example 287
             */
            repliesSent: number;
            /**
             * @description Conversations in which the buyer has waited longer than the settings allow.
             * @example 3
             */
            overdueReplies: number;
            /** @description What is set aside because this version cannot read it; `GET …/quarantine` lists it. */
            quarantined: {
                /**
                 * @description Conversations, or the integration or account itself.
                 * @example 0
                 */
                count: number;
                /**
                 * @description Since when the oldest of them is set aside.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string | null;
            };
            /**
             * @description Things that an outside API showed and that could not be understood, so far; each is in the list of changes.
             * @example 0
             */
            unreadableInputs: number;
            /** @description Custom fields of Thulium that were renamed or removed. */
            missingFields: {
                /**
                 * @description What the field belongs to.
                 * @enum {string}
                 */
                of: "ticket" | "customer";
                /**
                 * @description Name of the field.
                 * @example EmpikPlace wątek
                 */
                name: string;
                /**
                 * Format: date-time
                 * @description Since when it is missing.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string;
            }[];
        };
        CompactIntegrationStatus: {
            /**
             * @description Which of the two views it is.
             * @constant
             */
            view: "compact";
            /**
             * Format: uuid
             * @description Id of the integration, one EmpikPlace shop.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string;
            /**
             * @description Name of the integration.
             * @example Sklep Pokazowy
             */
            name: string;
            /**
             * @description How well it does, derived from facts.
             * @enum {string}
             */
            level: "ok" | "late" | "failing" | "stopped" | "credentials-rejected";
            /** @description Why. */
            reason: components["schemas"]["BothLanguages"];
            /**
             * @description Age of the oldest message or reply that is not at its other side yet, in seconds.
             * @example 0
             */
            lagSeconds: number;
            /**
             * @description Writes to the outside that are to be done or looked up.
             * @example 2
             */
            waiting: number;
            /**
             * @description Writes that need a person.
             * @example 0
             */
            parked: number;
            /**
             * @description Conversations in which the buyer has waited longer than the settings allow.
             * @example 3
             */
            overdue: number;
        };
        StatusSummary: {
            /**
             * @description The worst of its integrations. One that a person stopped does not count while another one runs.
             * @enum {string}
             */
            level: "ok" | "late" | "failing" | "stopped" | "credentials-rejected";
            /**
             * @description How many integrations are at each level.
             * @example {
             *       "ok": 2,
             *       "late": 0,
             *       "failing": 1,
             *       "stopped": 0,
             *       "credentials-rejected": 0
             *     }
             */
            integrations: {
                [key: string]: number;
            };
            /**
             * @description Age of the oldest message or reply that is not at its other side yet, in seconds.
             * @example 0
             */
            lagSeconds: number;
            /**
             * @description Writes to the outside that are to be done or looked up.
             * @example 2
             */
            waiting: number;
            /**
             * @description Writes that need a person.
             * @example 0
             */
            parked: number;
            /**
             * @description Conversations in which the buyer has waited longer than the settings allow.
             * @example 3
             */
            overdueReplies: number;
            /**
             * @description Replies of agents on their way to buyers.
             * @example 1
             */
            repliesPending: number;
            /** @description The last full hour (UTC). */
            lastHour: components["schemas"]["Activity"];
            /** @description The last 24 hours, the present one included. */
            lastDay: components["schemas"]["Activity"];
            /** @description The last 7 days, the present hour included. */
            lastWeek: components["schemas"]["Activity"];
        };
        TenantStatus: {
            /**
             * @description Which of the two views it is.
             * @constant
             */
            view: "full";
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /** @description Of all integrations together. */
            summary: components["schemas"]["StatusSummary"];
            /** @description The Thulium account: as the integration sees it that was looked at with success last, of those that run. */
            thulium: components["schemas"]["SideStatus"];
            /** @description Each integration, in the order of their ids. */
            integrations: components["schemas"]["IntegrationStatus"][];
        };
        CompactTenantStatus: {
            /**
             * @description Which of the two views it is.
             * @constant
             */
            view: "compact";
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * @description The worst, as in the summary of the full view.
             * @enum {string}
             */
            level: "ok" | "late" | "failing" | "stopped" | "credentials-rejected";
            /** @description Each integration, in the order of their ids. */
            integrations: components["schemas"]["CompactIntegrationStatus"][];
        };
        Preflight: {
            /**
             * @description Not ready with any error; what is unknown does not count.
             * @enum {string}
             */
            verdict: "ready" | "ready-with-warnings" | "not-ready";
            /** @description Each need by itself. */
            items: {
                /**
                 * @description Which need; stable.
                 * @example thulium.queue
                 * @enum {string}
                 */
                code: "empikplace.host" | "empikplace.credentials" | "empikplace.shop" | "empikplace.shop-state" | "empikplace.messages" | "empikplace.orders" | "empikplace.clock" | "thulium.host" | "thulium.credentials" | "thulium.queues" | "thulium.categories" | "thulium.statuses" | "thulium.agents" | "thulium.tickets" | "thulium.ticket" | "thulium.customers" | "thulium.customer" | "thulium.agent" | "thulium.thread-field" | "thulium.order-field" | "thulium.mailbox" | "thulium.sink-domain" | "thulium.create-ticket" | "thulium.update-ticket" | "thulium.customer-response" | "thulium.agent-response" | "thulium.comment" | "thulium.create-customer" | "thulium.update-customer" | "thulium.upload-file" | "thulium.queue" | "thulium.category" | "thulium.customer-field" | "thulium.ticket-field" | "thulium.reopen-status" | "thulium.ticket-source";
                /**
                 * @description `error`: it cannot work like this. `warning`: it may not. `unknown`: nothing can be said without trying it for real, or before an error above is corrected.
                 * @enum {string}
                 */
                state: "ok" | "warning" | "error" | "unknown";
                /** @description What was found, and what to do where something is wrong. */
                message: components["schemas"]["BothLanguages"];
            }[];
        };
        QuarantinedStream: {
            /**
             * @description The integration; null where the account itself is meant.
             * @example 2c7f0d0a-3c1b-4f58-8f5e-6f1f6f0e2a11
             */
            integrationId: string | null;
            /**
             * @description The conversation at EmpikPlace; null where the integration itself is meant.
             * @example 8f6f4b0e-5e6a-4b56-8f3d-7a7f6f1f2b11
             */
            threadId: string | null;
            /** @description The event at which it stopped. It and all that follow stay in the log. */
            event: {
                /**
                 * @description Its id.
                 * @example 3f1d6a52-7a0e-5c58-9b61-0d3f7f0d9a10
                 */
                id: string;
                /**
                 * @description What happened.
                 * @example ReplyWithdrawn
                 */
                type: string;
                /**
                 * @description Version in which it was written.
                 * @example 1
                 */
                schemaVersion: number;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                recordedAt: string;
            };
            /**
             * @description Why.
             * @example Event type ReplyWithdrawn is unknown to this version.
             */
            reason: string;
            /**
             * Format: date-time
             * @description Since when.
             * @example 2026-03-02T08:15:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @description When it was last tried; every ten minutes, and by each new process.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastTriedAt: string;
        };
        ThuliumWebhook: {
            /**
             * @description Address to paste into Thulium. Whoever knows it can send hints, nothing else.
             * @example https://connector.example/hooks/thulium/eyJ0In0.c2ln
             */
            url: string;
            /**
             * @description User of the login that is asked for; null where none is.
             * @example thulium
             */
            user: string | null;
            /**
             * @description When a webhook last had an effect.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastHintAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Always the same.
                         * @constant
                         */
                        status: "ok";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Always the same.
                         * @constant
                         */
                        status: "ready";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `service.not_ready`: The service is not ready.
             *
             *     `service.stopping`: The service is stopping.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.not_ready" | "service.stopping";
                    };
                };
            };
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format of Prometheus. What comes from the database is missing while it is away. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example connector_effects{state="parked"} 2 */
                    "text/plain": string;
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /** @description `service.overloaded`: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
    showReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /** @description `service.overloaded`: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
    explainProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `code` of the problem.
                 * @example tenant.unknown
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `route.unknown`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "route.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /** @description `service.overloaded`: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
    getSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every key that may have signed a live token. */
                        keys: {
                            /**
                             * @description Type of the key.
                             * @example OKP
                             */
                            kty: string;
                            /**
                             * @description Its curve.
                             * @example Ed25519
                             */
                            crv: string;
                            /**
                             * @description The public key, in base64url.
                             * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
                             */
                            x: string;
                            /**
                             * @description Names the key in the header of a token.
                             * @example 2026-03
                             */
                            kid: string;
                            /**
                             * @description It signs.
                             * @constant
                             */
                            use: "sig";
                            /**
                             * @description The one algorithm tokens are signed with.
                             * @constant
                             */
                            alg: "EdDSA";
                        }[];
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    exchangeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The token; send it as `authorization: Bearer …`.
                         * @example eyJhbGciOiJFZERTQSJ9.e30.c2ln
                         */
                        accessToken: string;
                        /**
                         * @description How it is sent (RFC 6750).
                         * @constant
                         */
                        tokenType: "Bearer";
                        /**
                         * Format: date-time
                         * @description When it ends.
                         * @example 2026-03-02T08:25:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * @description Null for the operator, who may act for any tenant.
                         * @example demo-sklep
                         */
                        tenantId: string | null;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.key_needed`: A token cannot be exchanged for another.
             *
             *     `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.key_needed" | "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    listAccessKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that were revoked, too. */
                        items: {
                            /**
                             * @description Id of the key.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            keyId: string;
                            /**
                             * @description What it is for.
                             * @example Dashboard
                             */
                            name: string;
                            /**
                             * @description First characters of the secret, to recognise it by.
                             * @example ctk_a1b2
                             */
                            prefix: string;
                            /**
                             * @description What it allows.
                             * @example [
                             *       "status:read"
                             *     ]
                             */
                            scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                            /**
                             * Format: date-time
                             * @description When it was made.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            createdAt: string;
                            /**
                             * @description When it ends by itself; null for never.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            expiresAt: string | null;
                            /**
                             * @description When it was last used, to the minute.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            lastUsedAt: string | null;
                            /**
                             * @description When it was revoked.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    createAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example Dashboard
                     */
                    name: string;
                    /**
                     * Format: date-time
                     * @description When it ends; without it the key is valid until it is revoked.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    expiresAt?: string;
                    /**
                     * @description What it allows.
                     * @example [
                     *       "status:read"
                     *     ]
                     */
                    scopes: ("config" | "status:read" | "operate" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the key.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        keyId: string;
                        /**
                         * @description What it is for.
                         * @example Dashboard
                         */
                        name: string;
                        /**
                         * @description First characters of the secret, to recognise it by.
                         * @example ctk_a1b2
                         */
                        prefix: string;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        createdAt: string;
                        /**
                         * @description When it ends by itself; null for never.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        expiresAt: string | null;
                        /**
                         * @description When it was last used, to the minute.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        lastUsedAt: string | null;
                        /**
                         * @description When it was revoked.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        revokedAt: string | null;
                        /**
                         * @description The secret; keep it now.
                         * @example ctk_a1b2c3
                         */
                        secret: string;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    revokeAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the key.
                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `access_key.unknown`: The access key is not known here.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "access_key.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    listOperatorKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that were revoked, too. */
                        items: {
                            /**
                             * @description Id of the key.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            keyId: string;
                            /**
                             * @description What it is for.
                             * @example Dashboard
                             */
                            name: string;
                            /**
                             * @description First characters of the secret, to recognise it by.
                             * @example ctk_a1b2
                             */
                            prefix: string;
                            /**
                             * @description What it allows.
                             * @example [
                             *       "status:read"
                             *     ]
                             */
                            scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                            /**
                             * Format: date-time
                             * @description When it was made.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            createdAt: string;
                            /**
                             * @description When it ends by itself; null for never.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            expiresAt: string | null;
                            /**
                             * @description When it was last used, to the minute.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            lastUsedAt: string | null;
                            /**
                             * @description When it was revoked.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    createOperatorKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example Dashboard
                     */
                    name: string;
                    /**
                     * Format: date-time
                     * @description When it ends; without it the key is valid until it is revoked.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the key.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        keyId: string;
                        /**
                         * @description What it is for.
                         * @example Dashboard
                         */
                        name: string;
                        /**
                         * @description First characters of the secret, to recognise it by.
                         * @example ctk_a1b2
                         */
                        prefix: string;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        createdAt: string;
                        /**
                         * @description When it ends by itself; null for never.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        expiresAt: string | null;
                        /**
                         * @description When it was last used, to the minute.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        lastUsedAt: string | null;
                        /**
                         * @description When it was revoked.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        revokedAt: string | null;
                        /**
                         * @description The secret; keep it now.
                         * @example ctk_a1b2c3
                         */
                        secret: string;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    revokeOperatorKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the key.
                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `access_key.unknown`: The access key is not known here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "access_key.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    createLaunchLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the one who follows the link may do; never more than the one who makes it.
                     * @default [
                     *       "status:read"
                     *     ]
                     */
                    scopes?: ("config" | "status:read" | "operate" | "admin")[];
                    /**
                     * @description How long it works, in seconds.
                     * @default 600
                     */
                    expiresInSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The link.
                         * @example https://connector.example/launch/eyJ0In0.c2ln
                         */
                        url: string;
                        /**
                         * Format: date-time
                         * @description When it ends.
                         * @example 2026-03-02T08:25:00.000Z
                         */
                        expiresAt: string;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    showLaunchLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page with its button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description A page: the link is not ours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link was used or has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    followLaunchLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The token; send it as `authorization: Bearer …`.
                         * @example eyJhbGciOiJFZERTQSJ9.e30.c2ln
                         */
                        accessToken: string;
                        /**
                         * @description How it is sent (RFC 6750).
                         * @constant
                         */
                        tokenType: "Bearer";
                        /**
                         * Format: date-time
                         * @description When it ends.
                         * @example 2026-03-02T08:25:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * @description Null for the operator, who may act for any tenant.
                         * @example demo-sklep
                         */
                        tenantId: string | null;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "operate" | "admin" | "operator")[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `launch_link.unusable`: The link opens nothing any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "launch_link.unusable";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    connectTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * API user
                     * @description Login of the API user in Thulium.
                     * @example connector
                     */
                    apiUser: string;
                    /**
                     * Mailbox
                     * Format: email
                     * @description Address of the Thulium mailbox that tickets belong to.
                     * @example sklep@sklep.example
                     */
                    mailbox: string;
                    /**
                     * Agent login
                     * @description Login of the agent under whose name the connector writes.
                     * @example empik.bot
                     */
                    agentLogin: string;
                    /**
                     * Conversation field
                     * @description Name of the custom field of tickets that keeps the id of the conversation.
                     * @example EmpikPlace wątek
                     */
                    threadField: string;
                    /**
                     * Order field
                     * @description Name of the custom field of tickets that keeps the order number.
                     * @example EmpikPlace zamówienie
                     */
                    orderField?: string;
                    /**
                     * Domain of senders
                     * @description Domain of the sender addresses of tickets. Its mail server must accept and drop everything.
                     * @example empikplace-connector.invalid
                     */
                    sinkDomain?: string;
                    /**
                     * Thulium account
                     * @description Name of the Thulium account, as in `{system}.thulium.com`.
                     * @example demo-sklep
                     */
                    system: string;
                    /**
                     * @description Password of the API user. It is stored encrypted and never answered.
                     * @example haslo-do-api
                     */
                    apiPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the tenant: the system name of its Thulium account.
                         * @example demo-sklep
                         */
                        tenantId: string;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             *
             *     `tenant.exists`: The tenant is connected already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.in_progress" | "tenant.exists";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    replaceThuliumAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag of the settings that these take the place of: when others changed them meanwhile, nothing is saved (412). Without it the last one to save wins.
                 * @example "pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "if-match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * API user
                     * @description Login of the API user in Thulium.
                     * @example connector
                     */
                    apiUser: string;
                    /**
                     * Mailbox
                     * Format: email
                     * @description Address of the Thulium mailbox that tickets belong to.
                     * @example sklep@sklep.example
                     */
                    mailbox: string;
                    /**
                     * Agent login
                     * @description Login of the agent under whose name the connector writes.
                     * @example empik.bot
                     */
                    agentLogin: string;
                    /**
                     * Conversation field
                     * @description Name of the custom field of tickets that keeps the id of the conversation.
                     * @example EmpikPlace wątek
                     */
                    threadField: string;
                    /**
                     * Order field
                     * @description Name of the custom field of tickets that keeps the order number.
                     * @example EmpikPlace zamówienie
                     */
                    orderField?: string;
                    /**
                     * Domain of senders
                     * @description Domain of the sender addresses of tickets. Its mail server must accept and drop everything.
                     * @example empikplace-connector.invalid
                     */
                    sinkDomain?: string;
                    /**
                     * @description New password of the API user; the stored one stays when absent.
                     * @example haslo-do-api
                     */
                    apiPassword?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Both sides accept their credentials and have what the integration needs. */
                        ok: boolean;
                        /** @description What was checked, one by one. */
                        parts: {
                            /**
                             * @description The outside system.
                             * @enum {string}
                             */
                            side: "empikplace" | "thulium";
                            /**
                             * @description What was checked.
                             * @enum {string}
                             */
                            part: "credentials" | "shop" | "messages" | "orders" | "clock" | "queue" | "category" | "tickets" | "thread-field" | "order-field" | "ticket-field" | "customers" | "agent";
                            /** @description Nothing is known to be wrong. */
                            ok: boolean;
                            /** @description Could not be checked to the end. */
                            warning: boolean;
                            message: components["schemas"]["BothLanguages"];
                        }[];
                        /** @description The new credentials are in use now; those that the other side does not accept never are. */
                        stored: boolean;
                        /**
                         * @description Id of the tenant: the system name of its Thulium account.
                         * @example demo-sklep
                         */
                        tenantId: string;
                        /** @description What was found for each integration. */
                        verifications: {
                            /** @description Both sides accept their credentials and have what the integration needs. */
                            ok: boolean;
                            /** @description What was checked, one by one. */
                            parts: {
                                /**
                                 * @description The outside system.
                                 * @enum {string}
                                 */
                                side: "empikplace" | "thulium";
                                /**
                                 * @description What was checked.
                                 * @enum {string}
                                 */
                                part: "credentials" | "shop" | "messages" | "orders" | "clock" | "queue" | "category" | "tickets" | "thread-field" | "order-field" | "ticket-field" | "customers" | "agent";
                                /** @description Nothing is known to be wrong. */
                                ok: boolean;
                                /** @description Could not be checked to the end. */
                                warning: boolean;
                                message: components["schemas"]["BothLanguages"];
                            }[];
                            /**
                             * Format: uuid
                             * @description Id of the integration, one EmpikPlace shop.
                             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                             */
                            integrationId: string;
                        }[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.precondition_failed`: Others have changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.precondition_failed";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    getThuliumWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThuliumWebhook"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    renewThuliumWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThuliumWebhook"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    setThuliumWebhookLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description User.
                     * @example thulium
                     */
                    user: string;
                    /**
                     * @description Password.
                     * @example haslo-webhooka
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    removeThuliumWebhookLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    preflightAccount: {
        parameters: {
            query?: {
                /** @description `tried`: also tries the writes that leave no trace, on a ticket and a customer that do not exist and with a temporary file of one byte. */
                writes?: "untried" | "tried";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `service.paused`: Nothing is written after a restore until it is confirmed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.paused";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    preflightIntegration: {
        parameters: {
            query?: {
                /** @description `tried`: also tries the writes that leave no trace, on a ticket and a customer that do not exist and with a temporary file of one byte. */
                writes?: "untried" | "tried";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `service.paused`: Nothing is written after a restore until it is confirmed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.paused";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    pickQueues: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from. */
                        items: {
                            /**
                             * @description Its number, for the settings.
                             * @example 12
                             */
                            id: number;
                            /**
                             * @description Its name.
                             * @example EmpikPlace
                             */
                            label: string;
                        }[];
                        /**
                         * @description `thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.
                         * @enum {string}
                         */
                        source: "thulium" | "unreadable" | "not-offered";
                        /** @description What to know about the list, and what to do where it could not be read. */
                        note: components["schemas"]["BothLanguages"] | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    pickCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from. */
                        items: {
                            /**
                             * @description Its number, for the settings.
                             * @example 12
                             */
                            id: number;
                            /**
                             * @description Its name, after the names above it.
                             * @example Zwroty / Uszkodzone
                             */
                            label: string;
                        }[];
                        /**
                         * @description `thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.
                         * @enum {string}
                         */
                        source: "thulium" | "unreadable" | "not-offered";
                        /** @description What to know about the list, and what to do where it could not be read. */
                        note: components["schemas"]["BothLanguages"] | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    pickStatuses: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from. */
                        items: {
                            /**
                             * @description Its number, for the settings.
                             * @example 12
                             */
                            id: number;
                            /**
                             * @description Its name.
                             * @example EmpikPlace
                             */
                            label: string;
                            /** @description Those within it. */
                            substatuses: {
                                /**
                                 * @description Its number, for the settings.
                                 * @example 12
                                 */
                                id: number;
                                /**
                                 * @description Its name.
                                 * @example EmpikPlace
                                 */
                                label: string;
                            }[];
                        }[];
                        /**
                         * @description `thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.
                         * @enum {string}
                         */
                        source: "thulium" | "unreadable" | "not-offered";
                        /** @description What to know about the list, and what to do where it could not be read. */
                        note: components["schemas"]["BothLanguages"] | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    pickAgents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from. */
                        items: {
                            /**
                             * @description For the settings of the account.
                             * @example empik.bot
                             */
                            login: string;
                            /**
                             * @description Name and surname.
                             * @example EmpikPlace Integracja
                             */
                            label: string;
                            /** @description Only an active agent can write. */
                            active: boolean;
                        }[];
                        /**
                         * @description `thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.
                         * @enum {string}
                         */
                        source: "thulium" | "unreadable" | "not-offered";
                        /** @description What to know about the list, and what to do where it could not be read. */
                        note: components["schemas"]["BothLanguages"] | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    pickCustomFields: {
        parameters: {
            query: {
                /**
                 * @description Whose fields.
                 * @example ticket
                 */
                of: "ticket" | "customer";
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from. */
                        items: {
                            /**
                             * @description For the settings.
                             * @example EmpikPlace wątek
                             */
                            name: string;
                        }[];
                        /**
                         * @description `thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.
                         * @enum {string}
                         */
                        source: "thulium" | "unreadable" | "not-offered";
                        /** @description What to know about the list, and what to do where it could not be read. */
                        note: components["schemas"]["BothLanguages"] | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    getSettingsSchema: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description JSON Schema of the settings of an integration. Each setting has `pl` and `en`, with `label` and `help` for people.
                         * @example {
                         *       "type": "object",
                         *       "properties": {
                         *         "name": {
                         *           "type": "string",
                         *           "pl": {
                         *             "label": "Nazwa",
                         *             "help": "Dla ludzi."
                         *           }
                         *         }
                         *       }
                         *     }
                         */
                        integration: {
                            [key: string]: unknown;
                        };
                        /**
                         * @description JSON Schema of the settings of a Thulium account, without its password. Each setting has `pl` and `en`, with `label` and `help` for people.
                         * @example {
                         *       "type": "object",
                         *       "properties": {
                         *         "name": {
                         *           "type": "string",
                         *           "pl": {
                         *             "label": "Nazwa",
                         *             "help": "Dla ludzi."
                         *           }
                         *         }
                         *       }
                         *     }
                         */
                        thulium: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    tryShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Shop id
                     * @description Shown on the main view of the EmpikPlace seller panel.
                     * @example 37001
                     */
                    shopId: string;
                    /**
                     * @description Key of the EmpikPlace API. It is stored encrypted and never answered.
                     * @example klucz-sklepu
                     */
                    apiKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Both sides accept their credentials and have what the integration needs. */
                        ok: boolean;
                        /** @description What was checked, one by one. */
                        parts: {
                            /**
                             * @description The outside system.
                             * @enum {string}
                             */
                            side: "empikplace" | "thulium";
                            /**
                             * @description What was checked.
                             * @enum {string}
                             */
                            part: "credentials" | "shop" | "messages" | "orders" | "clock" | "queue" | "category" | "tickets" | "thread-field" | "order-field" | "ticket-field" | "customers" | "agent";
                            /** @description Nothing is known to be wrong. */
                            ok: boolean;
                            /** @description Could not be checked to the end. */
                            warning: boolean;
                            message: components["schemas"]["BothLanguages"];
                        }[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    listIntegrations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All of them, by id. */
                        items: components["schemas"]["Integration"][];
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    createIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Name
                     * @description Internal name of this integration.
                     * @example Sklep Pokazowy
                     */
                    name: string;
                    /**
                     * Shop id
                     * @description Shown on the main view of the EmpikPlace seller panel.
                     * @example 37001
                     */
                    shopId: string;
                    /**
                     * Customer field
                     * @description CRM custom field of type text that keeps the customer id.
                     * @example Empik ID
                     */
                    customerField: string;
                    /**
                     * Ticket queue
                     * @description The queue that messages go to.
                     * @example 7
                     */
                    queueId: number;
                    /**
                     * Ticket category
                     * @description The category of tickets made from EmpikPlace messages.
                     * @example 12
                     */
                    categoryId: number;
                    /**
                     * New customers
                     * @description Add to the CRM at once, or leave outside; then the ticket carries the customer id and a link "add to CRM".
                     * @default create
                     * @enum {string}
                     */
                    newCustomers?: "create" | "leave-outside";
                    /**
                     * Kinds of conversations
                     * @description Which of them become tickets.
                     * @default {}
                     */
                    threads?: {
                        /**
                         * About orders
                         * @description Conversations about an order.
                         * @default true
                         */
                        orders?: boolean;
                        /**
                         * About offers
                         * @description Questions about a product before buying.
                         * @default true
                         */
                        offers?: boolean;
                        /**
                         * With the operator
                         * @description Conversations of the shop with Empik, without a buyer.
                         * @default true
                         */
                        operator?: boolean;
                        /**
                         * Only the shop’s messages
                         * @description Tickets also for conversations with nothing but the shop’s own automatic mails.
                         * @default false
                         */
                        shopOnly?: boolean;
                    };
                    /**
                     * Source of tickets
                     * @description "EmpikPlace" if Thulium keeps it (a test ticket finds out, on request), "www" otherwise.
                     * @default www
                     */
                    ticketSource?: string;
                    /**
                     * Ticket fields
                     * @description Further custom fields of tickets.
                     * @default {}
                     */
                    ticketFields?: {
                        /**
                         * Customer id
                         * @description Ticket field for the EmpikPlace customer id.
                         * @example Empik ID klienta
                         */
                        customerId?: string;
                        /**
                         * Link to the order
                         * @description Ticket field for the address of the order.
                         * @example Empik link
                         */
                        orderLink?: string;
                        /**
                         * Order state
                         * @description Ticket field for the state of the order.
                         * @example Empik stan
                         */
                        orderState?: string;
                        /**
                         * Products
                         * @description Ticket field for the list of products.
                         * @example Empik produkty
                         */
                        products?: string;
                        /**
                         * Link to the conversation
                         * @description Ticket field for the address of the conversation in EmpikPlace.
                         * @example Empik konwersacja
                         */
                        conversationLink?: string;
                    };
                    /**
                     * Links to EmpikPlace
                     * @description Templates of addresses in the seller panel.
                     * @default {}
                     */
                    links?: {
                        /**
                         * Address of an order
                         * @description A template with {base}, {order_id}, {shop_id}.
                         * @example {base}/mmp/shop/order/{order_id}
                         */
                        order?: string;
                        /**
                         * Address of a conversation
                         * @description A template with {base}, {thread_id}, {order_id}, {shop_id}. The page of the order by default.
                         * @example {base}/mmp/shop/order/{order_id}
                         */
                        conversation?: string;
                    };
                    /**
                     * Rules
                     * @description The first that matches decides on queue, category, tags and priority of a new ticket; later messages change nothing.
                     * @default []
                     */
                    rules?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example reklamacje
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people.
                         * @example Reklamacje
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description A rule that is switched off is passed over.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Conditions
                         * @description All that are given must hold; without any the rule always matches.
                         */
                        when: {
                            /**
                             * Topic code
                             * @description Reason codes of EmpikPlace (RE01), e.g. "28".
                             * @example [
                             *       "28"
                             *     ]
                             */
                            reasonCodes?: string[];
                            /**
                             * Words in the topic
                             * @description One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.
                             * @example [
                             *       "reklamacj"
                             *     ]
                             */
                            topicWords?: string[];
                            /**
                             * Words in the text
                             * @description One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.
                             * @example [
                             *       "uszkodzon"
                             *     ]
                             */
                            textWords?: string[];
                            /**
                             * Order state
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened.
                             * @example [
                             *       "SHIPPED"
                             *     ]
                             */
                            orderStates?: string[];
                            /**
                             * Kind of conversation
                             * @description About an order, about an offer (or another question of a buyer), or with the operator.
                             */
                            entityTypes?: ("MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR")[];
                            /**
                             * Author
                             * @description Who wrote the message that opens the ticket.
                             */
                            authors?: ("customer" | "seller" | "operator" | "unknown")[];
                            /**
                             * Contact
                             * @description The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.
                             * @enum {string}
                             */
                            contact?: "first" | "follow-up";
                        };
                        /**
                         * Outcome
                         * @description What is not given stays as the integration has it.
                         */
                        then: {
                            /**
                             * Queue
                             * @description Instead of the integration’s queue.
                             * @example 7
                             */
                            queueId?: number;
                            /**
                             * Category
                             * @description Instead of the integration’s category.
                             * @example 12
                             */
                            categoryId?: number;
                            /**
                             * Tags
                             * @description Added to the tag "EmpikPlace".
                             * @example [
                             *       "reklamacja"
                             *     ]
                             */
                            tags?: string[];
                            /**
                             * Priority
                             * @description Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).
                             * @enum {string}
                             */
                            priority?: "low" | "normal" | "high";
                        };
                    }[];
                    /**
                     * Business hours
                     * @description Polish time (Europe/Warsaw).
                     * @default {}
                     */
                    businessHours?: {
                        /**
                         * Monday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        monday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Tuesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        tuesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Wednesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        wednesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Thursday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        thursday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Friday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        friday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Saturday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        saturday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Sunday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        sunday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                    };
                    /**
                     * Days off
                     * @description They count as outside business hours.
                     * @default {}
                     */
                    holidays?: {
                        /**
                         * Polish holidays
                         * @description Statutory days off, the movable ones included.
                         * @default true
                         */
                        polish?: boolean;
                        /**
                         * Further days off
                         * @description Dates as YYYY-MM-DD.
                         * @default []
                         */
                        extraDays?: string[];
                    };
                    /**
                     * Automatic replies
                     * @description The first that fits answers a message of a buyer. EmpikPlace counts it like any answer of the shop.
                     * @default []
                     */
                    autoReplies?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example poza-godzinami
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people, in the ticket too.
                         * @example Poza godzinami
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description An answer that is switched off is not sent, one that is planned already included.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Occasion
                         * @description The first message, outside business hours, on days off, or by the category of the ticket.
                         * @enum {string}
                         */
                        occasion: "first-message" | "outside-hours" | "holiday" | "category";
                        /**
                         * Categories
                         * @description For the occasion "category"; they narrow the others down when not empty.
                         * @default []
                         */
                        categoryIds?: number[];
                        /**
                         * Delay (minutes)
                         * @description After the buyer’s message. The answer is not sent when a person answers in that time.
                         * @default 0
                         */
                        delayMinutes?: number;
                        /**
                         * At most once per
                         * @description Conversation, day or week (within one conversation).
                         * @default conversation
                         * @enum {string}
                         */
                        period?: "conversation" | "day" | "week";
                        /**
                         * Text
                         * @description Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.
                         * @example Dzień dobry, odpowiemy w godzinach pracy.
                         */
                        template: string;
                        /**
                         * In the ticket as
                         * @description A reply counts in the statistics of Thulium and may change the status; a comment does not.
                         * @default comment
                         * @enum {string}
                         */
                        mirrorAs?: "reply" | "comment";
                    }[];
                    /**
                     * Messages of the operator
                     * @description As a message (the ticket becomes new) or as a comment.
                     * @default message
                     * @enum {string}
                     */
                    operatorMessages?: "message" | "comment";
                    /**
                     * Replies
                     * @description How agents’ replies reach EmpikPlace.
                     * @default {}
                     */
                    replies?: {
                        /**
                         * Recipients of replies
                         * @description The rule: whoever wrote last. An agent can name them in the first line: @klient (buyer), @operator or @wszyscy (both).
                         * @default rule
                         * @enum {string}
                         */
                        recipients?: "rule" | "customer" | "everyone";
                        /**
                         * Footer
                         * @description Plain text added below each reply to the buyer.
                         * @default
                         */
                        footer?: string;
                    };
                    /**
                     * Attachments
                     * @description Limits and the way they are passed on.
                     * @default {}
                     */
                    attachments?: {
                        /**
                         * Limit of attachments (bytes)
                         * @description For the whole conversation, both directions. 10 MB by default.
                         * @default 10485760
                         */
                        conversationLimitBytes?: number;
                        /**
                         * File types to the buyer
                         * @description Endings that EmpikPlace takes.
                         * @default [
                         *       "csv",
                         *       "doc",
                         *       "xls",
                         *       "xlsx",
                         *       "ppt",
                         *       "pdf",
                         *       "odt",
                         *       "ods",
                         *       "odp",
                         *       "txt",
                         *       "rtf",
                         *       "png",
                         *       "jpg",
                         *       "gif",
                         *       "zpl",
                         *       "mov",
                         *       "mp4"
                         *     ]
                         */
                        allowedTypes?: string[];
                        /**
                         * Files in later messages
                         * @description Switch on if your Thulium keeps files sent with later messages of a buyer; otherwise the ticket gets links.
                         * @default false
                         */
                        filesInLaterMessages?: boolean;
                        /**
                         * Life of links (days)
                         * @description How long the link to a file in a ticket works.
                         * @default 30
                         */
                        linkDays?: number;
                    };
                    /**
                     * Status after a buyer’s message
                     * @description Set when a buyer writes in a closed ticket and Thulium does not reopen it by itself. Without it the ticket gets a comment.
                     * @example 3
                     */
                    reopenStatusId?: number;
                    /**
                     * Name of the status "Połączone" (merged)
                     * @description Tells a ticket that was merged into another. Change it if the status has another name in your Thulium.
                     * @default Połączone
                     */
                    mergedStatus?: string;
                    /**
                     * Time to reply (hours)
                     * @description After that a conversation is marked as overdue.
                     * @default 24
                     */
                    replyDueHours?: number;
                    /**
                     * @description Key of the EmpikPlace API. It is stored encrypted and never answered.
                     * @example klucz-sklepu
                     */
                    apiKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Id of the integration, one EmpikPlace shop.
                         * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                         */
                        integrationId: string;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /**
             * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             *
             *     `integration.shop_connected`: Another integration of the tenant has this shop.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.in_progress" | "integration.shop_connected";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationSettings"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    replaceIntegration: {
        parameters: {
            query?: {
                /**
                 * @description Whether to start it, too; that needs the scope `operate` besides.
                 * @example true
                 */
                start?: "true" | "false";
            };
            header?: {
                /**
                 * @description ETag of the settings that these take the place of: when others changed them meanwhile, nothing is saved (412). Without it the last one to save wins.
                 * @example "pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "if-match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Name
                     * @description Internal name of this integration.
                     * @example Sklep Pokazowy
                     */
                    name: string;
                    /**
                     * Shop id
                     * @description Shown on the main view of the EmpikPlace seller panel.
                     * @example 37001
                     */
                    shopId: string;
                    /**
                     * Customer field
                     * @description CRM custom field of type text that keeps the customer id.
                     * @example Empik ID
                     */
                    customerField: string;
                    /**
                     * Ticket queue
                     * @description The queue that messages go to.
                     * @example 7
                     */
                    queueId: number;
                    /**
                     * Ticket category
                     * @description The category of tickets made from EmpikPlace messages.
                     * @example 12
                     */
                    categoryId: number;
                    /**
                     * New customers
                     * @description Add to the CRM at once, or leave outside; then the ticket carries the customer id and a link "add to CRM".
                     * @default create
                     * @enum {string}
                     */
                    newCustomers?: "create" | "leave-outside";
                    /**
                     * Kinds of conversations
                     * @description Which of them become tickets.
                     * @default {}
                     */
                    threads?: {
                        /**
                         * About orders
                         * @description Conversations about an order.
                         * @default true
                         */
                        orders?: boolean;
                        /**
                         * About offers
                         * @description Questions about a product before buying.
                         * @default true
                         */
                        offers?: boolean;
                        /**
                         * With the operator
                         * @description Conversations of the shop with Empik, without a buyer.
                         * @default true
                         */
                        operator?: boolean;
                        /**
                         * Only the shop’s messages
                         * @description Tickets also for conversations with nothing but the shop’s own automatic mails.
                         * @default false
                         */
                        shopOnly?: boolean;
                    };
                    /**
                     * Source of tickets
                     * @description "EmpikPlace" if Thulium keeps it (a test ticket finds out, on request), "www" otherwise.
                     * @default www
                     */
                    ticketSource?: string;
                    /**
                     * Ticket fields
                     * @description Further custom fields of tickets.
                     * @default {}
                     */
                    ticketFields?: {
                        /**
                         * Customer id
                         * @description Ticket field for the EmpikPlace customer id.
                         * @example Empik ID klienta
                         */
                        customerId?: string;
                        /**
                         * Link to the order
                         * @description Ticket field for the address of the order.
                         * @example Empik link
                         */
                        orderLink?: string;
                        /**
                         * Order state
                         * @description Ticket field for the state of the order.
                         * @example Empik stan
                         */
                        orderState?: string;
                        /**
                         * Products
                         * @description Ticket field for the list of products.
                         * @example Empik produkty
                         */
                        products?: string;
                        /**
                         * Link to the conversation
                         * @description Ticket field for the address of the conversation in EmpikPlace.
                         * @example Empik konwersacja
                         */
                        conversationLink?: string;
                    };
                    /**
                     * Links to EmpikPlace
                     * @description Templates of addresses in the seller panel.
                     * @default {}
                     */
                    links?: {
                        /**
                         * Address of an order
                         * @description A template with {base}, {order_id}, {shop_id}.
                         * @example {base}/mmp/shop/order/{order_id}
                         */
                        order?: string;
                        /**
                         * Address of a conversation
                         * @description A template with {base}, {thread_id}, {order_id}, {shop_id}. The page of the order by default.
                         * @example {base}/mmp/shop/order/{order_id}
                         */
                        conversation?: string;
                    };
                    /**
                     * Rules
                     * @description The first that matches decides on queue, category, tags and priority of a new ticket; later messages change nothing.
                     * @default []
                     */
                    rules?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example reklamacje
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people.
                         * @example Reklamacje
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description A rule that is switched off is passed over.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Conditions
                         * @description All that are given must hold; without any the rule always matches.
                         */
                        when: {
                            /**
                             * Topic code
                             * @description Reason codes of EmpikPlace (RE01), e.g. "28".
                             * @example [
                             *       "28"
                             *     ]
                             */
                            reasonCodes?: string[];
                            /**
                             * Words in the topic
                             * @description One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.
                             * @example [
                             *       "reklamacj"
                             *     ]
                             */
                            topicWords?: string[];
                            /**
                             * Words in the text
                             * @description One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.
                             * @example [
                             *       "uszkodzon"
                             *     ]
                             */
                            textWords?: string[];
                            /**
                             * Order state
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened.
                             * @example [
                             *       "SHIPPED"
                             *     ]
                             */
                            orderStates?: string[];
                            /**
                             * Kind of conversation
                             * @description About an order, about an offer (or another question of a buyer), or with the operator.
                             */
                            entityTypes?: ("MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR")[];
                            /**
                             * Author
                             * @description Who wrote the message that opens the ticket.
                             */
                            authors?: ("customer" | "seller" | "operator" | "unknown")[];
                            /**
                             * Contact
                             * @description The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.
                             * @enum {string}
                             */
                            contact?: "first" | "follow-up";
                        };
                        /**
                         * Outcome
                         * @description What is not given stays as the integration has it.
                         */
                        then: {
                            /**
                             * Queue
                             * @description Instead of the integration’s queue.
                             * @example 7
                             */
                            queueId?: number;
                            /**
                             * Category
                             * @description Instead of the integration’s category.
                             * @example 12
                             */
                            categoryId?: number;
                            /**
                             * Tags
                             * @description Added to the tag "EmpikPlace".
                             * @example [
                             *       "reklamacja"
                             *     ]
                             */
                            tags?: string[];
                            /**
                             * Priority
                             * @description Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).
                             * @enum {string}
                             */
                            priority?: "low" | "normal" | "high";
                        };
                    }[];
                    /**
                     * Business hours
                     * @description Polish time (Europe/Warsaw).
                     * @default {}
                     */
                    businessHours?: {
                        /**
                         * Monday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        monday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Tuesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        tuesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Wednesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        wednesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Thursday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        thursday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Friday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        friday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Saturday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        saturday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Sunday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        sunday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                    };
                    /**
                     * Days off
                     * @description They count as outside business hours.
                     * @default {}
                     */
                    holidays?: {
                        /**
                         * Polish holidays
                         * @description Statutory days off, the movable ones included.
                         * @default true
                         */
                        polish?: boolean;
                        /**
                         * Further days off
                         * @description Dates as YYYY-MM-DD.
                         * @default []
                         */
                        extraDays?: string[];
                    };
                    /**
                     * Automatic replies
                     * @description The first that fits answers a message of a buyer. EmpikPlace counts it like any answer of the shop.
                     * @default []
                     */
                    autoReplies?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example poza-godzinami
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people, in the ticket too.
                         * @example Poza godzinami
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description An answer that is switched off is not sent, one that is planned already included.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Occasion
                         * @description The first message, outside business hours, on days off, or by the category of the ticket.
                         * @enum {string}
                         */
                        occasion: "first-message" | "outside-hours" | "holiday" | "category";
                        /**
                         * Categories
                         * @description For the occasion "category"; they narrow the others down when not empty.
                         * @default []
                         */
                        categoryIds?: number[];
                        /**
                         * Delay (minutes)
                         * @description After the buyer’s message. The answer is not sent when a person answers in that time.
                         * @default 0
                         */
                        delayMinutes?: number;
                        /**
                         * At most once per
                         * @description Conversation, day or week (within one conversation).
                         * @default conversation
                         * @enum {string}
                         */
                        period?: "conversation" | "day" | "week";
                        /**
                         * Text
                         * @description Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.
                         * @example Dzień dobry, odpowiemy w godzinach pracy.
                         */
                        template: string;
                        /**
                         * In the ticket as
                         * @description A reply counts in the statistics of Thulium and may change the status; a comment does not.
                         * @default comment
                         * @enum {string}
                         */
                        mirrorAs?: "reply" | "comment";
                    }[];
                    /**
                     * Messages of the operator
                     * @description As a message (the ticket becomes new) or as a comment.
                     * @default message
                     * @enum {string}
                     */
                    operatorMessages?: "message" | "comment";
                    /**
                     * Replies
                     * @description How agents’ replies reach EmpikPlace.
                     * @default {}
                     */
                    replies?: {
                        /**
                         * Recipients of replies
                         * @description The rule: whoever wrote last. An agent can name them in the first line: @klient (buyer), @operator or @wszyscy (both).
                         * @default rule
                         * @enum {string}
                         */
                        recipients?: "rule" | "customer" | "everyone";
                        /**
                         * Footer
                         * @description Plain text added below each reply to the buyer.
                         * @default
                         */
                        footer?: string;
                    };
                    /**
                     * Attachments
                     * @description Limits and the way they are passed on.
                     * @default {}
                     */
                    attachments?: {
                        /**
                         * Limit of attachments (bytes)
                         * @description For the whole conversation, both directions. 10 MB by default.
                         * @default 10485760
                         */
                        conversationLimitBytes?: number;
                        /**
                         * File types to the buyer
                         * @description Endings that EmpikPlace takes.
                         * @default [
                         *       "csv",
                         *       "doc",
                         *       "xls",
                         *       "xlsx",
                         *       "ppt",
                         *       "pdf",
                         *       "odt",
                         *       "ods",
                         *       "odp",
                         *       "txt",
                         *       "rtf",
                         *       "png",
                         *       "jpg",
                         *       "gif",
                         *       "zpl",
                         *       "mov",
                         *       "mp4"
                         *     ]
                         */
                        allowedTypes?: string[];
                        /**
                         * Files in later messages
                         * @description Switch on if your Thulium keeps files sent with later messages of a buyer; otherwise the ticket gets links.
                         * @default false
                         */
                        filesInLaterMessages?: boolean;
                        /**
                         * Life of links (days)
                         * @description How long the link to a file in a ticket works.
                         * @default 30
                         */
                        linkDays?: number;
                    };
                    /**
                     * Status after a buyer’s message
                     * @description Set when a buyer writes in a closed ticket and Thulium does not reopen it by itself. Without it the ticket gets a comment.
                     * @example 3
                     */
                    reopenStatusId?: number;
                    /**
                     * Name of the status "Połączone" (merged)
                     * @description Tells a ticket that was merged into another. Change it if the status has another name in your Thulium.
                     * @default Połączone
                     */
                    mergedStatus?: string;
                    /**
                     * Time to reply (hours)
                     * @description After that a conversation is marked as overdue.
                     * @default 24
                     */
                    replyDueHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Id of the integration, one EmpikPlace shop.
                         * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                         */
                        integrationId: string;
                        /**
                         * @description What the integration does: `configured` has never run, `credentials-rejected` was stopped by rejections.
                         * @enum {string}
                         */
                        status: "configured" | "running" | "stopped" | "credentials-rejected";
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `integration.not_authenticated`: The integration is not authenticated.
             *
             *     `integration.shop_connected`: Another integration of the tenant has this shop.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.not_authenticated" | "integration.shop_connected";
                    };
                };
            };
            /** @description `request.precondition_failed`: Others have changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.precondition_failed";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    deleteIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    listIntegrationChanges: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: {
                            /**
                             * Format: date-time
                             * @description When.
                             * @example 2026-03-02T08:15:00.000Z
                             */
                            at: string;
                            /**
                             * @description The service that wrote it down.
                             * @example api
                             */
                            actor: string | null;
                            /**
                             * @description `x-request-id` of the request that caused it, as in the access log; null when no request did.
                             * @example caller-7:1
                             */
                            requestId: string | null;
                            /**
                             * @description Whose change it is.
                             * @enum {string}
                             */
                            of: "integration" | "account";
                            /**
                             * @description What was done.
                             * @enum {string}
                             */
                            what: "settings" | "empikplace-key-replaced" | "thulium-password-replaced" | "started" | "stopped" | "stopped-by-rejections" | "deleted";
                            /** @description What differs from before, at its deepest. */
                            fields: {
                                /**
                                 * @description Where the setting is.
                                 * @example [
                                 *       "replies",
                                 *       "footer"
                                 *     ]
                                 */
                                path: string[];
                                /**
                                 * @description Its value before; null where it was not set.
                                 * @example
                                 */
                                from: unknown;
                                /**
                                 * @description Its value now; null where it is not set.
                                 * @example Zespół sklepu
                                 */
                                to: unknown;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    replaceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Key of the EmpikPlace API. It is stored encrypted and never answered.
                     * @example klucz-sklepu
                     */
                    apiKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Both sides accept their credentials and have what the integration needs. */
                        ok: boolean;
                        /** @description What was checked, one by one. */
                        parts: {
                            /**
                             * @description The outside system.
                             * @enum {string}
                             */
                            side: "empikplace" | "thulium";
                            /**
                             * @description What was checked.
                             * @enum {string}
                             */
                            part: "credentials" | "shop" | "messages" | "orders" | "clock" | "queue" | "category" | "tickets" | "thread-field" | "order-field" | "ticket-field" | "customers" | "agent";
                            /** @description Nothing is known to be wrong. */
                            ok: boolean;
                            /** @description Could not be checked to the end. */
                            warning: boolean;
                            message: components["schemas"]["BothLanguages"];
                        }[];
                        /** @description The new credentials are in use now; those that the other side does not accept never are. */
                        stored: boolean;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    authenticateIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Both sides accept their credentials and have what the integration needs. */
                        ok: boolean;
                        /** @description What was checked, one by one. */
                        parts: {
                            /**
                             * @description The outside system.
                             * @enum {string}
                             */
                            side: "empikplace" | "thulium";
                            /**
                             * @description What was checked.
                             * @enum {string}
                             */
                            part: "credentials" | "shop" | "messages" | "orders" | "clock" | "queue" | "category" | "tickets" | "thread-field" | "order-field" | "ticket-field" | "customers" | "agent";
                            /** @description Nothing is known to be wrong. */
                            ok: boolean;
                            /** @description Could not be checked to the end. */
                            warning: boolean;
                            message: components["schemas"]["BothLanguages"];
                        }[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    startIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `command.refused`: This cannot be done in the present state.
             *
             *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             *
             *     `integration.not_authenticated`: The integration is not authenticated.
             *
             *     `integration.not_configured`: The integration has no settings yet.
             *
             *     `integration.shop_connected`: Another integration of the tenant has this shop.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "command.refused" | "idempotency.in_progress" | "integration.not_authenticated" | "integration.not_configured" | "integration.shop_connected";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    stopIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `command.refused`: This cannot be done in the present state.
             *
             *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "command.refused" | "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    getIntegrationStatus: {
        parameters: {
            query?: {
                /** @description `compact`: only what a wall dashboard shows. */
                view?: "full" | "compact";
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationStatus"] | components["schemas"]["CompactIntegrationStatus"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    getTenantStatus: {
        parameters: {
            query?: {
                /** @description `compact`: only what a wall dashboard shows. */
                view?: "full" | "compact";
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantStatus"] | components["schemas"]["CompactTenantStatus"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The oldest first. */
                        items: components["schemas"]["QuarantinedStream"][];
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    retryQuarantine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are tried again.
                         * @example 1
                         */
                        asked: number;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    previewRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the conversation at EmpikPlace.
                     * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                     */
                    threadId?: string;
                    /** @description A conversation that there is not. */
                    conversation?: {
                        /**
                         * @description Topic of the conversation.
                         * @default {
                         *       "type": "FREE_TEXT",
                         *       "value": ""
                         *     }
                         */
                        topic?: {
                            /**
                             * @description `FREE_TEXT` or `REASON_CODE`.
                             * @default FREE_TEXT
                             */
                            type?: string;
                            /**
                             * @description The text, or the code.
                             * @example Reklamacja
                             */
                            value: string;
                            /**
                             * @description What EmpikPlace calls the code.
                             * @example Produkt uszkodzony
                             */
                            label?: string;
                        };
                        /**
                         * @description Text of the message that opens the ticket.
                         * @default
                         */
                        text?: string;
                        /**
                         * @description State of the order at EmpikPlace.
                         * @example SHIPPED
                         */
                        orderState?: string;
                        /**
                         * @description Kind of the conversation.
                         * @default MMP_ORDER
                         * @enum {string}
                         */
                        entityType?: "MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR";
                        /**
                         * @description Who writes.
                         * @default customer
                         * @enum {string}
                         */
                        author?: "customer" | "seller" | "operator" | "unknown";
                        /**
                         * @description Whether the buyer has had a ticket before.
                         * @default first
                         * @enum {string}
                         */
                        contact?: "first" | "follow-up";
                    };
                    /** @description Rules that are not saved yet; those of the integration when absent. */
                    rules?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example reklamacje
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people.
                         * @example Reklamacje
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description A rule that is switched off is passed over.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Conditions
                         * @description All that are given must hold; without any the rule always matches.
                         */
                        when: {
                            /**
                             * Topic code
                             * @description Reason codes of EmpikPlace (RE01), e.g. "28".
                             * @example [
                             *       "28"
                             *     ]
                             */
                            reasonCodes?: string[];
                            /**
                             * Words in the topic
                             * @description One of them in the topic or in the label of its code is enough. Case and Polish letters do not matter; a word of 4 letters or more is the beginning of one ("reklamacj" fits "reklamację"), a shorter one must stand as it is. A label may be unavailable, the code of the topic is surer.
                             * @example [
                             *       "reklamacj"
                             *     ]
                             */
                            topicWords?: string[];
                            /**
                             * Words in the text
                             * @description One of them in the message that opens the ticket is enough; matched as in the topic, several words must stand side by side.
                             * @example [
                             *       "uszkodzon"
                             *     ]
                             */
                            textWords?: string[];
                            /**
                             * Order state
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened.
                             * @example [
                             *       "SHIPPED"
                             *     ]
                             */
                            orderStates?: string[];
                            /**
                             * Kind of conversation
                             * @description About an order, about an offer (or another question of a buyer), or with the operator.
                             */
                            entityTypes?: ("MMP_ORDER" | "MMP_OFFER" | "SELLER_OPERATOR")[];
                            /**
                             * Author
                             * @description Who wrote the message that opens the ticket.
                             */
                            authors?: ("customer" | "seller" | "operator" | "unknown")[];
                            /**
                             * Contact
                             * @description The first contact of the buyer, or a later one: the buyer has had a ticket from another conversation, with any shop of the Thulium account.
                             * @enum {string}
                             */
                            contact?: "first" | "follow-up";
                        };
                        /**
                         * Outcome
                         * @description What is not given stays as the integration has it.
                         */
                        then: {
                            /**
                             * Queue
                             * @description Instead of the integration’s queue.
                             * @example 7
                             */
                            queueId?: number;
                            /**
                             * Category
                             * @description Instead of the integration’s category.
                             * @example 12
                             */
                            categoryId?: number;
                            /**
                             * Tags
                             * @description Added to the tag "EmpikPlace".
                             * @example [
                             *       "reklamacja"
                             *     ]
                             */
                            tags?: string[];
                            /**
                             * Priority
                             * @description Thulium’s API takes no priority, so the ticket gets a tag: "priorytet: wysoki" (high) or "priorytet: niski" (low).
                             * @enum {string}
                             */
                            priority?: "low" | "normal" | "high";
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the ticket would go. */
                        decision: {
                            /** @description The rule that decides; null when none matches. */
                            rule: {
                                /**
                                 * @description Id of the rule.
                                 * @example reklamacje
                                 */
                                id: string;
                                /**
                                 * @description Name of the rule.
                                 * @example Reklamacje
                                 */
                                name: string;
                            } | null;
                            /**
                             * @description Number of the queue in Thulium.
                             * @example 7
                             */
                            queueId: number;
                            /**
                             * @description Number of the category in Thulium.
                             * @example 12
                             */
                            categoryId: number;
                            /**
                             * @description Tags besides "EmpikPlace".
                             * @example [
                             *       "reklamacja"
                             *     ]
                             */
                            tags: string[];
                            /** @description Priority, which becomes a tag. */
                            priority: ("low" | "normal" | "high") | null;
                        };
                        /** @description Every rule, in the order in which they are tried. */
                        rules: {
                            /**
                             * @description Id of the rule.
                             * @example reklamacje
                             */
                            id: string;
                            /**
                             * @description Name of the rule.
                             * @example Reklamacje
                             */
                            name: string;
                            /**
                             * @description What became of the rule.
                             * @enum {string}
                             */
                            outcome: "decides" | "does-not-hold" | "disabled" | "not-reached";
                            why: components["schemas"]["BothLanguages"];
                            /** @description Its conditions, one by one. */
                            conditions: {
                                /**
                                 * @description Name of the condition in the settings.
                                 * @enum {string}
                                 */
                                condition: "reasonCodes" | "topicWords" | "textWords" | "orderStates" | "entityTypes" | "authors" | "contact";
                                /** @description Whether it holds. */
                                holds: boolean;
                                why: components["schemas"]["BothLanguages"];
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `conversation.unknown`: The conversation is not known in this tenant.
             *
             *     `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "conversation.unknown" | "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    previewAutoReplies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When the buyer writes; now when absent.
                     * @example 2026-03-01T20:15:00+01:00
                     */
                    writtenAt?: string;
                    /**
                     * Format: date-time
                     * @description When the connector sees it, after an outage say; at once when absent.
                     * @example 2026-03-01T20:17:00+01:00
                     */
                    seenAt?: string;
                    /**
                     * @description Id of the conversation at EmpikPlace.
                     * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                     */
                    threadId?: string;
                    /** @description A conversation that there is not. */
                    conversation?: {
                        /**
                         * @description Whether it is the first message of the conversation.
                         * @default true
                         */
                        firstMessage?: boolean;
                        /**
                         * @description Category of the ticket; the integration’s own when absent.
                         * @example 12
                         */
                        categoryId?: number;
                        /**
                         * @description Number of the order.
                         * @example 12345678-A
                         */
                        orderId?: string;
                        /**
                         * @description First name of the buyer.
                         * @example Jan
                         */
                        firstName?: string;
                    };
                    /** @description Not saved yet; those of the integration when absent. */
                    autoReplies?: {
                        /**
                         * Id
                         * @description Lasting and unique; shown in the list of changes.
                         * @example poza-godzinami
                         */
                        id: string;
                        /**
                         * Name
                         * @description For people, in the ticket too.
                         * @example Poza godzinami
                         */
                        name: string;
                        /**
                         * Enabled
                         * @description An answer that is switched off is not sent, one that is planned already included.
                         * @default true
                         */
                        enabled?: boolean;
                        /**
                         * Occasion
                         * @description The first message, outside business hours, on days off, or by the category of the ticket.
                         * @enum {string}
                         */
                        occasion: "first-message" | "outside-hours" | "holiday" | "category";
                        /**
                         * Categories
                         * @description For the occasion "category"; they narrow the others down when not empty.
                         * @default []
                         */
                        categoryIds?: number[];
                        /**
                         * Delay (minutes)
                         * @description After the buyer’s message. The answer is not sent when a person answers in that time.
                         * @default 0
                         */
                        delayMinutes?: number;
                        /**
                         * At most once per
                         * @description Conversation, day or week (within one conversation).
                         * @default conversation
                         * @enum {string}
                         */
                        period?: "conversation" | "day" | "week";
                        /**
                         * Text
                         * @description Plain text; variables: {numer_zamowienia} (order number), {imie} (first name), {sklep} (shop). A variable without a value vanishes with the blank and the comma around it.
                         * @example Dzień dobry, odpowiemy w godzinach pracy.
                         */
                        template: string;
                        /**
                         * In the ticket as
                         * @description A reply counts in the statistics of Thulium and may change the status; a comment does not.
                         * @default comment
                         * @enum {string}
                         */
                        mirrorAs?: "reply" | "comment";
                    }[];
                    /** @description Not saved yet; those of the integration when absent. */
                    businessHours?: {
                        /**
                         * Monday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        monday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Tuesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        tuesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Wednesday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        wednesday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Thursday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        thursday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Friday
                         * @description When people answer; none means closed all day.
                         * @default [
                         *       {
                         *         "from": "08:00",
                         *         "to": "16:00"
                         *       }
                         *     ]
                         */
                        friday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Saturday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        saturday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                        /**
                         * Sunday
                         * @description When people answer; none means closed all day.
                         * @default []
                         */
                        sunday?: {
                            /**
                             * From
                             * @description HH:MM.
                             * @example 08:00
                             */
                            from: string;
                            /**
                             * To
                             * @description HH:MM; 24:00 ends the day.
                             * @example 16:00
                             */
                            to: string;
                        }[];
                    };
                    /** @description Not saved yet; those of the integration when absent. */
                    holidays?: {
                        /**
                         * Polish holidays
                         * @description Statutory days off, the movable ones included.
                         * @default true
                         */
                        polish?: boolean;
                        /**
                         * Further days off
                         * @description Dates as YYYY-MM-DD.
                         * @default []
                         */
                        extraDays?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the calendar says of that moment. */
                        calendar: {
                            /**
                             * @description Polish time of the message.
                             * @example 2026-03-01 20:15
                             */
                            warsaw: string;
                            /** @description Whether it falls into the business hours. */
                            open: boolean;
                            /**
                             * @description Name of the day off, in Polish.
                             * @example Boże Ciało
                             */
                            holiday: string | null;
                        };
                        /** @description What would be sent; null for nothing. */
                        reply: {
                            /**
                             * @description Id of the automatic reply.
                             * @example noca
                             */
                            autoReplyId: string;
                            /**
                             * @description Name of the automatic reply.
                             * @example Poza godzinami
                             */
                            name: string;
                            /**
                             * @description The text with its variables filled in.
                             * @example Odpowiemy jutro od 8:00.
                             */
                            text: string;
                            /**
                             * Format: date-time
                             * @description When it would be sent.
                             * @example 2026-03-01T19:15:00.000Z
                             */
                            sendAt: string;
                            /**
                             * Format: date-time
                             * @description When it would be too late to send it.
                             * @example 2026-03-02T07:15:00.000Z
                             */
                            notAfter: string;
                            /**
                             * @description What it becomes in the ticket.
                             * @enum {string}
                             */
                            mirrorAs: "reply" | "comment";
                        } | null;
                        /** @description Why the message gets no automatic reply, whichever there are. */
                        silence: {
                            /**
                             * @description Why, for programs.
                             * @enum {string}
                             */
                            reason: "not-of-the-buyer" | "no-ticket" | "before-start" | "answered" | "one-on-its-way";
                            why: components["schemas"]["BothLanguages"];
                        } | null;
                        /** @description Every automatic reply, in the order in which they are tried. */
                        autoReplies: {
                            /**
                             * @description Id of the automatic reply.
                             * @example noca
                             */
                            id: string;
                            /**
                             * @description Name of the automatic reply.
                             * @example Poza godzinami
                             */
                            name: string;
                            /**
                             * @description What became of it, for programs.
                             * @enum {string}
                             */
                            verdict: "fits" | "an-earlier-one-fits" | "disabled" | "other-occasion" | "other-category" | "used-in-period" | "too-late" | "too-short" | "too-long";
                            why: components["schemas"]["BothLanguages"];
                        }[];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `conversation.unknown`: The conversation is not known in this tenant.
             *
             *     `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "conversation.unknown" | "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    probeSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description What Thulium did with the source of the test ticket.
                         * @enum {string}
                         */
                        outcome: "kept" | "changed" | "refused";
                        /**
                         * @description What new tickets will have from now on.
                         * @example EmpikPlace
                         */
                        ticketSource: string;
                        /**
                         * @description Number of the test ticket; it can be deleted.
                         * @example 4711
                         */
                        ticketId: number;
                        message: components["schemas"]["BothLanguages"];
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             *
             *     `service.paused`: Nothing is written after a restore until it is confirmed.
             *
             *     `thulium.refused`: Thulium refuses the test ticket.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.in_progress" | "service.paused" | "thulium.refused";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `thulium.unavailable`: Thulium does not answer properly.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "thulium.unavailable" | "write.contention";
                    };
                };
            };
        };
    };
    addConversationToCrm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
                /**
                 * @description Id of the conversation at EmpikPlace.
                 * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the record is asked for or there.
                         * @enum {string}
                         */
                        status: "requested" | "in-crm";
                        /**
                         * @description Number of the CRM record, once there is one.
                         * @example 812
                         */
                        thuliumCustomerId: number | null;
                    };
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `conversation.unknown`: The conversation is not known in this tenant.
             *
             *     `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "conversation.unknown" | "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `customer.not_outside`: The buyer was not left outside the CRM.
             *
             *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "customer.not_outside" | "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description Where conversations come from. */
                source?: "empikplace";
                /** @description Only those in which the buyer has waited longer than the settings allow, or only the others. */
                overdue?: "true" | "false";
                /** @description Only those with a write that needs a person, or only the others. */
                parked?: "true" | "false";
                /** @description Only those in which EmpikPlace waits for the shop’s answer, or only the others. */
                waiting?: "true" | "false";
                /** @description Only those of buyers without a CRM record, or only the others. */
                outsideCrm?: "true" | "false";
                /** @description Only those in which the last message is from there. */
                lastAuthor?: "customer" | "seller" | "operator" | "unknown";
                /** @description Only those without a ticket, or whose ticket was open or closed when it was last looked at. */
                ticket?: "none" | "open" | "closed";
                /**
                 * @description Beginning of the order number, part of the buyer’s name, or number of the ticket.
                 * @example 12345678
                 */
                search?: string;
                /**
                 * @description Only those of this integration.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId?: string;
                /** @description How many at most. */
                limit?: number;
                /**
                 * @description Where to go on: `nextCursor` of the page before. What changes meanwhile may move between pages.
                 * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The last change first. */
                        items: components["schemas"]["Conversation"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
                /**
                 * @description Id of the conversation at EmpikPlace.
                 * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `conversation.unknown`: The conversation is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "conversation.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    watchChanges: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `id` of the last event seen; browsers send it by themselves.
                 * @example pX3k9fQ2
                 */
                "last-event-id"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that ends only with the connection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: pX3k9fQ2
                     *     event: change
                     *     data: {"changedAt":"2026-03-02T08:15:00.000Z"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `tenant.unknown`: The tenant is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "tenant.unknown";
                    };
                };
            };
            /**
             * @description `changes.too_many_streams`: The tenant watches changes with too many streams.
             *
             *     `request.rate_limited`: There were too many requests.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "changes.too_many_streams" | "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `changes.no_room`: This process has too many open streams.
             *
             *     `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `service.stopping`: The service is stopping.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "changes.no_room" | "database.unavailable" | "service.overloaded" | "service.stopping";
                    };
                };
            };
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                    "image/gif": unknown;
                    "image/jpeg": unknown;
                    "video/mp4": unknown;
                    "application/pdf": unknown;
                    "image/png": unknown;
                    "text/plain": unknown;
                    "application/octet-stream": unknown;
                };
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description A page: there is no such file (any more), or the link is not ours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description A page: EmpikPlace or the database cannot be reached.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
    getIntegrationSeries: {
        parameters: {
            query: {
                /** @description What is counted: conversations begun, messages recorded (whoever wrote them), replies that agents wrote, `replies` that reached EmpikPlace, tickets created, writes that came to need a person. */
                metric: "conversations" | "messages" | "replies-requested" | "replies" | "tickets" | "parked";
                /** @description Length of a step. Days, too, are those of UTC. */
                step?: "hour" | "day";
                /**
                 * @description Beginning; by default 24 hours or 30 days before the end.
                 * @example 2026-03-02T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description End, not included; now by default.
                 * @example 2026-03-03T00:00:00.000Z
                 */
                to?: string;
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    listEffects: {
        parameters: {
            query?: {
                /** @description `parked`: those that need a person; `waiting`: those that go on by themselves; `open`: both. */
                state?: "parked" | "waiting" | "open";
                /** @description How many at most. */
                limit?: number;
                /**
                 * @description Where to go on: `nextCursor` of the page before. What changes meanwhile may move between pages.
                 * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description `etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.
                 * @example W/"pX3k9fQ2c0VnM1sT8uYw4a"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The oldest wish first. */
                        items: components["schemas"]["Effect"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Nothing has changed since the answer with that `etag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    retryEffect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
                /**
                 * @description Key of the write: the same wish always has the same one.
                 * @example ticket:create:5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11:b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                effectKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectResolution"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `effect.unknown`: The write is not known in this integration.
             *
             *     `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "effect.unknown" | "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `effect.not_parked`: The write does not wait for a decision.
             *
             *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "effect.not_parked" | "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    dismissEffect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send this again when the answer was lost: the same key with the same request acts once, and later ones get the first answer with `idempotency-replayed: true`. Kept for 24 h, for the access key that sent it.
                 * @example 5e3c6a0e-3c0b-4d0e-9a57-1f6c0b1d2e3f
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the tenant: the system name of its Thulium account.
                 * @example demo-sklep
                 */
                tenantId: string;
                /**
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
                /**
                 * @description Key of the write: the same wish always has the same one.
                 * @example ticket:create:5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11:b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                effectKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectResolution"];
                };
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `authentication.invalid`: The access key or token is not valid.
             *
             *     `authentication.missing`: The request does not say who sends it.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.invalid" | "authentication.missing";
                    };
                };
            };
            /**
             * @description `authentication.scope`: The access key may not do this.
             *
             *     `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /**
             * @description `effect.unknown`: The write is not known in this integration.
             *
             *     `integration.unknown`: The integration is not known in this tenant.
             *
             *     `tenant.unknown`: The tenant is not known.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "effect.unknown" | "integration.unknown" | "tenant.unknown";
                    };
                };
            };
            /**
             * @description `effect.not_parked`: The write does not wait for a decision.
             *
             *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "effect.not_parked" | "idempotency.in_progress";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "idempotency.key_reused";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             *
             *     `write.contention`: Others were changing the same thing all the time.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded" | "write.contention";
                    };
                };
            };
        };
    };
    receiveThuliumWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /** @description `webhook.login`: The webhook does not show the right user and password. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "webhook.login";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description `webhook.unknown`: This address of a webhook is not in use. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "webhook.unknown";
                    };
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /**
             * @description `credentials.unreadable`: The stored credentials cannot be opened.
             *
             *     `internal.unexpected`: Something unexpected went wrong.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "credentials.unreadable" | "internal.unexpected";
                    };
                };
            };
            /**
             * @description `database.unavailable`: The database is away.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "database.unavailable" | "service.overloaded";
                    };
                };
            };
        };
    };
    showAddToCrm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page with its button, or what has become of the wish. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.invalid`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description A page: the link is not ours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired, or the shop is no longer connected. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description A page: the database cannot be reached.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
    pressAddToCrm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signed part of a link in a ticket.
                 * @example eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `request.invalid`: The request is not valid.
             *
             *     `request.not_json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.invalid" | "request.not_json";
                    };
                };
            };
            /**
             * @description `request.foreign_origin`: The request comes from another web site.
             *
             *     `request.unknown_host`: The API is not known under this host name.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.foreign_origin" | "request.unknown_host";
                    };
                };
            };
            /** @description A page: the link is not ours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link has expired, or the shop is no longer connected. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.too_large";
                    };
                };
            };
            /** @description `request.media_type`: The media type of the body is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.media_type";
                    };
                };
            };
            /** @description `request.rate_limited`: There were too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "request.rate_limited";
                    };
                };
            };
            /** @description `internal.unexpected`: Something unexpected went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "internal.unexpected";
                    };
                };
            };
            /**
             * @description A page: the database cannot be reached.
             *
             *     `service.overloaded`: The service has more to do than it can.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /**
                         * @description Which of them.
                         * @enum {string}
                         */
                        code?: "service.overloaded";
                    };
                };
            };
        };
    };
}

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
         * @description The token lasts 10 min, or as long as the key if that is shorter. It is for whom the key itself should not be trusted to: a web page, or a service that checks tokens with the published keys. `Idempotency-Key` is ignored: the answer holds a token, which is never stored.
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
         * @description The answer is the only place where its secret ever is. It allows no more, and lasts no longer, than the key that makes it. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
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
         * @description It, every key made with it, and every token, link and stream of any of them ends within a minute. 204 where it alone ended; 200 with the others where there were any, each of which stands in the audit of its tenant.
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
         * @description The answer is the only place where its secret ever is. It allows no more, and lasts no longer, than the key that makes it. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
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
         * @description It, every key made with it, and every token, link and stream of any of them ends within a minute. 204 where it alone ended; 200 with the others where there were any, each of which stands in the audit of its tenant.
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
         * @description It works once, without a login, such as from inside Thulium. It ends with the key that makes it. `Idempotency-Key` is ignored: the answer holds a link that lets people in, which is never stored.
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
        /**
         * List all tenants and how they are doing
         * @description For the staff of the service, by id. Those that were deleted are left out.
         */
        get: operations["listTenants"];
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
    "/api/tenants/{tenantId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what
         * @description Keys and links made and revoked, settings and decisions, and reading of conversations and files, the newest first. What was changed from what to what is in the changes of the integration. Reading the same again is written down once in 10 minutes for each key and process.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what beside all tenants
         * @description For the staff of the service: keys of the operator made and revoked, by a request or by a command, the newest first. What was done to a tenant stands in the audit of that tenant.
         */
        get: operations["listOperatorAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a tenant
         * @description Within seconds nothing is read or written for it any more; a call that is under way is finished. Its integrations keep their states, and its status says why.
         */
        post: operations["pauseTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a tenant
         * @description Everything goes on where it was. Does nothing when it is not paused.
         */
        post: operations["resumeTenant"];
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
        /**
         * Delete a tenant
         * @description Only while none of its shops runs. Its integrations are deleted, its access keys end, and its stored credentials are gone; what happened stays in the log, marked. Every later request about it answers 410, until its account is connected anew. May be repeated, and then also finishes what was cut short.
         */
        delete: operations["deleteTenant"];
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
         * @description Replaces all settings and, if given, the password. A new user or password is tried first: when Thulium does not accept it, nothing changes and the answer is 422 `credentials.not_accepted`. Then every integration is verified, so that those stopped by rejections of Thulium run again.
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
         * @description Tries the new key and, when EmpikPlace accepts it, puts it in the place of the old one; an integration that rejections had stopped runs again then. Otherwise nothing changes and the answer is 422 `credentials.not_accepted`.
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
         * @description Which rule would decide on a conversation, known (`threadId`) or made up (`conversation`), and why each of the others does not. A known one takes the scope `conversations:read` besides. `Idempotency-Key` is ignored: nothing is changed.
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
         * @description Which automatic reply a message of a buyer would get, in a conversation that is known (`threadId`) or made up (`conversation`), and why not the others. A known one takes the scope `conversations:read` besides. `Idempotency-Key` is ignored: nothing is changed.
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
         * @description The last change first, or by the time to reply.
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
    "/api/tenants/{tenantId}/conversation-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count conversations by view
         * @description Of each view how many there are, so that a list can say so before it is opened.
         */
        get: operations["countConversations"];
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
         * @description With everything that happened in it, from the log. With `at`, what the log knew at that moment: events recorded by then, and the state that they come to.
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
    "/api/tenants/{tenantId}/conversations/{integrationId}/{threadId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove how a conversation was handled
         * @description Every message and reply: when it was written, recorded, put into the ticket, sent and confirmed, under which ids of both sides, tried how often. With `accept: text/html` a page to be printed, in Polish or English by `accept-language`.
         */
        get: operations["proveConversation"];
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
         * @description Server-sent events. `change` says that some conversation of the tenant changed; read the list to see what it is now. `effects` says that open writes did, with their counts; `status`, that something did by which the status is made, but for what only time brings about. What leaves no event shows within 15 s. A comment comes every 15 s to keep the connection open. After a reconnect, `Last-Event-ID` makes a missed change show at once. The stream ends within a minute when the key is revoked or the token expires, and when nobody reads it.
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
         * @description The oldest wish first. What the other side said is shown with the scope `conversations:read`.
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
         * @description It is never tried again, and what waits behind it goes on. The reason stands in the conversation, for whoever asks later.
         */
        post: operations["dismissEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the text of a parked reply and send it
         * @description For a reply that EmpikPlace refused for what stands in it. The log keeps both texts and who changed it; the entry in the ticket stays as the agent wrote it. One that may have reached the buyer keeps its text.
         */
        post: operations["editReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operations of a tenant
         * @description The newest first; one that was just asked for may come a moment later. Why it was asked for and of which buyer is shown with the scope `conversations:read`.
         */
        get: operations["listOperations"];
        put?: never;
        /**
         * Ask for an operation
         * @description It is carried out in the background, survives the death of its process, and goes on where it stood. `location` leads to its progress. A dry run tells as findings what would be done and changes nothing.
         */
        post: operations["requestOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/operations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an operation has come
         * @description Cheap enough to be asked every second. Why it was asked for and of which buyer is shown with the scope `conversations:read`.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/operations/{operationId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what an operation has found or done
         * @description So far, page by page. With `accept: application/x-ndjson` or `text/csv` all of them come at once, as a file. Their details, which may quote the other side, are shown with the scope `conversations:read`.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/operations/{operationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an operation
         * @description What it has done stays done; the step under way, of at most a few seconds, is ended.
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operations on all tenants
         * @description Those that were asked for of all tenants, not those of each. The newest first; one that was just asked for may come a moment later.
         */
        get: operations["listOperationsOfAll"];
        put?: never;
        /**
         * Ask for an operation on all tenants
         * @description It is carried out in the background, survives the death of its process, and goes on where it stood. `location` leads to its progress. A dry run tells as findings what would be done and changes nothing.
         */
        post: operations["requestOperationOfAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an operation on all tenants has come
         * @description Cheap enough to be asked every second.
         */
        get: operations["getOperationOfAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{operationId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what an operation on all tenants has found or done
         * @description So far, page by page. With `accept: application/x-ndjson` or `text/csv` all of them come at once, as a file.
         */
        get: operations["listFindingsOfAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{operationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an operation on all tenants
         * @description What it has done stays done; the step under way, of at most a few seconds, is ended.
         */
        post: operations["cancelOperationOfAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the targets of alerts of a tenant
         * @description Who is told when something is wrong: web hooks and mailboxes, without secrets.
         */
        get: operations["listAlertTargets"];
        put?: never;
        /**
         * Add a target of alerts of a tenant
         * @description A web hook is sent by Standard Webhooks; the answer is the only place where its secret ever is. Nothing is sent until something happens, or a test is asked for. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["addAlertTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-targets/{targetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change or enable a target of alerts of a tenant
         * @description Its channel and its secret stay. One that was disabled after failures starts afresh.
         */
        put: operations["changeAlertTarget"];
        post?: never;
        /**
         * Remove a target of alerts of a tenant
         * @description Its secret and the list of its deliveries are forgotten; the alerts stay.
         */
        delete: operations["removeAlertTarget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-targets/{targetId}/renew-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret for a target of alerts of a tenant
         * @description For 24 h both the new one and the one before sign, so that no receiver misses a message. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["renewAlertSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-targets/{targetId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test alert of a tenant
         * @description Also to one that is disabled. How it went is read from its delivery a moment later.
         */
        post: operations["testAlertTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-targets/{targetId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send alerts of a tenant again since a time
         * @description What the target has not taken, with the ids that it had. For one that was away or disabled.
         */
        post: operations["replayAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of alerts of a tenant
         * @description The newest first. Kept for 90 days.
         */
        get: operations["listAlertDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alert-deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one alert of a tenant again
         * @description To the same target, with the same id and the same words.
         */
        post: operations["replayAlertDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the alerts of a tenant
         * @description The newest first, also what was left out because there was too much of it. Kept for 90 days.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the targets of alerts of the service
         * @description Who is told when something is wrong: web hooks and mailboxes, without secrets.
         */
        get: operations["listAlertTargetsOfOperator"];
        put?: never;
        /**
         * Add a target of alerts of the service
         * @description A web hook is sent by Standard Webhooks; the answer is the only place where its secret ever is. Nothing is sent until something happens, or a test is asked for. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["addAlertTargetOfOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{targetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change or enable a target of alerts of the service
         * @description Its channel and its secret stay. One that was disabled after failures starts afresh.
         */
        put: operations["changeAlertTargetOfOperator"];
        post?: never;
        /**
         * Remove a target of alerts of the service
         * @description Its secret and the list of its deliveries are forgotten; the alerts stay.
         */
        delete: operations["removeAlertTargetOfOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{targetId}/renew-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret for a target of alerts of the service
         * @description For 24 h both the new one and the one before sign, so that no receiver misses a message. `Idempotency-Key` is ignored: the answer holds a secret, which is never stored.
         */
        post: operations["renewAlertSecretOfOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{targetId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test alert of the service
         * @description Also to one that is disabled. How it went is read from its delivery a moment later.
         */
        post: operations["testAlertTargetOfOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{targetId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send alerts of the service again since a time
         * @description What the target has not taken, with the ids that it had. For one that was away or disabled.
         */
        post: operations["replayAlertsOfOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of alerts of the service
         * @description The newest first. Kept for 90 days.
         */
        get: operations["listAlertDeliveriesOfOperator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one alert of the service again
         * @description To the same target, with the same id and the same words.
         */
        post: operations["replayAlertDeliveryOfOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the alerts of the service
         * @description The newest first, also what was left out because there was too much of it. Kept for 90 days.
         */
        get: operations["listAlertsOfOperator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/log-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the public keys of signed heads
         * @description RFC 7517: every key that has ever signed a head of the log. None is ever taken away, since what it signed is kept.
         */
        get: operations["getLogKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/log-heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signed heads of the log
         * @description Once a day the digest of all events of the tenant is signed. Whoever keeps a head can prove later that nothing before it was edited; the operation `verify` compares them with the log.
         */
        get: operations["listLogHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/buyers/{customerId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything held about a buyer
         * @description Every conversation with everything that was recorded of it, and what could not be read and names the buyer. To erase all of it, ask for the operation `erase`.
         */
        get: operations["exportBuyer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how long buyers are kept
         * @description For ever, unless somebody has set a number of months.
         */
        get: operations["getRetention"];
        /**
         * Set how long buyers are kept
         * @description Buyers who have written in no shop of the tenant for so many months are erased each night, by an operation `retention`. The first one after each change is a dry run, whose findings tell who it is about.
         */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer in a conversation
         * @description It is written down at once and sent after 10 s, until when it can be taken back. The ticket shows it once it is sent.
         */
        post: operations["writeAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/answers/{answerId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back an answer
         * @description Until it is sent. Asking twice is asking once.
         */
        post: operations["withdrawAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/answers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an answer
         * @description To whom it would go, the text as they would get it, room for files, and what a person should look at again. Takes the scope `conversations:read` besides. `Idempotency-Key` is ignored: nothing is changed.
         */
        post: operations["previewAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand over a file for an answer
         * @description Kept until the answer is sent, at most 7 days; the log holds its name and size alone.
         */
        put: operations["handOverFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write an internal comment
         * @description It goes into the ticket, and to nobody at EmpikPlace.
         */
        post: operations["writeComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{tenantId}/integrations/{integrationId}/rules/preview-recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the rules on the last conversations
         * @description How many of the last 200 conversations each rule would decide on, by the very code that decides. Takes the scope `conversations:read` besides. `Idempotency-Key` is ignored: nothing is changed.
         */
        post: operations["previewRulesOnRecent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/panel/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what belongs to a conversation, beside its ticket
         * @description A page without any script: clock, order, customer, files, and where the last messages stand. It changes nothing.
         */
        get: operations["showPanel"];
        put?: never;
        post?: never;
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
        RetentionInput: {
            /**
             * @description After how many months without a message a buyer is erased; null: never.
             * @example 24
             */
            months: number | null;
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
                     * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                 * A buyer who waits
                 * @description When the operator wrote last while the buyer waits for an answer: send to the buyer too, or hold the reply and ask in a comment. Files go to nobody then who was not named.
                 * @default include
                 * @enum {string}
                 */
                waitingBuyer: "include" | "hold";
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
             * @description After that a conversation is marked as overdue: while EmpikPlace waits, or while no person has answered.
             * @default 24
             */
            replyDueHours: number;
            /**
             * Nightly reconciliation (% of conversations)
             * @description How many conversations are compared with EmpikPlace and Thulium each night, at three calls each; 0: none. Empty: as many as the operator of the connector has set.
             * @example 3
             */
            nightlyReconcilePercent?: number;
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
             * @description Number of the order it is about, the first of several.
             * @example 12345678-A
             */
            orderId: string | null;
            /**
             * @description Numbers of all orders it is about.
             * @example [
             *       "12345678-A"
             *     ]
             */
            orderIds: string[];
            /** @description The buyer has no CRM record, by the settings; `addConversationToCrm` gives him one. */
            outsideCrm: boolean;
            /**
             * @description Number of the ticket in Thulium, once there is one.
             * @example 4711
             */
            ticketId: number | null;
            /** @description Whether the ticket was closed at the last look. */
            ticketClosed: boolean;
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
             * @description Who wrote it: `customer`, `seller`, `operator` or `unknown`.
             * @example customer
             */
            lastAuthor: string | null;
            /**
             * @description How it begins, in at most 140 characters; empty where that is not known yet, and of a buyer who was erased.
             * @example Dzień dobry, kiedy wyjdzie paczka?
             */
            lastWords: string;
            /** @description Whether a message or a reply of it had files. */
            hasFiles: boolean;
            /** @description Whether the buyer has opened an incident about one of its orders. */
            hasIncident: boolean;
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
             * @description EmpikPlace’s own clock: since when it waits for the shop’s answer. An automatic answer stops it.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyNeededSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyDueAt: string | null;
            /**
             * @description Since when the buyer waits for an answer of a person; no automatic answer and no word to the operator alone stops it.
             * @example 2026-03-02T08:15:00.000Z
             */
            unansweredSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            unansweredDueAt: string | null;
            /** @description The time to reply has passed, by one of the two clocks at least. */
            overdue: boolean;
            /** @description It has passed without an answer of a person. */
            unansweredOverdue: boolean;
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
        ConversationCounts: {
            /**
             * @description All of them.
             * @example 214
             */
            all: number;
            /**
             * @description EmpikPlace waits for the shop’s answer, or the customer for that of a person.
             * @example 3
             */
            waiting: number;
            /**
             * @description The time to reply has passed.
             * @example 1
             */
            overdue: number;
            /**
             * @description The last message is the operator’s.
             * @example 2
             */
            operator: number;
            /**
             * @description The buyer has no CRM record.
             * @example 40
             */
            outsideCrm: number;
            /**
             * @description A write needs a person.
             * @example 0
             */
            parked: number;
        };
        AuditEntry: {
            /**
             * @description Number of the entry.
             * @example 1204
             */
            entryId: number;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:15:00.000Z
             */
            at: string;
            /**
             * @description What was done. Only what succeeded is here.
             * @example conversation-read
             * @enum {string}
             */
            kind: "tenant-connected" | "tenant-paused" | "tenant-resumed" | "tenant-deleted" | "settings-changed" | "credentials-replaced" | "webhook-changed" | "integration-added" | "integration-deleted" | "credentials-tried" | "started" | "stopped" | "write-retried" | "write-dismissed" | "reply-corrected" | "operation-requested" | "operation-cancelled" | "quarantine-retried" | "buyer-added" | "key-made" | "key-revoked" | "link-made" | "link-followed" | "conversations-listed" | "conversation-read" | "file-read" | "audit-read" | "alert-target-changed" | "alert-sent-again" | "buyer-exported" | "answer-written" | "answer-withdrawn" | "comment-written" | "file-handed-over";
            /** @description The access key; null where a signed link from a ticket was followed, and for a command. */
            by: {
                /**
                 * @description Id of the access key.
                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                 */
                keyId: string;
                /**
                 * @description What the key was called.
                 * @example Dashboard
                 */
                name: string;
            } | null;
            /**
             * @description What was shown: the key, a token made for it, or a link. `command`: none, it was a command on the machine.
             * @example key
             * @enum {string}
             */
            credential: "key" | "token" | "link" | "command";
            /**
             * @description Where the request came from; of a command the name of the machine.
             * @example 192.0.2.17
             */
            address: string;
            /**
             * @description `x-request-id`, as in the access log and beside the events; empty for a command.
             * @example caller-7:1
             */
            requestId: string;
            /**
             * @description The integration, where it was about one.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string | null;
            /**
             * @description The conversation, where it was about one.
             * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            threadId: string | null;
            /**
             * @description Id of the key or link, key of the write, or id of the file.
             * @example message:mirror:9f4c1d52
             */
            subject: string | null;
        };
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
             * @description The same in Polish.
             * @example Konto nie jest znane
             */
            titlePl: string;
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
             * @description The same in Polish; missing where `detail` quotes the other side.
             * @example Nie ma konta demo-sklep.
             */
            detailPl?: string;
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
             * @description The same in Polish.
             * @example Połącz jego konto Thulium przez POST /api/tenants.
             */
            actionPl: string;
            /**
             * @description Finds the request in the log.
             * @example caller-7:1
             */
            requestId: string;
            /** @description Every wrong field, with `request.invalid`; what the other side does not accept, with `credentials.not_accepted`. */
            errors?: {
                /**
                 * @description Where in the request.
                 * @example body.mailbox
                 */
                field: string;
                /**
                 * @description The same as a JSON pointer into the body.
                 * @example #/mailbox
                 */
                pointer?: string;
                /**
                 * @description What is wrong there.
                 * @example Invalid email address
                 */
                message: string;
                /**
                 * @description The same in Polish.
                 * @example Nieprawidłowy email address
                 */
                messagePl: string;
            }[];
        };
        AlertTarget: {
            /**
             * Format: uuid
             * @description Id of the target.
             * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
             */
            targetId: string;
            /**
             * @description How it is told.
             * @example webhook
             * @enum {string}
             */
            channel: "webhook" | "email";
            /**
             * @description Who or what it is, for people.
             * @example Dyżur
             */
            name: string;
            /**
             * @description Where it is told.
             * @example https://hooks.example.pl/empik
             */
            address: string;
            /**
             * @description Language of e-mails; a web hook gets both.
             * @example pl
             * @enum {string}
             */
            language: "pl" | "en";
            /**
             * @description Kinds of trouble that it is told of; empty for all.
             * @example [
             *       "write-parked"
             *     ]
             */
            kinds: string[];
            /**
             * @description Whether it is told.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Why it is not: a person said so, it took nothing for five days, or it answered 410.
             * @example failures
             */
            disabledBecause: ("person" | "failures" | "gone") | null;
            /**
             * @description Since when it is not.
             * @example 2026-03-02T08:15:00.000Z
             */
            disabledAt: string | null;
            /**
             * @description Since when it has taken nothing; null after a success.
             * @example 2026-03-02T08:15:00.000Z
             */
            failingSince: string | null;
            /**
             * @description When it last took an alert.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-02T08:15:00.000Z
             */
            createdAt: string;
        };
        NewAlertTarget: {
            /**
             * Format: uuid
             * @description Id of the target.
             * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
             */
            targetId: string;
            /**
             * @description How it is told.
             * @example webhook
             * @enum {string}
             */
            channel: "webhook" | "email";
            /**
             * @description Who or what it is, for people.
             * @example Dyżur
             */
            name: string;
            /**
             * @description Where it is told.
             * @example https://hooks.example.pl/empik
             */
            address: string;
            /**
             * @description Language of e-mails; a web hook gets both.
             * @example pl
             * @enum {string}
             */
            language: "pl" | "en";
            /**
             * @description Kinds of trouble that it is told of; empty for all.
             * @example [
             *       "write-parked"
             *     ]
             */
            kinds: string[];
            /**
             * @description Whether it is told.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Why it is not: a person said so, it took nothing for five days, or it answered 410.
             * @example failures
             */
            disabledBecause: ("person" | "failures" | "gone") | null;
            /**
             * @description Since when it is not.
             * @example 2026-03-02T08:15:00.000Z
             */
            disabledAt: string | null;
            /**
             * @description Since when it has taken nothing; null after a success.
             * @example 2026-03-02T08:15:00.000Z
             */
            failingSince: string | null;
            /**
             * @description When it last took an alert.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-02T08:15:00.000Z
             */
            createdAt: string;
            /**
             * @description Signs what is sent there, by Standard Webhooks; keep it now, it is never answered again. Null for e-mail.
             * @example whsec_c2VrcmV0LXBvd2lhZG9taWVuLWRvLXByb2JvdmFuaWE=
             */
            secret: string | null;
        };
        Alert: {
            /**
             * Format: uuid
             * @description Id of the alert; receivers of web hooks see `msg_` and it.
             * @example c1d7a5de-93a4-5b0e-8d5f-6a0d7c3b1e42
             */
            alertId: string;
            /**
             * @description What it is about: the same from beginning to end.
             * @example c1d7a5de-93a4-5b0e-8d5f-6a0d7c3b1e42
             */
            incidentId: string | null;
            /**
             * @description The integration, where it is about one.
             * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
             */
            integrationId: string | null;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:15:00.000Z
             */
            at: string;
            /**
             * @description It began, there is ten times as much of it, it is over, or some were left out.
             * @example opened
             * @enum {string}
             */
            phase: "opened" | "grew" | "over" | "left-out" | "test";
            /**
             * @description Kind of trouble; null for what is about none.
             * @example write-parked
             */
            kind: string | null;
            /**
             * @description How much of it there is; for the operator how many accounts.
             * @example 3
             */
            count: number;
            /** @description In a few words. */
            title: components["schemas"]["BothLanguages"];
            /** @description What it means. */
            text: components["schemas"]["BothLanguages"];
            /**
             * @description Not sent: at most 20 an hour are.
             * @example false
             */
            leftOut: boolean;
        };
        AlertDelivery: {
            /**
             * Format: uuid
             * @description Id of the delivery.
             * @example 8c3a6f5e-1b2d-5c4f-9e8a-7d6c5b4a3f21
             */
            deliveryId: string;
            /**
             * Format: uuid
             * @description Id of the target.
             * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
             */
            targetId: string;
            alert: components["schemas"]["Alert"];
            /**
             * @description `waiting` for its first or next try; `failed` after 10 tries in 75 h.
             * @example delivered
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed";
            /**
             * Format: date-time
             * @description When it was to be sent.
             * @example 2026-03-02T08:15:00.000Z
             */
            createdAt: string;
            /**
             * @description Tries so far.
             * @example 1
             */
            attempts: number;
            /**
             * @description When it is tried again; null when it is not.
             * @example 2026-03-02T08:15:00.000Z
             */
            nextAt: string | null;
            /**
             * @description When it was last tried.
             * @example 2026-03-02T08:15:00.000Z
             */
            lastAt: string | null;
            /**
             * @description Status that the other side answered, of HTTP or SMTP.
             * @example 204
             */
            lastStatus: number | null;
            /**
             * @description Why it did not arrive.
             * @example hooks.example.pl answered 500
             */
            lastFailure: string | null;
        };
        OperationScope: {
            /**
             * @description Only this integration; null for all.
             * @example null
             */
            integrationId: string | null;
            /**
             * @description Only this conversation; null for all.
             * @example null
             */
            threadId: string | null;
            /**
             * @description Only from then on; null for all.
             * @example null
             */
            since: string | null;
            /**
             * @description Only before then; null for all.
             * @example null
             */
            until: string | null;
            /**
             * @description Only writes of these kinds; null for all.
             * @example [
             *       "reply:send"
             *     ]
             */
            effectKinds: string[] | null;
            /**
             * @description Only writes parked with one of these codes; null for all.
             * @example null
             */
            codes: string[] | null;
            /**
             * @description Only this share of the conversations; null for all.
             * @example null
             */
            share: number | null;
            /**
             * @description Whether what is safe to cure is cured.
             * @example false
             */
            repair: boolean;
            /**
             * @description This buyer; null where no buyer is named.
             * @example null
             */
            customerId: string | null;
        };
        Operation: {
            /**
             * Format: uuid
             * @description Id of the operation.
             * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
             */
            operationId: string;
            /**
             * @description Of which tenant; null for all.
             * @example demo-sklep
             */
            tenantId: string | null;
            /**
             * @description What is done.
             * @example rebuild
             */
            kind: string;
            /** @description The same in words. */
            what: components["schemas"]["BothLanguages"];
            /** @description What it is narrowed to. */
            scope: components["schemas"]["OperationScope"];
            /** @description Only what would be done is told. */
            dryRun: boolean;
            /**
             * @description `waiting`: nobody has begun, or goes on with it at the moment. The last three are ends.
             * @enum {string}
             */
            state: "waiting" | "running" | "finished" | "cancelled" | "failed";
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-03-02T08:15:00.000Z
             */
            requestedAt: string;
            /**
             * @description Id of the access key that asked for it, or the name of somebody at a command line.
             * @example 3d1f7a10-0000-4000-8000-000000000001
             */
            requestedBy: string;
            /**
             * @description Why, in his words.
             * @example EmpikPlace odrzucało odpowiedzi w niedzielę
             */
            reason: string | null;
            /**
             * @description When it was begun.
             * @example 2026-03-02T08:15:00.000Z
             */
            startedAt: string | null;
            /**
             * @description When it ended.
             * @example 2026-03-02T08:15:00.000Z
             */
            endedAt: string | null;
            /** @description How far it has come. */
            progress: {
                /**
                 * @description How much is done: events, writes, conversations.
                 * @example 120000
                 */
                done: number;
                /**
                 * @description Of how much, about; null where that is not known.
                 * @example 200000
                 */
                total: number | null;
                /**
                 * @description How fast, on average; null before it was begun.
                 * @example 9000
                 */
                perSecond: number | null;
                /**
                 * @description When it will end at that rate; null where nobody knows.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                estimatedEndAt: string | null;
            };
            /**
             * @description How many findings there are so far.
             * @example 3
             */
            findings: number;
            /**
             * @description How it went, once it has finished; the names depend on `kind`.
             * @example {
             *       "events": 200000,
             *       "rowsRepaired": 3,
             *       "longestPauseMs": 41
             *     }
             */
            result: {
                [key: string]: number | string;
            } | null;
            /**
             * @description Why it failed, or why its last step did, which is tried again.
             * @example The connector has a fault of its own: its database was too slow. Its operator finds it in the log.
             */
            failure: string | null;
            /**
             * @description Who cancelled it.
             * @example 3d1f7a10-0000-4000-8000-000000000001
             */
            cancelledBy: string | null;
        };
        OperationFinding: {
            /**
             * @description Its place among the findings.
             * @example 0
             */
            place: number;
            /**
             * @description A stable word for programs.
             * @example row-differs
             */
            what: string;
            /** @description The same in words. */
            title: components["schemas"]["BothLanguages"];
            /**
             * @description Whose it is.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * @description In which integration.
             * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
             */
            integrationId: string | null;
            /**
             * @description In which conversation.
             * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
             */
            threadId: string | null;
            /**
             * @description The row, write or event it is about, for programs; `texts` has words for it.
             * @example conversations 5f0c3b0e b8a7c9e2
             */
            subject: string;
            /**
             * @description What was found or done, in English; `texts` has both languages.
             * @example The row is not what the log says.
             */
            detail: string;
            /**
             * @description Ids, times and numbers.
             * @example {
             *       "columns": [
             *         "subject"
             *       ]
             *     }
             */
            evidence: {
                [key: string]: unknown;
            };
            /**
             * @description What cures it, in English; null where nothing need be done.
             * @example rebuild
             */
            cure: string | null;
            /** @description The same for people. What was found by a version that knew no Polish is in English in both. */
            texts: {
                /** @description What it is about; a bare id where there is no word for it. */
                subject: components["schemas"]["BothLanguages"];
                /** @description What was found or done. */
                detail: components["schemas"]["BothLanguages"];
                /** @description What cures it; null where nothing need be done. */
                cure: components["schemas"]["BothLanguages"] | null;
            };
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
                 * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large`, `not-connected` (no credentials yet) or `internal` (our own fault).
                 * @example unreachable
                 */
                class: string;
                /**
                 * @description What the other side said, for people; with the scope `conversations:read`.
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
            /**
             * @description Times that a buyer no longer waited for a person: answered, or marked as needing no answer.
             * @example 25
             */
            answered: number;
            /**
             * @description Those of them in which he had waited for 24 hours at most.
             * @example 24
             */
            answeredInDay: number;
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
                level: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
                /**
                 * @description Since when; null where the facts do not tell.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string | null;
                /**
                 * @description Who can mend it: one of the two sides, the seller (settings, credentials, decisions), or the operator of the connector; null when all is well.
                 * @example thulium
                 */
                owner: ("empikplace" | "thulium" | "seller" | "connector") | null;
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
                     * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large`, `not-connected` (no credentials yet) or `internal` (our own fault).
                     * @example unreachable
                     */
                    class: string;
                    /**
                     * @description What the other side said, for people; with the scope `conversations:read`.
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
            /** @description When the last message came into its ticket; null before the first one. */
            lastMessage: {
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                at: string;
                /**
                 * @description How long after it was known of, in seconds.
                 * @example 12
                 */
                delaySeconds: number;
            } | null;
            /** @description When the last reply reached EmpikPlace; null before the first one. */
            lastReply: {
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                at: string;
                /**
                 * @description How long after it was known of, in seconds.
                 * @example 12
                 */
                delaySeconds: number;
            } | null;
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
             * @description Conversations in which EmpikPlace, or the buyer for a person, has waited longer than the settings allow.
             * @example 3
             */
            overdueReplies: number;
            /**
             * @description Those of them in which no person has answered the buyer in that time.
             * @example 1
             */
            unansweredOverdue: number;
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
            /** @description The newest reconciliation of more than one conversation; null without any. */
            reconciled: {
                /**
                 * Format: uuid
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
                /**
                 * @description When it ended.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                at: string | null;
                /**
                 * @description What log, EmpikPlace and Thulium contradicted each other in.
                 * @example 0
                 */
                findings: number;
            } | null;
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
            level: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
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
             * @description Conversations in which EmpikPlace, or the buyer for a person, has waited longer than the settings allow.
             * @example 3
             */
            overdue: number;
            /**
             * @description Those of them in which no person has answered the buyer in that time.
             * @example 1
             */
            unansweredOverdue: number;
        };
        StatusSummary: {
            /**
             * @description The worst of its integrations. One that a person stopped does not count while another one runs.
             * @enum {string}
             */
            level: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
            /**
             * @description How many integrations are at each level.
             * @example {
             *       "ok": 2,
             *       "rebuilding": 0,
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
             * @description Conversations in which EmpikPlace, or the buyer for a person, has waited longer than the settings allow.
             * @example 3
             */
            overdueReplies: number;
            /**
             * @description Those of them in which no person has answered the buyer in that time.
             * @example 1
             */
            unansweredOverdue: number;
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
            level: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
            /** @description Each integration, in the order of their ids. */
            integrations: components["schemas"]["CompactIntegrationStatus"][];
        };
        TenantOverview: {
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * @description The worst of its integrations; `stopped` while it is paused.
             * @example ok
             * @enum {string}
             */
            level: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
            /**
             * @description Who can mend it: one of the two sides, the seller (settings, credentials, decisions), or the operator of the connector; null when all is well.
             * @example thulium
             */
            owner: ("empikplace" | "thulium" | "seller" | "connector") | null;
            /** @description Why. */
            reason: components["schemas"]["BothLanguages"];
            /**
             * @description Since when; null where the facts do not tell.
             * @example 2026-03-02T08:15:00.000Z
             */
            since: string | null;
            /**
             * @description How many it has.
             * @example 2
             */
            integrations: number;
            /**
             * @description Writes that need a person.
             * @example 0
             */
            parked: number;
            /**
             * @description Since when the oldest of them does.
             * @example 2026-03-02T08:15:00.000Z
             */
            oldestParkedAt: string | null;
            /**
             * @description Since when the oldest write that goes on by itself waits.
             * @example 2026-03-02T08:15:00.000Z
             */
            oldestWaitingAt: string | null;
            /** @description Nothing is read or written for it meanwhile. */
            paused: {
                /**
                 * @description Why, for people; the tenant sees it in its status.
                 * @example Przerwa na prośbę sklepu
                 */
                reason: string;
                /**
                 * Format: date-time
                 * @description Since when.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string;
            } | null;
        };
        BuyerExport: {
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * @description Id that EmpikPlace has given to the buyer.
             * @example 8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01
             */
            customerId: string;
            /**
             * Format: date-time
             * @description When this document was made.
             * @example 2026-03-02T08:15:00.000Z
             */
            madeAt: string;
            /**
             * @description His record in the CRM of Thulium, where one is known.
             * @example 4711
             */
            crmCustomer: number | null;
            /** @description All conversations of the buyer. */
            conversations: {
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
                 * @description What he is called.
                 * @example Jan Testowy
                 */
                customerName: string | null;
                /**
                 * @description What it is about.
                 * @example Faktura
                 */
                subject: string;
                /**
                 * @description Orders that it is about.
                 * @example [
                 *       "2603020001-A"
                 *     ]
                 */
                orderIds: string[];
                /**
                 * @description Its ticket in Thulium, which holds the same texts.
                 * @example 4711
                 */
                ticketId: number | null;
                /**
                 * @description Whether names and texts of it were erased, those of later messages aside.
                 * @example false
                 */
                erased: boolean;
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
                     * @description All of it.
                     * @example {
                     *       "body": "Gdzie jest moja paczka?"
                     *     }
                     */
                    data: {
                        [key: string]: unknown;
                    };
                }[];
            }[];
            /** @description What came from EmpikPlace or Thulium, could not be read, and names him or one of his conversations. */
            unreadable: {
                /**
                 * Format: uuid
                 * @description Id of the integration, one EmpikPlace shop.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId: string;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                recordedAt: string;
                /**
                 * @description As it came.
                 * @example {"id":"x"}
                 */
                raw: string;
            }[];
            /**
             * @description Where more lies, which is not in this document.
             * @example [
             *       "EmpikPlace keeps its own copy of the conversations."
             *     ]
             */
            elsewhere: string[];
        };
        LogHead: {
            /**
             * @description The day on which it was signed, in UTC.
             * @example 2026-03-02
             */
            day: string;
            /**
             * @description The last event that it covers, in the log in which it was signed; in a copy of that log it has another place.
             * @example 00000000000000000870.0000000000000000016
             */
            position: string;
            /**
             * @description How many events of this tenant it covers, from the first one on.
             * @example 12345
             */
            events: number;
            /**
             * @description SHA-256 over all of them, in hexadecimal.
             * @example b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c
             */
            digest: string;
            /**
             * @description The key that signed it, in `/.well-known/log-keys.json`.
             * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
             */
            keyId: string;
            /**
             * @description Ed25519, in base64, over the JSON text `["log-head/1",tenantId,day,position,events,digest]`.
             * @example pC4rPl1yA3cV0m2l0Q==
             */
            signature: string;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:15:00.000Z
             */
            signedAt: string;
        };
        ConversationAt: {
            /**
             * Format: date-time
             * @description The moment that was asked for.
             * @example 2026-03-02T08:15:00.000Z
             */
            at: string;
            /**
             * @description Of the last event recorded by then.
             * @example 7
             */
            revision: number;
            /**
             * Format: date-time
             * @description When that was recorded.
             * @example 2026-03-02T08:15:00.000Z
             */
            changedAt: string;
            /**
             * @description Number of its ticket then; null where it had none.
             * @example 4711
             */
            ticketId: number | null;
            /**
             * @description Tickets that were gone by then.
             * @example [
             *       4700
             *     ]
             */
            lostTickets: number[];
            /**
             * @description The CRM record of the buyer.
             * @example 815
             */
            thuliumCustomerId: number | null;
            /** @description The buyer was left outside the CRM. */
            outsideCrm: boolean;
            /**
             * @description The order it was about, the first of several.
             * @example 2603020001-A
             */
            orderId: string | null;
            /**
             * @description Numbers of all orders it was about.
             * @example [
             *       "2603020001-A"
             *     ]
             */
            orderIds: string[];
            /**
             * @description Since when EmpikPlace waited for the shop.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyNeededSince: string | null;
            /** @description Messages recorded by then, in the order they were recorded. */
            messages: {
                /**
                 * @description Id of the message at EmpikPlace.
                 * @example 9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45
                 */
                messageId: string;
                /**
                 * @description Who wrote it.
                 * @example customer
                 */
                author: string;
                /**
                 * @description When, by EmpikPlace.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                sentAt: string;
                /** @description Whether it was in the ticket. */
                inTicket: boolean;
            }[];
            /** @description Agents’ replies recorded by then. */
            replies: {
                /**
                 * @description Number of the entry in the ticket.
                 * @example 90501
                 */
                thuliumMessageId: number;
                /**
                 * @description What had become of it.
                 * @enum {string}
                 */
                status: "pending" | "sent" | "refused" | "withdrawn";
                /**
                 * @description The message at EmpikPlace that it became.
                 * @example null
                 */
                messageId: string | null;
            }[];
            /** @description Writes that needed a person then. */
            parked: {
                /**
                 * @description Key of the write.
                 * @example reply:send:5f0c3b0e:b8a7c9e2:90501
                 */
                effectKey: string;
                /**
                 * @description Why it needed a person.
                 * @example effect.refused
                 */
                code: string;
                /**
                 * @description What the other side had said.
                 * @example Thulium refuses the request (422).
                 */
                message: string;
            }[];
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
                 * @description `credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large`, `not-connected` (no credentials yet) or `internal` (our own fault).
                 * @example refused
                 */
                class: string;
                /**
                 * @description What the other side said, for people; with the scope `conversations:read`.
                 * @example Thulium refuses the request (422).
                 */
                message: string;
                /**
                 * @description Why it needs a person: `effect.refused`, `effect.lookup_refused`, `effect.gateway_refused`, `effect.own_fault` (of the connector) or `effect.ambiguous`. Null where it needs none, and for a moment after it was parked.
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
             * @description Number of the order it is about, the first of several.
             * @example 12345678-A
             */
            orderId: string | null;
            /**
             * @description Numbers of all orders it is about.
             * @example [
             *       "12345678-A"
             *     ]
             */
            orderIds: string[];
            /** @description The buyer has no CRM record, by the settings; `addConversationToCrm` gives him one. */
            outsideCrm: boolean;
            /**
             * @description Number of the ticket in Thulium, once there is one.
             * @example 4711
             */
            ticketId: number | null;
            /** @description Whether the ticket was closed at the last look. */
            ticketClosed: boolean;
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
             * @description Who wrote it: `customer`, `seller`, `operator` or `unknown`.
             * @example customer
             */
            lastAuthor: string | null;
            /**
             * @description How it begins, in at most 140 characters; empty where that is not known yet, and of a buyer who was erased.
             * @example Dzień dobry, kiedy wyjdzie paczka?
             */
            lastWords: string;
            /** @description Whether a message or a reply of it had files. */
            hasFiles: boolean;
            /** @description Whether the buyer has opened an incident about one of its orders. */
            hasIncident: boolean;
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
             * @description EmpikPlace’s own clock: since when it waits for the shop’s answer. An automatic answer stops it.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyNeededSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            replyDueAt: string | null;
            /**
             * @description Since when the buyer waits for an answer of a person; no automatic answer and no word to the operator alone stops it.
             * @example 2026-03-02T08:15:00.000Z
             */
            unansweredSince: string | null;
            /**
             * @description By the time to reply of the integration’s settings.
             * @example 2026-03-02T08:15:00.000Z
             */
            unansweredDueAt: string | null;
            /** @description The time to reply has passed, by one of the two clocks at least. */
            overdue: boolean;
            /** @description It has passed without an answer of a person. */
            unansweredOverdue: boolean;
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
            /** @description Everything that happened, oldest first; with `at`, by then. */
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
                /** @description The access key of whoever asked the API for it; null where nobody did. */
                by: {
                    /**
                     * @description Id of the access key.
                     * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                     */
                    keyId: string;
                    /**
                     * @description What the key was called then.
                     * @example Panel sklepu
                     */
                    name: string;
                } | null;
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
                /** @description Who gets the reply or the file that it tells of: `everyone` are the buyer and the operator. Null where it tells of none, and where it was not recorded. */
                readers: ("customer" | "operator" | "everyone") | null;
                /** @description The writes it asked for, and what has become of them. */
                effects: components["schemas"]["Effect"][];
            }[];
            /** @description As it stood at the moment of `at`; null where none was asked for. Everything above is as it is now. */
            stateAt: components["schemas"]["ConversationAt"] | null;
        };
        AnswerSent: {
            /**
             * Format: uuid
             * @description Id of the answer, as sending it gave.
             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
             */
            answerId: string;
            /**
             * Format: date-time
             * @description Until then it can be taken back.
             * @example 2026-03-02T08:15:00.000Z
             */
            sendAt: string;
        };
        AnswerPreview: {
            /**
             * @description Who gets it: the buyer, the operator, or `everyone`, who are both.
             * @enum {string}
             */
            to: "customer" | "operator" | "everyone";
            /** @description Whom the rule of the settings would choose. */
            suggested: ("customer" | "operator" | "everyone") | null;
            /** @description Why: whoever wrote last; the buyer too, since he waits; the settings. Null where there is nobody else. */
            chosenBy: ("last-writer" | "waiting-buyer" | "setting") | null;
            /**
             * @description Those who can be written to.
             * @example [
             *       "customer"
             *     ]
             */
            readers: ("customer" | "operator" | "everyone")[];
            /**
             * @description What they get, footer included.
             * @example Dzień dobry, wysyłamy jutro.
             *
             *     Sklep Demo
             */
            text: string;
            /**
             * @description The footer among it; empty where there is none.
             * @example Sklep Demo
             */
            footer: string;
            /** @description Why EmpikPlace would not take the text. */
            fault: ("too-short" | "too-long") | null;
            /** @description The buyer waits for an answer and would not see this one. */
            leavesBuyerOut: boolean;
            /**
             * @description What a person should look at again; none of it keeps the answer back.
             * @example [
             *       "phone"
             *     ]
             */
            warnings: ("phone" | "email" | "link" | "foreign-order" | "empty-variable" | "not-polish" | "wrote-meanwhile")[];
            /** @description There is a ticket in which the answer can be shown. */
            hasTicket: boolean;
            /** @description Room for files. */
            files: {
                /**
                 * @description Bytes of the files that the conversation holds, in both directions.
                 * @example 6100000
                 */
                usedBytes: number;
                /**
                 * @description Bytes that it may hold, by the settings.
                 * @example 10485760
                 */
                limitBytes: number;
                /**
                 * @description Endings of names that EmpikPlace takes.
                 * @example [
                 *       "pdf",
                 *       "jpg"
                 *     ]
                 */
                allowedTypes: string[];
            };
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
                     * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                 * A buyer who waits
                 * @description When the operator wrote last while the buyer waits for an answer: send to the buyer too, or hold the reply and ask in a comment. Files go to nobody then who was not named.
                 * @default include
                 * @enum {string}
                 */
                waitingBuyer: "include" | "hold";
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
             * @description After that a conversation is marked as overdue: while EmpikPlace waits, or while no person has answered.
             * @default 24
             */
            replyDueHours: number;
            /**
             * Nightly reconciliation (% of conversations)
             * @description How many conversations are compared with EmpikPlace and Thulium each night, at three calls each; 0: none. Empty: as many as the operator of the connector has set.
             * @example 3
             */
            nightlyReconcilePercent?: number;
        } & {
            [key: string]: unknown;
        };
        Series: {
            /**
             * @description What is counted: conversations begun, messages recorded (whoever wrote them), replies that agents wrote, `replies` that reached EmpikPlace, tickets created, writes that came to need a person. `delay-p50` and `delay-p95` are milliseconds: half, and 95 of 100, of the messages stood in their ticket this long after they were recorded. `calls-empikplace` and `calls-thulium`: the most requests that one process started within a minute, which is what the budget of `callBudget.perMinute` is about; that of Thulium is one of the whole account.
             * @enum {string}
             */
            metric: "conversations" | "messages" | "replies-requested" | "replies" | "tickets" | "parked" | "delay-p50" | "delay-p95" | "calls-empikplace" | "calls-thulium";
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
                 * @description How often it happened, by the time it was recorded; of a delay, milliseconds; of a budget, requests.
                 * @example 12
                 */
                value: number;
            }[];
        };
        PauseAnswer: {
            /** @description Why and since when nothing is read or written; null while it works. */
            paused: {
                /**
                 * @description Why, for people; the tenant sees it in its status.
                 * @example Przerwa na prośbę sklepu
                 */
                reason: string;
                /**
                 * Format: date-time
                 * @description Since when.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since: string;
            } | null;
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
        ConversationProof: {
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
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
             * @description When this document was made.
             * @example 2026-03-02T08:15:00.000Z
             */
            madeAt: string;
            /**
             * @description Of the last event it is made from.
             * @example 12
             */
            revision: number;
            /**
             * @description What the conversation is about.
             * @example Faktura
             */
            topic: string;
            /**
             * @description The order it is about, the first of several.
             * @example 2603020001-A
             */
            orderId: string | null;
            /**
             * @description Numbers of all orders it is about.
             * @example [
             *       "2603020001-A"
             *     ]
             */
            orderIds: string[];
            /**
             * @description Numbers of its tickets in Thulium, oldest first.
             * @example [
             *       4711
             *     ]
             */
            tickets: number[];
            /** @description In the order they were recorded. */
            messages: {
                /**
                 * @description Id of the message at EmpikPlace; null where it is in none.
                 * @example 9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45
                 */
                messageId: string | null;
                /**
                 * @description Who wrote it.
                 * @example customer
                 */
                author: string;
                /**
                 * @description What was written.
                 * @example Gdzie jest moja paczka?
                 */
                text: string;
                /**
                 * @description When, by EmpikPlace.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                writtenAt: string;
                /**
                 * @description When the connector recorded it.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                recordedAt: string;
                /**
                 * @description The ticket that it is in.
                 * @example 4711
                 */
                ticketId: number | null;
                /**
                 * @description When it was in the ticket, by the log.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                inTicketAt: string | null;
                /**
                 * @description `done`: our call was answered; `adopted`: found there when it was looked up; `observed`: seen there by a look. Null before.
                 * @example done
                 */
                how: string | null;
                /**
                 * @description How often the write was tried or looked up, as the ledger says.
                 * @example 1
                 */
                attempts: number;
            }[];
            /** @description Agents’ replies, in the order they were recorded. */
            replies: {
                /**
                 * @description Number of the entry in the ticket.
                 * @example 90501
                 */
                thuliumMessageId: number;
                /**
                 * @description The ticket it was written in.
                 * @example 4711
                 */
                ticketId: number;
                /**
                 * @description Who wrote it in Thulium.
                 * @example a.nowak
                 */
                agentLogin: string;
                /**
                 * @description What goes to the buyer.
                 * @example Paczka jest w drodze.
                 */
                text: string;
                /**
                 * @description When, by Thulium, which tells minutes.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                writtenAt: string | null;
                /**
                 * @description When the connector recorded it.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                recordedAt: string;
                /**
                 * @description What has become of it.
                 * @enum {string}
                 */
                status: "pending" | "sent" | "refused" | "withdrawn";
                /**
                 * @description When it was known to be at EmpikPlace.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                confirmedAt: string | null;
                /**
                 * @description Id of the message at EmpikPlace; null where it is in none.
                 * @example 9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45
                 */
                messageId: string | null;
                /**
                 * @description `done`: our call was answered; `adopted`: found there when it was looked up; `observed`: seen there by a look. Null before.
                 * @example done
                 */
                how: string | null;
                /**
                 * @description How often the write was tried or looked up, as the ledger says.
                 * @example 1
                 */
                attempts: number;
                /** @description Each time it needed a person. */
                parked: {
                    /**
                     * @description When it was parked.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    at: string;
                    /**
                     * @description Why.
                     * @example effect.refused
                     */
                    code: string;
                    /**
                     * @description What EmpikPlace said.
                     * @example EmpikPlace refuses the request (400).
                     */
                    message: string;
                }[];
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
             * @description Why; with the scope `conversations:read`.
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
        Retention: {
            /**
             * @description After how many months without a message a buyer is erased; null: never.
             * @example 24
             */
            months: number | null;
        };
        DeletedTenant: {
            /**
             * @description Id of the tenant: the system name of its Thulium account.
             * @example demo-sklep
             */
            tenantId: string;
            /**
             * @description Integrations that were deleted with it.
             * @example 2
             */
            integrations: number;
            /**
             * @description Access keys that ended.
             * @example 3
             */
            accessKeys: number;
            /**
             * @description Stored passwords, keys and logins that are gone.
             * @example 3
             */
            credentials: number;
            /** @description What is left of it. */
            remains: {
                /**
                 * @description Conversations, which nobody can read any more.
                 * @example 310
                 */
                conversations: number;
                /**
                 * @description Events in the log.
                 * @example 4200
                 */
                events: number;
                /**
                 * @description Lines of who did what; the operator can read them still.
                 * @example 57
                 */
                auditEntries: number;
            };
        };
        RulesOnRecent: {
            /**
             * @description How many conversations were tried: the last ones, at most 200.
             * @example 200
             */
            tried: number;
            /**
             * @description Those that no rule catches: queue and category of the integration hold.
             * @example 12
             */
            none: number;
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
                 * @description Conversations that it decides on.
                 * @example 31
                 */
                caught: number;
            }[];
            /** @description The conversations, the last change first. */
            conversations: {
                /**
                 * @description Id of the conversation at EmpikPlace.
                 * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                threadId: string;
                /**
                 * @description Topic of the conversation.
                 * @example Reklamacja
                 */
                subject: string;
                /**
                 * @description The rule that decides; null when none matches.
                 * @example Reklamacje
                 */
                rule: string | null;
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
            }[];
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
    responses: {
        /** @description Nothing has changed since the answer with that `etag`. */
        Answer304_b16be01c: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                etag: components["headers"]["etag"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `request.invalid`: The request is not valid. */
        Answer400_38d63107: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `request.invalid`: The request is not valid. */
        Answer400_c6534a74: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `request.invalid`: The request is not valid.
         *
         *     `request.not_json`: The body is not JSON.
         */
        Answer400_c923646b: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `request.invalid`: The request is not valid.
         *
         *     `request.not_json`: The body is not JSON.
         */
        Answer400_cd0b598b: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer401_76ab5407: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                "www-authenticate": components["headers"]["www-authenticate"];
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
         * @description `authentication.invalid`: The access key or token is not valid.
         *
         *     `authentication.missing`: The request does not say who sends it.
         */
        Answer401_c5bbf0c4: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "www-authenticate": components["headers"]["www-authenticate"];
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
        /** @description `webhook.login`: The webhook does not show the right user and password. */
        Answer401_ee253d2f: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                "www-authenticate": components["headers"]["www-authenticate"];
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
        Answer403_11310d49: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `request.foreign_origin`: The request comes from another web site.
         *
         *     `request.unknown_host`: The API is not known under this host name.
         */
        Answer403_84a7dace: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
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
        /**
         * @description `authentication.key_needed`: This takes the access key itself, and no token.
         *
         *     `authentication.scope`: The access key may not do this.
         *
         *     `request.foreign_origin`: The request comes from another web site.
         *
         *     `request.unknown_host`: The API is not known under this host name.
         */
        Answer403_b09c111d: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `access_key.outlives_maker`: A key cannot make one that lasts longer than itself.
         *
         *     `authentication.key_needed`: This takes the access key itself, and no token.
         *
         *     `authentication.scope`: The access key may not do this.
         *
         *     `request.foreign_origin`: The request comes from another web site.
         *
         *     `request.unknown_host`: The API is not known under this host name.
         */
        Answer403_bf82b572: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "access_key.outlives_maker" | "authentication.key_needed" | "authentication.scope" | "request.foreign_origin" | "request.unknown_host";
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
        Answer403_ce28490a: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer404_12039837: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `access_key.unknown`: The access key is not known here. */
        Answer404_159f9b1e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description A page: there is no such file (any more), or the link is not ours. */
        Answer404_1ca3a112: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /**
         * @description `alert_delivery.unknown`: There is no such delivery of an alert.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_235ab559: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_delivery.unknown" | "tenant.unknown";
                };
            };
        };
        /**
         * @description `access_key.unknown`: The access key is not known here.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_31f040aa: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `alert_target.unknown`: There is no such target of alerts. */
        Answer404_3d2069ff: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.unknown";
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
        Answer404_4a0fc87e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `buyer.unknown`: No conversation of this buyer is known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_56c2e805: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "buyer.unknown" | "tenant.unknown";
                };
            };
        };
        /** @description A page: the link is not ours. */
        Answer404_574ba727: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description `webhook.unknown`: This address of a webhook is not in use. */
        Answer404_6f004988: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `tenant.unknown`: The tenant is not known. */
        Answer404_750fbbac: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `operation.unknown`: The operation is not known here. */
        Answer404_78841a97: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "operation.unknown";
                };
            };
        };
        /**
         * @description `conversation.unknown`: The conversation is not known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_7b2a8349: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `alert_target.unknown`: There is no such target of alerts.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_7d4bfd24: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.unknown" | "tenant.unknown";
                };
            };
        };
        /** @description `operation.unknown`: The operation is not known here. */
        Answer404_853fe8fc: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "operation.unknown";
                };
            };
        };
        /**
         * @description `answer.file_unknown`: The file was not handed over, or is kept no longer.
         *
         *     `conversation.unknown`: The conversation is not known in this tenant.
         *
         *     `integration.unknown`: The integration is not known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_899456e2: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.file_unknown" | "conversation.unknown" | "integration.unknown" | "tenant.unknown";
                };
            };
        };
        /**
         * @description `answer.unknown`: The conversation has no such answer.
         *
         *     `conversation.unknown`: The conversation is not known in this tenant.
         *
         *     `integration.unknown`: The integration is not known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_8b3a8edc: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.unknown" | "conversation.unknown" | "integration.unknown" | "tenant.unknown";
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
        Answer404_972e9cf1: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `route.unknown`: There is nothing at this address. */
        Answer404_ae404121: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `integration.unknown`: The integration is not known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_b6d0ad2f: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `operation.unknown`: The operation is not known here.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_b77d6a28: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "operation.unknown" | "tenant.unknown";
                };
            };
        };
        /** @description `alert_target.unknown`: There is no such target of alerts. */
        Answer404_c8ee3998: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.unknown";
                };
            };
        };
        /**
         * @description `integration.unknown`: The integration is not known in this tenant.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_cc93c5d1: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `tenant.unknown`: The tenant is not known. */
        Answer404_ce512337: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `alert_target.unknown`: There is no such target of alerts.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_eaa8ec30: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.unknown" | "tenant.unknown";
                };
            };
        };
        /**
         * @description `operation.unknown`: The operation is not known here.
         *
         *     `tenant.unknown`: The tenant is not known.
         */
        Answer404_f49cc84a: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "operation.unknown" | "tenant.unknown";
                };
            };
        };
        /** @description `alert_delivery.unknown`: There is no such delivery of an alert. */
        Answer404_ff0a6562: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_delivery.unknown";
                };
            };
        };
        /**
         * @description `effect.not_editable`: The text of this write cannot be changed.
         *
         *     `effect.not_parked`: The write does not wait for a decision.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_11442b2c: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "effect.not_editable" | "effect.not_parked" | "idempotency.in_progress";
                };
            };
        };
        /** @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out. */
        Answer409_3c63084e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer409_41071149: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         *
         *     `integration.shop_connected`: Another integration of the tenant has this shop.
         */
        Answer409_4fd11cf0: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `command.refused`: This cannot be done in the present state.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_508e7046: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `answer.no_ticket`: The conversation has no ticket yet.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_57091dce: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.no_ticket" | "idempotency.in_progress";
                };
            };
        };
        /**
         * @description `answer.under_way`: The answer is on its way.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_58232a06: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.under_way" | "idempotency.in_progress";
                };
            };
        };
        /**
         * @description `effect.not_parked`: The write does not wait for a decision.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_5ba5ce57: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `tenant.shops_running`: Shops of the tenant are running. */
        Answer409_69128e87: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "tenant.shops_running";
                };
            };
        };
        /**
         * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         *
         *     `tenant.exists`: The tenant is connected already.
         */
        Answer409_6bb19bd4: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `integration.not_authenticated`: The integration is not authenticated.
         *
         *     `integration.shop_connected`: Another integration of the tenant has this shop.
         */
        Answer409_70670329: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `customer.not_outside`: The buyer was not left outside the CRM.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_717d9872: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `alert_target.too_many`: There are as many targets of alerts as there may be. */
        Answer409_7bb4cfc8: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.too_many";
                };
            };
        };
        /** @description `service.paused`: Nothing is written after a restore until it is confirmed. */
        Answer409_9d89e6ea: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         *
         *     `service.paused`: Nothing is written after a restore until it is confirmed.
         *
         *     `thulium.refused`: Thulium refuses the test ticket.
         */
        Answer409_b54d4d2e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `answer.files`: The files would not be taken. */
        Answer409_c389d3e5: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.files";
                };
            };
        };
        /**
         * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         *
         *     `operation.over`: The operation is over.
         */
        Answer409_cf1bc493: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "idempotency.in_progress" | "operation.over";
                };
            };
        };
        /**
         * @description `answer.buyer_waits`: The buyer waits, and would not see the answer.
         *
         *     `answer.files`: The files would not be taken.
         *
         *     `answer.length`: EmpikPlace takes no text of that length.
         *
         *     `answer.no_reader`: Whom the answer is for takes no part in the conversation.
         *
         *     `answer.no_ticket`: The conversation has no ticket yet.
         *
         *     `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         */
        Answer409_e0818e3e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "answer.buyer_waits" | "answer.files" | "answer.length" | "answer.no_reader" | "answer.no_ticket" | "idempotency.in_progress";
                };
            };
        };
        /**
         * @description `idempotency.in_progress`: The request with this Idempotency-Key is being carried out.
         *
         *     `operation.running`: An operation of this kind is under way on this scope.
         */
        Answer409_ef19719c: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "idempotency.in_progress" | "operation.running";
                };
            };
        };
        /** @description `alert_target.no_secret`: Alerts by e-mail are not signed, so there is no secret to change. */
        Answer409_f247ff7a: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "alert_target.no_secret";
                };
            };
        };
        /** @description A page: the link has expired, or the shop is no longer connected. */
        Answer410_09ed7d69: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description `tenant.deleted`: The tenant was deleted. */
        Answer410_21e2ea5e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "tenant.deleted";
                };
            };
        };
        /** @description `tenant.deleted`: The tenant was deleted. */
        Answer410_3b31bd55: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "tenant.deleted";
                };
            };
        };
        /** @description A page: the link was used or has expired. */
        Answer410_4b646893: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description A page: the link has expired. */
        Answer410_69fc4189: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description `launch_link.unusable`: The link opens nothing any more. */
        Answer410_82480e66: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description A page: the link has expired, or the conversation is no longer here. */
        Answer410_b5901872: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description `request.precondition_failed`: Others have changed it meanwhile. */
        Answer412_d76d4b73: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer413_bd3c55a4: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `request.too_large`: The body is too large. */
        Answer413_be13895d: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer415_3dd401d6: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `request.media_type`: The media type of the body is not known. */
        Answer415_45ee3ca5: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `credentials.not_accepted`: The other side does not accept the new credentials. */
        Answer422_313320cf: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "credentials.not_accepted";
                };
            };
        };
        /** @description `idempotency.key_reused`: The Idempotency-Key stands for another request. */
        Answer422_57e875db: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `idempotency.key_reused`: The Idempotency-Key stands for another request.
         *
         *     `operation.fits_nothing`: There is nothing that the operation could be about.
         */
        Answer422_ba742bc7: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "idempotency-replayed": components["headers"]["idempotency-replayed"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "idempotency.key_reused" | "operation.fits_nothing";
                };
            };
        };
        /** @description `request.rate_limited`: There were too many requests. */
        Answer429_61d6e55d: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `request.rate_limited`: There were too many requests. */
        Answer429_bf37c22c: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `changes.too_many_streams`: The tenant watches changes with too many streams.
         *
         *     `request.rate_limited`: There were too many requests.
         */
        Answer429_fffab66e: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        Answer500_28e2d938: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `credentials.unreadable`: The stored credentials cannot be opened.
         *
         *     `internal.unexpected`: Something unexpected went wrong.
         */
        Answer500_45ee04e6: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
         * @description `credentials.unreadable`: The stored credentials cannot be opened.
         *
         *     `internal.unexpected`: Something unexpected went wrong.
         */
        Answer500_94d6413f: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `internal.unexpected`: Something unexpected went wrong. */
        Answer500_b290024a: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /** @description `internal.unexpected`: Something unexpected went wrong. */
        Answer500_e539f53b: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
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
        Answer503_143876f3: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `database.unavailable`: The database is away.
         *
         *     `service.overloaded`: The service has more to do than it can.
         */
        Answer503_1fef0226: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `database.unavailable`: The database is away.
         *
         *     `log.unreadable`: This version of the service cannot read what a newer one recorded.
         *
         *     `service.overloaded`: The service has more to do than it can.
         */
        Answer503_392454b0: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /**
                     * @description Which of them.
                     * @enum {string}
                     */
                    code?: "database.unavailable" | "log.unreadable" | "service.overloaded";
                };
            };
        };
        /**
         * @description `database.unavailable`: The database is away.
         *
         *     `service.overloaded`: The service has more to do than it can.
         */
        Answer503_48074c24: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description A page: the database cannot be reached.
         *
         *     `service.overloaded`: The service has more to do than it can.
         */
        Answer503_545d586c: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `changes.no_room`: This process has too many open streams.
         *
         *     `database.unavailable`: The database is away.
         *
         *     `service.overloaded`: The service has more to do than it can.
         *
         *     `service.stopping`: The service is stopping.
         */
        Answer503_9e388e6f: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `service.not_ready`: The service is not ready.
         *
         *     `service.stopping`: The service is stopping.
         */
        Answer503_a5cfb294: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
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
        /**
         * @description A page: EmpikPlace or the database cannot be reached.
         *
         *     `service.overloaded`: The service has more to do than it can.
         */
        Answer503_bedf7b9a: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `database.unavailable`: The database is away.
         *
         *     `service.overloaded`: The service has more to do than it can.
         *
         *     `thulium.unavailable`: Thulium does not answer properly.
         *
         *     `write.contention`: Others were changing the same thing all the time.
         */
        Answer503_caa83899: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
        /**
         * @description `database.unavailable`: The database is away.
         *
         *     `service.overloaded`: The service has more to do than it can.
         *
         *     `write.contention`: Others were changing the same thing all the time.
         */
        Answer503_fea8925d: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "api-version": components["headers"]["api-version"];
                "retry-after": components["headers"]["retry-after"];
                ratelimit: components["headers"]["ratelimit"];
                "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Finds the request in the log: the caller’s own id, or a new one. */
        "x-request-id": string;
        /** @description Version of the contract that the answer follows. */
        "api-version": string;
        /** @description For `if-none-match`, and where it is strong for `if-match`. */
        etag: string;
        /** @description Seconds after which to try again. */
        "retry-after": string;
        /** @description Where to go on: the operation that was asked for, or the page to look at. */
        location: string;
        /** @description What is left of each limit, where the operator sets limits. */
        ratelimit: string;
        /** @description The limits, where the operator sets them. */
        "ratelimit-policy": string;
        /** @description To be saved, and as what. */
        "content-disposition": string;
        /** @description How to say who one is (RFC 6750). */
        "www-authenticate": string;
        /** @description `true` for the kept answer of an earlier request with this key. */
        "idempotency-replayed": string;
    };
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
                    "x-request-id": components["headers"]["x-request-id"];
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
            403: components["responses"]["Answer403_84a7dace"];
            500: components["responses"]["Answer500_e539f53b"];
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
                    "x-request-id": components["headers"]["x-request-id"];
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
            403: components["responses"]["Answer403_84a7dace"];
            500: components["responses"]["Answer500_e539f53b"];
            503: components["responses"]["Answer503_a5cfb294"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example connector_effects{state="parked"} 2 */
                    "text/plain": string;
                };
            };
            401: components["responses"]["Answer401_c5bbf0c4"];
            403: components["responses"]["Answer403_84a7dace"];
            500: components["responses"]["Answer500_e539f53b"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            403: components["responses"]["Answer403_11310d49"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_143876f3"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            403: components["responses"]["Answer403_11310d49"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_143876f3"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Answer400_c6534a74"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_ae404121"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_143876f3"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            403: components["responses"]["Answer403_11310d49"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_48074c24"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                        scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                             * @example ect_a1b2
                             */
                            prefix: string;
                            /**
                             * @description What it allows.
                             * @example [
                             *       "status:read"
                             *     ]
                             */
                            scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                            /**
                             * @description Id of the key that made it; null for one made by a command.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            madeBy: string | null;
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
                             * @description Id of the key that was revoked, where this one ended because it had been made with it.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            revokedWith: string | null;
                        }[];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Dashboard",
                 *       "scopes": [
                 *         "status:read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example Dashboard
                     */
                    name: string;
                    /**
                     * Format: date-time
                     * @description When it ends; without it, when the key that makes it ends, or never.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    expiresAt?: string;
                    /**
                     * @description What it allows.
                     * @example [
                     *       "status:read"
                     *     ]
                     */
                    scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                         * @example ect_a1b2
                         */
                        prefix: string;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                        /**
                         * @description Id of the key that made it; null for one made by a command.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        madeBy: string | null;
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
                         * @description Id of the key that was revoked, where this one ended because it had been made with it.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        revokedWith: string | null;
                        /**
                         * @description The secret; keep it now.
                         * @example ect_a1b2c3
                         */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_bf82b572"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The keys that had been made with it, directly or by way of others, and ended with it. */
                        ended: {
                            /**
                             * @description Id of the key.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            keyId: string;
                            /**
                             * @description Whose it was; null for a key of the operator.
                             * @example demo-sklep
                             */
                            tenantId: string | null;
                            /**
                             * @description What it was for.
                             * @example Dashboard
                             */
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_31f040aa"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                             * @example ect_a1b2
                             */
                            prefix: string;
                            /**
                             * @description What it allows.
                             * @example [
                             *       "status:read"
                             *     ]
                             */
                            scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                            /**
                             * @description Id of the key that made it; null for one made by a command.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            madeBy: string | null;
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
                             * @description Id of the key that was revoked, where this one ended because it had been made with it.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            revokedWith: string | null;
                        }[];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    createOperatorKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Dashboard"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example Dashboard
                     */
                    name: string;
                    /**
                     * Format: date-time
                     * @description When it ends; without it, when the key that makes it ends, or never.
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                         * @example ect_a1b2
                         */
                        prefix: string;
                        /**
                         * @description What it allows.
                         * @example [
                         *       "status:read"
                         *     ]
                         */
                        scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                        /**
                         * @description Id of the key that made it; null for one made by a command.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        madeBy: string | null;
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
                         * @description Id of the key that was revoked, where this one ended because it had been made with it.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        revokedWith: string | null;
                        /**
                         * @description The secret; keep it now.
                         * @example ect_a1b2c3
                         */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_bf82b572"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The keys that had been made with it, directly or by way of others, and ended with it. */
                        ended: {
                            /**
                             * @description Id of the key.
                             * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                             */
                            keyId: string;
                            /**
                             * @description Whose it was; null for a key of the operator.
                             * @example demo-sklep
                             */
                            tenantId: string | null;
                            /**
                             * @description What it was for.
                             * @example Dashboard
                             */
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_159f9b1e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description What the one who follows the link may do; never more than the one who makes it.
                     * @default [
                     *       "status:read"
                     *     ]
                     */
                    scopes?: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin")[];
                    /**
                     * @description How long it works, in seconds; no longer than the key that makes it.
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Answer400_c6534a74"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_574ba727"];
            410: components["responses"]["Answer410_4b646893"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_48074c24"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                        scopes: ("config" | "status:read" | "conversations:read" | "operate" | "audit:read" | "admin" | "operator")[];
                    };
                };
            };
            400: components["responses"]["Answer400_cd0b598b"];
            403: components["responses"]["Answer403_11310d49"];
            410: components["responses"]["Answer410_82480e66"];
            413: components["responses"]["Answer413_bd3c55a4"];
            415: components["responses"]["Answer415_45ee3ca5"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_48074c24"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /**
                 * @description Only those at this level.
                 * @example failing
                 */
                level?: "ok" | "rebuilding" | "late" | "failing" | "stopped" | "credentials-rejected";
                /**
                 * @description Part of the id or of the name of a shop, or the number of a shop.
                 * @example sklep
                 */
                search?: string;
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
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By id. */
                        items: components["schemas"]["TenantOverview"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "apiUser": "connector",
                 *       "mailbox": "sklep@sklep.example",
                 *       "agentLogin": "empik.bot",
                 *       "threadField": "EmpikPlace wątek",
                 *       "system": "demo-sklep",
                 *       "apiPassword": "haslo-do-api"
                 *     }
                 */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            409: components["responses"]["Answer409_6bb19bd4"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only entries of this kind.
                 * @example conversation-read
                 */
                kind?: "tenant-connected" | "tenant-paused" | "tenant-resumed" | "tenant-deleted" | "settings-changed" | "credentials-replaced" | "webhook-changed" | "integration-added" | "integration-deleted" | "credentials-tried" | "started" | "stopped" | "write-retried" | "write-dismissed" | "reply-corrected" | "operation-requested" | "operation-cancelled" | "quarantine-retried" | "buyer-added" | "key-made" | "key-revoked" | "link-made" | "link-followed" | "conversations-listed" | "conversation-read" | "file-read" | "audit-read" | "alert-target-changed" | "alert-sent-again" | "buyer-exported" | "answer-written" | "answer-withdrawn" | "comment-written" | "file-handed-over";
                /**
                 * @description Only from then on.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since?: string;
                /**
                 * @description Only before then.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                until?: string;
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: components["schemas"]["AuditEntry"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listOperatorAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only entries of this kind.
                 * @example conversation-read
                 */
                kind?: "tenant-connected" | "tenant-paused" | "tenant-resumed" | "tenant-deleted" | "settings-changed" | "credentials-replaced" | "webhook-changed" | "integration-added" | "integration-deleted" | "credentials-tried" | "started" | "stopped" | "write-retried" | "write-dismissed" | "reply-corrected" | "operation-requested" | "operation-cancelled" | "quarantine-retried" | "buyer-added" | "key-made" | "key-revoked" | "link-made" | "link-followed" | "conversations-listed" | "conversation-read" | "file-read" | "audit-read" | "alert-target-changed" | "alert-sent-again" | "buyer-exported" | "answer-written" | "answer-withdrawn" | "comment-written" | "file-handed-over";
                /**
                 * @description Only from then on.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                since?: string;
                /**
                 * @description Only before then.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                until?: string;
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
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: components["schemas"]["AuditEntry"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    pauseTenant: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Przerwa na prośbę sklepu"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for people; the tenant sees it in its status.
                     * @example Przerwa na prośbę sklepu
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseAnswer"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_ce512337"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    resumeTenant: {
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
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseAnswer"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_ce512337"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    deleteTenant: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedTenant"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            409: components["responses"]["Answer409_69128e87"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "apiUser": "connector",
                 *       "mailbox": "sklep@sklep.example",
                 *       "agentLogin": "empik.bot",
                 *       "threadField": "EmpikPlace wątek"
                 *     }
                 */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                        /** @description The new credentials are in use now: always true, since those that the other side does not accept are answered 422. */
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            412: components["responses"]["Answer412_d76d4b73"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_313320cf"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThuliumWebhook"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThuliumWebhook"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "user": "thulium",
                 *       "password": "haslo-webhooka"
                 *     }
                 */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_b09c111d"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            409: components["responses"]["Answer409_9d89e6ea"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            409: components["responses"]["Answer409_9d89e6ea"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "shopId": "37001",
                 *       "apiKey": "klucz-sklepu"
                 *     }
                 */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All of them, by id. */
                        items: components["schemas"]["Integration"][];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Sklep Pokazowy",
                 *       "shopId": "37001",
                 *       "customerField": "Empik ID",
                 *       "queueId": 7,
                 *       "categoryId": 12,
                 *       "apiKey": "klucz-sklepu"
                 *     }
                 */
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
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                         * A buyer who waits
                         * @description When the operator wrote last while the buyer waits for an answer: send to the buyer too, or hold the reply and ask in a comment. Files go to nobody then who was not named.
                         * @default include
                         * @enum {string}
                         */
                        waitingBuyer?: "include" | "hold";
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
                     * @description After that a conversation is marked as overdue: while EmpikPlace waits, or while no person has answered.
                     * @default 24
                     */
                    replyDueHours?: number;
                    /**
                     * Nightly reconciliation (% of conversations)
                     * @description How many conversations are compared with EmpikPlace and Thulium each night, at three calls each; 0: none. Empty: as many as the operator of the connector has set.
                     * @example 3
                     */
                    nightlyReconcilePercent?: number;
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_ce512337"];
            409: components["responses"]["Answer409_4fd11cf0"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationSettings"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Sklep Pokazowy",
                 *       "shopId": "37001",
                 *       "customerField": "Empik ID",
                 *       "queueId": 7,
                 *       "categoryId": 12
                 *     }
                 */
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
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                         * A buyer who waits
                         * @description When the operator wrote last while the buyer waits for an answer: send to the buyer too, or hold the reply and ask in a comment. Files go to nobody then who was not named.
                         * @default include
                         * @enum {string}
                         */
                        waitingBuyer?: "include" | "hold";
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
                     * @description After that a conversation is marked as overdue: while EmpikPlace waits, or while no person has answered.
                     * @default 24
                     */
                    replyDueHours?: number;
                    /**
                     * Nightly reconciliation (% of conversations)
                     * @description How many conversations are compared with EmpikPlace and Thulium each night, at three calls each; 0: none. Empty: as many as the operator of the connector has set.
                     * @example 3
                     */
                    nightlyReconcilePercent?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            409: components["responses"]["Answer409_70670329"];
            410: components["responses"]["Answer410_3b31bd55"];
            412: components["responses"]["Answer412_d76d4b73"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                            /** @description The access key of whoever asked the API for it; null where nobody did. */
                            by: {
                                /**
                                 * @description Id of the access key.
                                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                                 */
                                keyId: string;
                                /**
                                 * @description What the key was called then.
                                 * @example Panel sklepu
                                 */
                                name: string;
                            } | null;
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
                            what: "settings" | "empikplace-key-replaced" | "thulium-password-replaced" | "started" | "stopped" | "stopped-by-rejections" | "deleted" | "account-paused" | "account-resumed" | "account-deleted";
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "apiKey": "klucz-sklepu"
                 *     }
                 */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                        /** @description The new credentials are in use now: always true, since those that the other side does not accept are answered 422. */
                        stored: boolean;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_313320cf"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_cc93c5d1"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_cc93c5d1"];
            409: components["responses"]["Answer409_41071149"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_cc93c5d1"];
            409: components["responses"]["Answer409_508e7046"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationStatus"] | components["schemas"]["CompactIntegrationStatus"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantStatus"] | components["schemas"]["CompactTenantStatus"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The oldest first. */
                        items: components["schemas"]["QuarantinedStream"][];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_ce512337"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /** @example {} */
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
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_972e9cf1"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
        requestBody?: {
            content: {
                /** @example {} */
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
                            reason: "not-of-the-buyer" | "not-for-the-shop" | "no-ticket" | "before-start" | "answered" | "one-on-its-way";
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_972e9cf1"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_cc93c5d1"];
            409: components["responses"]["Answer409_b54d4d2e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_caa83899"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_4a0fc87e"];
            409: components["responses"]["Answer409_717d9872"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
                /** @description Only those in which EmpikPlace waits for the shop’s answer, or the customer for that of a person; or only the others. */
                waiting?: "true" | "false";
                /** @description Only those of buyers without a CRM record, or only the others. */
                outsideCrm?: "true" | "false";
                /**
                 * @description Only those of this buyer, of all shops.
                 * @example c-1000123
                 */
                customerId?: string;
                /** @description Only those in which the last message is from there. */
                lastAuthor?: "customer" | "seller" | "operator" | "unknown";
                /** @description Only those without a ticket, or whose ticket was open or closed when it was last looked at. */
                ticket?: "none" | "open" | "closed";
                /**
                 * @description Beginning of the order number, part of the buyer’s name, number of the ticket, or words of what was written: all of them must be there, in any message, without regard to case and marks; a longer word is taken for a beginning.
                 * @example 12345678
                 */
                search?: string;
                /**
                 * @description Only those of this integration.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId?: string;
                /** @description `changed`: the last change first; `due`: what is to be answered first, and last what nobody waits for. */
                sort?: "changed" | "due";
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of `sort`. */
                        items: components["schemas"]["Conversation"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    countConversations: {
        parameters: {
            query?: {
                /**
                 * @description Beginning of the order number, part of the buyer’s name, number of the ticket, or words of what was written: all of them must be there, in any message, without regard to case and marks; a longer word is taken for a beginning.
                 * @example 12345678
                 */
                search?: string;
                /**
                 * @description Only those of this integration.
                 * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                 */
                integrationId?: string;
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationCounts"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /**
                 * @description A moment that is not in the future.
                 * @example 2026-03-02T08:15:00.000Z
                 */
                at?: string;
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_7b2a8349"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    proveConversation: {
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
            /** @description The document, or the page. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationProof"];
                    "text/html": string;
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_7b2a8349"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_392454b0"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_fffab66e"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_9e388e6f"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    "content-disposition": components["headers"]["content-disposition"];
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
            400: components["responses"]["Answer400_c6534a74"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_1ca3a112"];
            410: components["responses"]["Answer410_69fc4189"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_bedf7b9a"];
        };
    };
    getIntegrationSeries: {
        parameters: {
            query: {
                /** @description What is counted: conversations begun, messages recorded (whoever wrote them), replies that agents wrote, `replies` that reached EmpikPlace, tickets created, writes that came to need a person. `delay-p50` and `delay-p95` are milliseconds: half, and 95 of 100, of the messages stood in their ticket this long after they were recorded. `calls-empikplace` and `calls-thulium`: the most requests that one process started within a minute, which is what the budget of `callBudget.perMinute` is about; that of Thulium is one of the whole account. */
                metric: "conversations" | "messages" | "replies-requested" | "replies" | "tickets" | "parked" | "delay-p50" | "delay-p95" | "calls-empikplace" | "calls-thulium";
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
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
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectResolution"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_12039837"];
            409: components["responses"]["Answer409_5ba5ce57"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
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
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description Why; sealed with the texts of the conversation, and gone with them.
                     * @example Klient dostał odpowiedź telefonicznie.
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectResolution"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_12039837"];
            409: components["responses"]["Answer409_5ba5ce57"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    editReply: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "text": "Dzień dobry, paczka jest w drodze."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What the buyer gets instead, footer included: 3 to 50 000 characters.
                     * @example Dzień dobry, paczka jest w drodze.
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectResolution"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_12039837"];
            409: components["responses"]["Answer409_11442b2c"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: components["schemas"]["Operation"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    requestOperation: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "rebuild"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `rebuild`: read models and ledger from the log; `verify`: the log itself; `reread`: EmpikPlace and Thulium, for what the log lacks; `retry` and `dismiss`: parked writes; `reconcile`: puts log, EmpikPlace and Thulium side by side; `refeed`: publishes events of the public feed again that were recorded since `since`; `erase`: the names and texts of a buyer, for good; `retention`: of those who have written nothing since `until`.
                     * @enum {string}
                     */
                    kind: "rebuild" | "verify" | "reread" | "retry" | "dismiss" | "reconcile" | "refeed" | "erase" | "retention";
                    /**
                     * Format: date-time
                     * @description Only what happened then or later: `reread` what changed, `retry` and `dismiss` what was parked, `reconcile` conversations that changed, `refeed` what was recorded.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    since?: string;
                    /**
                     * Format: date-time
                     * @description Only what happened before.
                     * @example 2026-03-02T10:15:00.000Z
                     */
                    until?: string;
                    /**
                     * @description Only writes of these kinds.
                     * @example [
                     *       "reply:send"
                     *     ]
                     */
                    effectKinds?: ("customer:link" | "customer:add" | "customer:name" | "ticket:create" | "ticket:update" | "ticket:reopen" | "message:mirror" | "comment:add" | "reply:send" | "auto-reply:send" | "auto-reply:mirror" | "attachment:relay" | "attachment:send")[];
                    /**
                     * @description Only writes parked with one of these codes.
                     * @example [
                     *       "effect.refused"
                     *     ]
                     */
                    codes?: string[];
                    /**
                     * @description Only this share of the conversations, drawn anew each time: `reconcile`.
                     * @example 0.05
                     */
                    share?: number;
                    /**
                     * @description Cure what is safe to cure: read again what the log lacks, and try parked writes again: `reconcile`.
                     * @example true
                     */
                    repair?: boolean;
                    /**
                     * @description Only tell what would be done.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description Why, for those who read the log later; no data of a buyer.
                     * @example EmpikPlace odrzucało odpowiedzi w niedzielę
                     */
                    reason?: string;
                    /**
                     * Format: uuid
                     * @description Only this integration.
                     * @example 5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11
                     */
                    integrationId?: string;
                    /**
                     * @description Only this conversation of the integration.
                     * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                     */
                    threadId?: string;
                    /**
                     * @description `erase`: this buyer, unless one conversation is named.
                     * @example 8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01
                     */
                    customerId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    location: components["headers"]["location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_4a0fc87e"];
            409: components["responses"]["Answer409_ef19719c"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_ba742bc7"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    getOperation: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b77d6a28"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings; all of them as a file where `accept` asks for `application/x-ndjson` or `text/csv`. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    "content-disposition": components["headers"]["content-disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order in which they were found. */
                        items: components["schemas"]["OperationFinding"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                    /** @example {"place":0,"what":"row-differs"} */
                    "application/x-ndjson": string;
                    /**
                     * @example place,what
                     *     0,row-differs
                     */
                    "text/csv": string;
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b77d6a28"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    cancelOperation: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_f49cc84a"];
            409: components["responses"]["Answer409_cf1bc493"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    listOperationsOfAll: {
        parameters: {
            query?: {
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
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: components["schemas"]["Operation"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    requestOperationOfAll: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "rebuild"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `rebuild`: read models and ledger from the log; `verify`: the log itself; `reread`: EmpikPlace and Thulium, for what the log lacks; `retry` and `dismiss`: parked writes; `reconcile`: puts log, EmpikPlace and Thulium side by side; `refeed`: publishes events of the public feed again that were recorded since `since`; `erase`: the names and texts of a buyer, for good; `retention`: of those who have written nothing since `until`.
                     * @enum {string}
                     */
                    kind: "rebuild" | "verify" | "reread" | "retry" | "dismiss" | "reconcile" | "refeed" | "erase" | "retention";
                    /**
                     * Format: date-time
                     * @description Only what happened then or later: `reread` what changed, `retry` and `dismiss` what was parked, `reconcile` conversations that changed, `refeed` what was recorded.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    since?: string;
                    /**
                     * Format: date-time
                     * @description Only what happened before.
                     * @example 2026-03-02T10:15:00.000Z
                     */
                    until?: string;
                    /**
                     * @description Only writes of these kinds.
                     * @example [
                     *       "reply:send"
                     *     ]
                     */
                    effectKinds?: ("customer:link" | "customer:add" | "customer:name" | "ticket:create" | "ticket:update" | "ticket:reopen" | "message:mirror" | "comment:add" | "reply:send" | "auto-reply:send" | "auto-reply:mirror" | "attachment:relay" | "attachment:send")[];
                    /**
                     * @description Only writes parked with one of these codes.
                     * @example [
                     *       "effect.refused"
                     *     ]
                     */
                    codes?: string[];
                    /**
                     * @description Only this share of the conversations, drawn anew each time: `reconcile`.
                     * @example 0.05
                     */
                    share?: number;
                    /**
                     * @description Cure what is safe to cure: read again what the log lacks, and try parked writes again: `reconcile`.
                     * @example true
                     */
                    repair?: boolean;
                    /**
                     * @description Only tell what would be done.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description Why, for those who read the log later; no data of a buyer.
                     * @example EmpikPlace odrzucało odpowiedzi w niedzielę
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    location: components["headers"]["location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            409: components["responses"]["Answer409_ef19719c"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    getOperationOfAll: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_78841a97"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listFindingsOfAll: {
        parameters: {
            query?: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings; all of them as a file where `accept` asks for `application/x-ndjson` or `text/csv`. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    "content-disposition": components["headers"]["content-disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order in which they were found. */
                        items: components["schemas"]["OperationFinding"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                    /** @example {"place":0,"what":"row-differs"} */
                    "application/x-ndjson": string;
                    /**
                     * @example place,what
                     *     0,row-differs
                     */
                    "text/csv": string;
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_78841a97"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    cancelOperationOfAll: {
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
                 * @description Id of the operation.
                 * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_853fe8fc"];
            409: components["responses"]["Answer409_cf1bc493"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    listAlertTargets: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The oldest first. */
                        items: components["schemas"]["AlertTarget"][];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    addAlertTarget: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "channel": "webhook",
                 *       "name": "Dyżur",
                 *       "address": "https://hooks.example.pl/empik"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How it is told.
                     * @example webhook
                     * @enum {string}
                     */
                    channel: "webhook" | "email";
                    /**
                     * @description Who or what it is, for people.
                     * @example Dyżur
                     */
                    name: string;
                    /**
                     * @description Address of the web hook, with https, or of a mailbox.
                     * @example https://hooks.example.pl/empik
                     */
                    address: string;
                    /**
                     * @description Language of e-mails; a web hook gets both.
                     * @default pl
                     * @example pl
                     * @enum {string}
                     */
                    language?: "pl" | "en";
                    /**
                     * @description Kinds of trouble that it is told of; empty for all.
                     * @default []
                     * @example [
                     *       "credentials-rejected",
                     *       "write-parked"
                     *     ]
                     */
                    kinds?: ("credentials-rejected" | "side-unreachable" | "write-parked" | "work-late" | "reply-overdue" | "field-missing" | "connector-fault" | "reconcile-found" | "target-disabled")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAlertTarget"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            409: components["responses"]["Answer409_7bb4cfc8"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    changeAlertTarget: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Dyżur",
                 *       "address": "https://hooks.example.pl/empik",
                 *       "language": "pl",
                 *       "kinds": [
                 *         "credentials-rejected",
                 *         "write-parked"
                 *       ],
                 *       "enabled": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who or what it is, for people.
                     * @example Dyżur
                     */
                    name: string;
                    /**
                     * @description Address of the web hook, with https, or of a mailbox.
                     * @example https://hooks.example.pl/empik
                     */
                    address: string;
                    /**
                     * @description Language of e-mails; a web hook gets both.
                     * @example pl
                     * @enum {string}
                     */
                    language: "pl" | "en";
                    /**
                     * @description Kinds of trouble that it is told of; empty for all.
                     * @example [
                     *       "credentials-rejected",
                     *       "write-parked"
                     *     ]
                     */
                    kinds: ("credentials-rejected" | "side-unreachable" | "write-parked" | "work-late" | "reply-overdue" | "field-missing" | "connector-fault" | "reconcile-found" | "target-disabled")[];
                    /**
                     * @description Whether it is told at all.
                     * @example true
                     */
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertTarget"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_7d4bfd24"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    removeAlertTarget: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_7d4bfd24"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    renewAlertSecret: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Signs what is sent there, by Standard Webhooks; keep it now, it is never answered again. Null for e-mail.
                         * @example whsec_c2VrcmV0LXBvd2lhZG9taWVuLWRvLXByb2JvdmFuaWE=
                         */
                        secret: string | null;
                        /**
                         * Format: date-time
                         * @description Until then the secret before signs too.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        oldUntil: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_7d4bfd24"];
            409: components["responses"]["Answer409_f247ff7a"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    testAlertTarget: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDelivery"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_eaa8ec30"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    replayAlerts: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-03-02T08:15:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Alerts since then that it has not taken are sent again.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are sent again; at most 1000 at a time.
                         * @example 12
                         */
                        deliveries: number;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_eaa8ec30"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listAlertDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /**
                 * @description Where to go on: `nextCursor` of the page before. What changes meanwhile may move between pages.
                 * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                 */
                cursor?: string;
                /**
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId?: string;
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By time. */
                        items: components["schemas"]["AlertDelivery"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    replayAlertDelivery: {
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
                 * @description Id of the delivery.
                 * @example 8c3a6f5e-1b2d-5c4f-9e8a-7d6c5b4a3f21
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDelivery"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_235ab559"];
            409: components["responses"]["Answer409_3c63084e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By time. */
                        items: components["schemas"]["Alert"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listAlertTargetsOfOperator: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The oldest first. */
                        items: components["schemas"]["AlertTarget"][];
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    addAlertTargetOfOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "channel": "webhook",
                 *       "name": "Dyżur",
                 *       "address": "https://hooks.example.pl/empik"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How it is told.
                     * @example webhook
                     * @enum {string}
                     */
                    channel: "webhook" | "email";
                    /**
                     * @description Who or what it is, for people.
                     * @example Dyżur
                     */
                    name: string;
                    /**
                     * @description Address of the web hook, with https, or of a mailbox.
                     * @example https://hooks.example.pl/empik
                     */
                    address: string;
                    /**
                     * @description Language of e-mails; a web hook gets both.
                     * @default pl
                     * @example pl
                     * @enum {string}
                     */
                    language?: "pl" | "en";
                    /**
                     * @description Kinds of trouble that it is told of; empty for all.
                     * @default []
                     * @example [
                     *       "credentials-rejected",
                     *       "write-parked"
                     *     ]
                     */
                    kinds?: ("credentials-rejected" | "side-unreachable" | "write-parked" | "work-late" | "reply-overdue" | "field-missing" | "connector-fault" | "reconcile-found" | "target-disabled")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAlertTarget"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            409: components["responses"]["Answer409_7bb4cfc8"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    changeAlertTargetOfOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Dyżur",
                 *       "address": "https://hooks.example.pl/empik",
                 *       "language": "pl",
                 *       "kinds": [
                 *         "credentials-rejected",
                 *         "write-parked"
                 *       ],
                 *       "enabled": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who or what it is, for people.
                     * @example Dyżur
                     */
                    name: string;
                    /**
                     * @description Address of the web hook, with https, or of a mailbox.
                     * @example https://hooks.example.pl/empik
                     */
                    address: string;
                    /**
                     * @description Language of e-mails; a web hook gets both.
                     * @example pl
                     * @enum {string}
                     */
                    language: "pl" | "en";
                    /**
                     * @description Kinds of trouble that it is told of; empty for all.
                     * @example [
                     *       "credentials-rejected",
                     *       "write-parked"
                     *     ]
                     */
                    kinds: ("credentials-rejected" | "side-unreachable" | "write-parked" | "work-late" | "reply-overdue" | "field-missing" | "connector-fault" | "reconcile-found" | "target-disabled")[];
                    /**
                     * @description Whether it is told at all.
                     * @example true
                     */
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertTarget"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_c8ee3998"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    removeAlertTargetOfOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_c8ee3998"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    renewAlertSecretOfOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Signs what is sent there, by Standard Webhooks; keep it now, it is never answered again. Null for e-mail.
                         * @example whsec_c2VrcmV0LXBvd2lhZG9taWVuLWRvLXByb2JvdmFuaWE=
                         */
                        secret: string | null;
                        /**
                         * Format: date-time
                         * @description Until then the secret before signs too.
                         * @example 2026-03-02T08:15:00.000Z
                         */
                        oldUntil: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_c8ee3998"];
            409: components["responses"]["Answer409_f247ff7a"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_94d6413f"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    testAlertTargetOfOperator: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDelivery"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_3d2069ff"];
            409: components["responses"]["Answer409_3c63084e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    replayAlertsOfOperator: {
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
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-03-02T08:15:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Alerts since then that it has not taken are sent again.
                     * @example 2026-03-02T08:15:00.000Z
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are sent again; at most 1000 at a time.
                         * @example 12
                         */
                        deliveries: number;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_3d2069ff"];
            409: components["responses"]["Answer409_3c63084e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listAlertDeliveriesOfOperator: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /**
                 * @description Where to go on: `nextCursor` of the page before. What changes meanwhile may move between pages.
                 * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                 */
                cursor?: string;
                /**
                 * @description Id of the target.
                 * @example 3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10
                 */
                targetId?: string;
            };
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By time. */
                        items: components["schemas"]["AlertDelivery"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    replayAlertDeliveryOfOperator: {
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
                 * @description Id of the delivery.
                 * @example 8c3a6f5e-1b2d-5c4f-9e8a-7d6c5b4a3f21
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDelivery"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_ff0a6562"];
            409: components["responses"]["Answer409_3c63084e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    listAlertsOfOperator: {
        parameters: {
            query?: {
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
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By time. */
                        items: components["schemas"]["Alert"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    getLogKeys: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
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
                             * @description Names the key in a head.
                             * @example 0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30
                             */
                            kid: string;
                            /**
                             * @description It signs.
                             * @constant
                             */
                            use: "sig";
                            /**
                             * @description The algorithm.
                             * @constant
                             */
                            alg: "EdDSA";
                        }[];
                    };
                };
            };
            403: components["responses"]["Answer403_11310d49"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_48074c24"];
        };
    };
    listLogHeads: {
        parameters: {
            query?: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        items: components["schemas"]["LogHead"][];
                        /**
                         * @description For the next page; null on the last one.
                         * @example WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd
                         */
                        nextCursor: string | null;
                    };
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    exportBuyer: {
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
                 * @description Id that EmpikPlace has given to the buyer.
                 * @example 8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01
                 */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyerExport"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_56c2e805"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    getRetention: {
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    etag: components["headers"]["etag"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            304: components["responses"]["Answer304_b16be01c"];
            400: components["responses"]["Answer400_38d63107"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    setRetention: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "months": 24
                 *     }
                 */
                "application/json": components["schemas"]["RetentionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_750fbbac"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    writeAnswer: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "to": "customer",
                 *       "text": "Dzień dobry, wysyłamy jutro."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who gets it: the buyer, the operator, or `everyone`, who are both.
                     * @enum {string}
                     */
                    to: "customer" | "operator" | "everyone";
                    /**
                     * @description What was written, without the footer.
                     * @example Dzień dobry, wysyłamy jutro.
                     */
                    text: string;
                    /**
                     * @description Files that were handed over before, in their order.
                     * @default []
                     * @example [
                     *       "0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42"
                     *     ]
                     */
                    files?: string[];
                    /**
                     * @description Whoever writes knows that the buyer waits for an answer and will not see this one.
                     * @default false
                     */
                    leaveBuyerOut?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerSent"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_899456e2"];
            409: components["responses"]["Answer409_e0818e3e"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    withdrawAnswer: {
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
                /**
                 * @description Id of the answer, as sending it gave.
                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                 */
                answerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Id of the answer, as sending it gave.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        answerId: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_8b3a8edc"];
            409: components["responses"]["Answer409_58232a06"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    previewAnswer: {
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
                /**
                 * @description Id of the conversation at EmpikPlace.
                 * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "text": "Dzień dobry, wysyłamy jutro."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who gets it: the buyer, the operator, or `everyone`, who are both.
                     * @enum {string}
                     */
                    to?: "customer" | "operator" | "everyone";
                    /**
                     * @description What was written, without the footer.
                     * @example Dzień dobry, wysyłamy jutro.
                     */
                    text: string;
                    /**
                     * @description Id of the newest message that its writer has seen.
                     * @example 9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45
                     */
                    read?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPreview"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_972e9cf1"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    handOverFile: {
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
                /**
                 * @description Id of the conversation at EmpikPlace.
                 * @example b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01
                 */
                threadId: string;
                /**
                 * @description Made by the caller: the same at every try.
                 * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "etykieta.pdf",
                 *       "contentType": "application/pdf",
                 *       "content": "JVBERi0xLjQ="
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Name of the file, with its ending.
                     * @example etykieta.pdf
                     */
                    name: string;
                    /**
                     * @description Type of its content.
                     * @example application/pdf
                     */
                    contentType: string;
                    /**
                     * Format: byte
                     * @description The file in base64, at most 10 MB of it.
                     * @example JVBERi0xLjQ=
                     */
                    content: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the caller: the same at every try.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        fileId: string;
                        /**
                         * @description Size of the file.
                         * @example 20480
                         */
                        bytes: number;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_972e9cf1"];
            409: components["responses"]["Answer409_c389d3e5"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    writeComment: {
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
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "text": "Zapytać magazyn, zanim odpiszemy."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The comment.
                     * @example Zapytać magazyn, zanim odpiszemy.
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Id of the comment.
                         * @example 0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42
                         */
                        commentId: string;
                    };
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_4a0fc87e"];
            409: components["responses"]["Answer409_57091dce"];
            410: components["responses"]["Answer410_21e2ea5e"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            422: components["responses"]["Answer422_57e875db"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_fea8925d"];
        };
    };
    previewRulesOnRecent: {
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
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
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
                             * @description States of EmpikPlace, e.g. "SHIPPED", at the moment the ticket is opened; of several orders one is enough.
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
                    "x-request-id": components["headers"]["x-request-id"];
                    "api-version": components["headers"]["api-version"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOnRecent"];
                };
            };
            400: components["responses"]["Answer400_c923646b"];
            401: components["responses"]["Answer401_76ab5407"];
            403: components["responses"]["Answer403_ce28490a"];
            404: components["responses"]["Answer404_b6d0ad2f"];
            410: components["responses"]["Answer410_3b31bd55"];
            413: components["responses"]["Answer413_be13895d"];
            415: components["responses"]["Answer415_3dd401d6"];
            429: components["responses"]["Answer429_61d6e55d"];
            500: components["responses"]["Answer500_28e2d938"];
            503: components["responses"]["Answer503_1fef0226"];
        };
    };
    showPanel: {
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
            /** @description The page. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Answer400_c6534a74"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_574ba727"];
            410: components["responses"]["Answer410_b5901872"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_545d586c"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_cd0b598b"];
            401: components["responses"]["Answer401_ee253d2f"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_6f004988"];
            413: components["responses"]["Answer413_bd3c55a4"];
            415: components["responses"]["Answer415_45ee3ca5"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_45ee04e6"];
            503: components["responses"]["Answer503_48074c24"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Answer400_c6534a74"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_574ba727"];
            410: components["responses"]["Answer410_09ed7d69"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_545d586c"];
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
                    "x-request-id": components["headers"]["x-request-id"];
                    ratelimit: components["headers"]["ratelimit"];
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    location: components["headers"]["location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Answer400_cd0b598b"];
            403: components["responses"]["Answer403_11310d49"];
            404: components["responses"]["Answer404_574ba727"];
            410: components["responses"]["Answer410_09ed7d69"];
            413: components["responses"]["Answer413_bd3c55a4"];
            415: components["responses"]["Answer415_45ee3ca5"];
            429: components["responses"]["Answer429_bf37c22c"];
            500: components["responses"]["Answer500_b290024a"];
            503: components["responses"]["Answer503_545d586c"];
        };
    };
}

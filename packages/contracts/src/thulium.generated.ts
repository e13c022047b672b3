/** Generated from packages/contracts/openapi/thulium.json. Do not edit: npm run generate. */

export interface paths {
    "/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets, last modified first. */
        get: operations["listTickets"];
        put?: never;
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket with all its messages, in no promised order. */
        get: operations["getTicket"];
        /** Absent and null fields stay as they are. */
        put: operations["updateTicket"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{id}/customer_response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a message of the customer. */
        post: operations["addCustomerResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{id}/agent_response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a message of an agent, and mails it to the ticket's from address. */
        post: operations["addAgentResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an internal comment. The name of its text field is not documented. */
        post: operations["addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustomers"];
        put?: never;
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomer"];
        put: operations["updateCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/temporary_files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a file for 24 hours. */
        post: operations["uploadTemporaryFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ticket_queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTicketQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ticket_categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTicketCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ticket_statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTicketStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answer holds passwords. */
        get: operations["listWebhooks"];
        put?: never;
        post: operations["createWebhook"];
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
        /** @description By the display name of the field. */
        CustomFields: {
            [key: string]: string | number | boolean | unknown[] | null;
        };
        /** @description The shape is not documented; these are the names tried. */
        Attachment: string | {
            attachment_id?: number | string | null;
            id?: number | string | null;
            filename?: string | null;
            name?: string | null;
            url?: string | null;
            link?: string | null;
            href?: string | null;
            token?: string | null;
            /** @description Base64. */
            content?: string | null;
            size?: number | string | null;
        };
        TicketMessage: {
            message_id: number | string;
            /** @description MAIL from the customer, REPLY to the customer, COMMENT. */
            type?: string | null;
            user_login?: string | null;
            /** @description Text of MAIL and REPLY. */
            body?: string | null;
            /** @description Text of a person's comment. */
            comment?: string | null;
            /** @description Text of a system entry. */
            system_comment?: string | null;
            /** @description Minute precision. */
            created_at?: string | null;
            attachments?: components["schemas"]["Attachment"][] | null;
        };
        Ticket: {
            ticket_id: number | string;
            from?: string | null;
            subject?: string | null;
            /** @description Seen on rows of lists. */
            source?: string | null;
            ticket_queue_id?: number | string | null;
            ticket_queue_name?: string | null;
            status_id?: number | string | null;
            substatus_id?: number | string | null;
            full_status_name?: string | null;
            category_id?: number | string | null;
            customer_id?: number | string | null;
            user_login?: string | null;
            created_at?: string | null;
            updated_at?: string | null;
            closed_at?: string | null;
            /** @description Not promised on rows of lists. */
            messages?: components["schemas"]["TicketMessage"][];
            /** @description Only when asked for; [] when empty. */
            custom_fields?: components["schemas"]["CustomFields"] | unknown[] | null;
        };
        TicketList: {
            /** @description All that match, whatever the limit. */
            count?: number | string | null;
            result: components["schemas"]["Ticket"][];
        };
        TicketInput: {
            /** @description A mailbox of the account. */
            to: string;
            subject: string;
            body: string;
            from?: string;
            /**
             * @description HTML or PLAIN. The defaults differ between operations, so it is always sent.
             * @enum {string}
             */
            body_type: "HTML" | "PLAIN";
            comment?: string;
            cc?: string[];
            /** @description Tokens of temporary files. */
            attachments?: string[];
            /** @description Documented: email, phone, sms, chat, www. */
            source?: string;
            /** @enum {string} */
            direction?: "in_behalf_of" | "out";
            customer_id?: number;
            user_login?: string;
            status_id?: number;
            substatus_id?: number;
            category_id?: number;
            ticket_queue_id?: number;
            tags?: string[];
            custom_fields?: components["schemas"]["CustomFields"];
        };
        TicketCreated: {
            ticket_id: number | string;
        };
        TicketUpdate: {
            user_login?: string;
            status_id?: number;
            substatus_id?: number;
            category_id?: number;
            ticket_queue_id?: number;
            tags?: string[];
            custom_fields?: components["schemas"]["CustomFields"];
        };
        CustomerResponseInput: {
            body: string;
            /**
             * @description HTML or PLAIN. The defaults differ between operations, so it is always sent.
             * @enum {string}
             */
            body_type: "HTML" | "PLAIN";
            /** @description Minute precision, taken for Europe/Warsaw. */
            date?: string;
            /** @description Not documented for this operation; may be ignored. */
            attachments?: string[];
        };
        AgentResponseInput: {
            body: string;
            /**
             * @description HTML or PLAIN. The defaults differ between operations, so it is always sent.
             * @enum {string}
             */
            body_type: "HTML" | "PLAIN";
            user_login: string;
            /** @description Minute precision, taken for Europe/Warsaw. */
            date?: string;
            /** @description Tokens of temporary files. */
            attachments?: string[];
        };
        CommentInput: {
            comment?: string;
            /** @description Tried when `comment` is refused. */
            body?: string;
            user_login?: string;
        };
        Customer: {
            customer_id: number | string;
            name?: string | null;
            surname?: string | null;
            email?: string | unknown[] | null;
            phone_number?: string | unknown[] | null;
            updated_at?: string | null;
            /** @description Only when asked for; [] when empty. */
            custom_fields?: components["schemas"]["CustomFields"] | unknown[] | null;
        };
        CustomerInput: {
            surname: string;
            name?: string;
            custom_fields?: components["schemas"]["CustomFields"];
            /** @description Writes fields that are read-only for people too. */
            fill_read_only_custom_fields?: boolean;
            email?: string;
            phone_number?: string;
            note?: string;
        };
        CustomerUpdate: {
            surname?: string;
            name?: string;
            custom_fields?: components["schemas"]["CustomFields"];
            /** @description Writes fields that are read-only for people too. */
            fill_read_only_custom_fields?: boolean;
            email?: string;
            phone_number?: string;
            note?: string;
        };
        CustomerCreated: {
            customer_id: number | string;
        };
        TemporaryFile: {
            filename?: string | null;
            token: string;
            size?: number | string | null;
        };
        /** @description A queue, category or status; the shape is not documented, these are the names tried. */
        DictionaryEntry: {
            id?: number | string | null;
            ticket_queue_id?: number | string | null;
            category_id?: number | string | null;
            status_id?: number | string | null;
            name?: string | null;
            substatuses?: components["schemas"]["DictionaryEntry"][];
            children?: components["schemas"]["DictionaryEntry"][];
            subcategories?: components["schemas"]["DictionaryEntry"][];
        };
        Agent: {
            login: string;
            name?: string | null;
            surname?: string | null;
            email?: string | null;
            active?: boolean | string | number | null;
        };
        WebhookInput: {
            actions: string[];
            /** Format: uri */
            subscription_url: string;
            http_auth_user?: string;
            http_auth_password?: string;
        };
        Webhook: {
            id: number | string;
            actions?: string[];
            subscription_url?: string;
        };
        Error: {
            request_id?: string | number | null;
            errors?: {
                message?: string | null;
                code?: number | string | null;
            }[];
        };
    };
    responses: {
        /** @description Anything but success; the codes are not documented. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTickets: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description Modified at this minute or later. */
                date_from?: string;
                date_to?: string;
                create_date_from?: string;
                create_date_to?: string;
                customer_id?: number;
                ticket_queue_id?: number;
                /** @description custom_fields[Name]=value; how values are matched is not documented. */
                custom_fields?: {
                    [key: string]: string;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketInput"];
            };
        };
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketCreated"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTicket: {
        parameters: {
            query?: {
                include_custom_fields?: boolean;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketUpdate"];
            };
        };
        responses: {
            /** @description Done. The body is empty or [] and means nothing. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    addCustomerResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerResponseInput"];
            };
        };
        responses: {
            /** @description Done. The body is empty or [] and means nothing. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    addAgentResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentResponseInput"];
            };
        };
        responses: {
            /** @description Done. The body is empty or [] and means nothing. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    addComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentInput"];
            };
        };
        responses: {
            /** @description Done. The body is empty or [] and means nothing. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description custom_fields[Name]=value; how values are matched is not documented. */
                custom_fields?: {
                    [key: string]: string;
                };
                include_custom_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["Customer"][];
                    } | {
                        data?: components["schemas"]["Customer"][];
                    } | {
                        items?: components["schemas"]["Customer"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerInput"];
            };
        };
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerCreated"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomer: {
        parameters: {
            query?: {
                include_custom_fields?: boolean;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerUpdate"];
            };
        };
        responses: {
            /** @description Done. The body is empty or [] and means nothing. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    uploadTemporaryFile: {
        parameters: {
            query: {
                filename: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryFile"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listTicketQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        data?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        items?: components["schemas"]["DictionaryEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listTicketCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        data?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        items?: components["schemas"]["DictionaryEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listTicketStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        data?: components["schemas"]["DictionaryEntry"][];
                    } | {
                        items?: components["schemas"]["DictionaryEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["Agent"][];
                    } | {
                        data?: components["schemas"]["Agent"][];
                    } | {
                        items?: components["schemas"]["Agent"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][] | {
                        count?: number | string | null;
                        result?: components["schemas"]["Webhook"][];
                    } | {
                        data?: components["schemas"]["Webhook"][];
                    } | {
                        items?: components["schemas"]["Webhook"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        responses: {
            /** @description Success; any 2xx counts. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}

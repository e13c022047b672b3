/** Generated from packages/contracts/openapi/empikplace.json. Do not edit: npm run generate. */

export interface paths {
    "/api/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the platform up? Only the status code matters. */
        get: operations["V01"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop of the key. Published ceiling: once a day. */
        get: operations["A01"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads changed since an instant, newest first. */
        get: operations["M11"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/threads/{thread_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One thread with all visible messages, in no promised order. */
        get: operations["M10"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/threads/{thread_id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply in a thread. Multipart always, also without files. */
        post: operations["M12"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/threads/{attachment_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an attachment. */
        get: operations["M13"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders by id. Unknown ids are missing from the answer. */
        get: operations["OR11"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a thread on an order. */
        post: operations["OR43"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reason codes that topics refer to. */
        get: operations["RE01"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the platform. */
        get: operations["PC01"];
        put?: never;
        post?: never;
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
        Topic: {
            /** @description FREE_TEXT or REASON_CODE; more may come. */
            type: string;
            /** @description The text, or a code to look up among the reasons. */
            value: string;
        };
        Entity: {
            /** @description MMP_ORDER, MMP_OFFER, SELLER_OPERATOR, MPS_ORDER or MPS_SERVICE; more may come. */
            type: string;
            id: string;
            /** @description For display only. */
            label?: string;
        };
        Participant: {
            /** @description CUSTOMER, SHOP or OPERATOR; more may come. */
            type: string;
            /** @description Never there for the operator. */
            id?: string;
            display_name?: string;
        };
        /** @description A sender has no id of its own. */
        Sender: {
            /** @description CUSTOMER_USER, SHOP_USER or OPERATOR_USER; more may come. */
            type: string;
            /** @description May be a login address of the seller's staff. */
            display_name?: string;
        };
        Attachment: {
            id: string;
            name?: string;
            /**
             * Format: int64
             * @description Taken for bytes; the unit is not documented.
             */
            size?: number;
        };
        Message: {
            id: string;
            /** @description Plain text or HTML; nothing says which. */
            body?: string;
            /** Format: date-time */
            date_created: string;
            from?: components["schemas"]["Sender"];
            to?: components["schemas"]["Participant"][];
            /** @description Absent when there is none. */
            attachments?: components["schemas"]["Attachment"][];
        };
        ThreadMetadata: {
            /**
             * Format: int32
             * @description Number of messages; whether hidden ones count is not documented.
             */
            total_count?: number;
            /** Format: date-time */
            last_message_date?: string;
            last_sender?: components["schemas"]["Sender"];
            /**
             * Format: date-time
             * @description Null once the shop has replied.
             */
            shop_reply_needed_since?: string | null;
        };
        Thread: {
            id: string;
            topic?: components["schemas"]["Topic"];
            entities?: components["schemas"]["Entity"][];
            /** @description Who may take part. */
            authorized_participants?: components["schemas"]["Participant"][];
            /** @description Who has sent or received a message. */
            current_participants?: components["schemas"]["Participant"][];
            /** Format: date-time */
            date_created: string;
            /** Format: date-time */
            date_updated: string;
            metadata?: components["schemas"]["ThreadMetadata"];
            /** @description In lists only when asked for, and then at most the last 100. */
            messages?: components["schemas"]["Message"][];
        };
        ThreadPage: {
            data: components["schemas"]["Thread"][];
            /** @description Absent on the last page. */
            next_page_token?: string;
            /** @description Absent on the first page. */
            previous_page_token?: string;
        };
        Recipient: {
            /** @description CUSTOMER, OPERATOR or SHOP. */
            type: string;
            /** @description May be left out; never given for the operator. */
            id?: string;
        };
        MessageInput: {
            body: string;
            to: components["schemas"]["Recipient"][];
            topic?: components["schemas"]["Topic"];
        };
        ThreadInput: {
            body: string;
            to: string[];
            topic: components["schemas"]["Topic"];
        };
        MessageCreated: {
            message_id: string;
            thread_id?: string;
        };
        Account: {
            /** Format: int64 */
            shop_id: number;
            shop_name?: string;
            /** @description OPEN, CLOSE, SUSPENDED or TERMINATED; more may come. */
            shop_state?: string;
            suspension_type?: string | null;
            currency_iso_code?: string;
            /** @description Average time to answer, in seconds. */
            order_messages_response_delay?: number | null;
        };
        OrderCustomer: {
            customer_id: string;
            firstname?: string;
            lastname?: string;
            locale?: string;
        };
        ProductMedia: {
            /** @description Relative to the platform's web address. */
            media_url?: string;
            mime_type?: string;
            /** @description SMALL, MEDIUM or LARGE. */
            type?: string;
        };
        OrderReferences: {
            order_reference_for_seller?: string;
            order_reference_for_customer?: string;
        };
        OrderLine: {
            order_line_id: string;
            order_line_index?: number;
            order_line_state?: string;
            product_title?: string;
            /** @description The marketplace's. */
            product_sku?: string;
            product_shop_sku?: string;
            /** Format: int64 */
            offer_id?: number;
            /** @description The seller's. */
            offer_sku?: string;
            quantity?: number;
            price_unit?: number;
            /** @description Of the line, without shipping. */
            price?: number;
            shipping_price?: number;
            total_price?: number;
            category_label?: string;
            product_medias?: components["schemas"]["ProductMedia"][];
        };
        Order: {
            order_id: string;
            /** @description Number of the customer's whole purchase. */
            commercial_id?: string;
            order_state?: string;
            /** Format: date-time */
            created_date?: string;
            /** Format: date-time */
            last_updated_date?: string;
            /** Format: date-time */
            shipping_deadline?: string | null;
            customer?: components["schemas"]["OrderCustomer"];
            currency_iso_code?: string;
            price?: number;
            shipping_price?: number;
            total_price?: number;
            has_customer_message?: boolean;
            has_incident?: boolean;
            has_invoice?: boolean;
            shipping_type_label?: string;
            shipping_company?: string;
            shipping_tracking?: string;
            shipping_tracking_url?: string;
            shipping_pudo_id?: string;
            references?: components["schemas"]["OrderReferences"];
            order_lines?: components["schemas"]["OrderLine"][];
        };
        OrderPage: {
            orders: components["schemas"]["Order"][];
            total_count?: number;
        };
        Reason: {
            code: string;
            label?: string;
            /** @description For thread topics: ORDER_MESSAGING. */
            type?: string;
            /** @description Whether the shop may use it. */
            is_shop_right?: boolean;
        };
        ReasonList: {
            reasons: components["schemas"]["Reason"][];
            total_count?: number;
        };
        PlatformConfiguration: {
            platform_name?: string;
            tenant_name?: string;
            timezone?: string;
        };
        /** @description Every shape of an error body that is known; a page of HTML is possible too. */
        Error: {
            message?: string;
            status?: number;
            code?: number | string;
            errors?: {
                code?: string | number;
                field?: string;
                message?: string;
            }[];
        };
    };
    responses: {
        /** @description Anything but success. 429 carries Retry-After, in seconds. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
        ShopId: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    V01: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    A01: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    M11: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
                /** @description Changed at this instant or after it. */
                updated_since?: string;
                /** @description Adds the last 100 messages of each thread. */
                with_messages?: boolean;
                limit?: number;
                /** @description From an earlier answer; with it every parameter besides shop_id is ignored. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    M10: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path: {
                thread_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    M12: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path: {
                thread_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    message_input: components["schemas"]["MessageInput"];
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageCreated"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    M13: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path: {
                /** @description An attachment's id, where a thread's id would stand. */
                attachment_id: string;
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
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    OR11: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
                /** @description At most 100 ids, separated by commas. */
                order_ids?: string;
                max?: number;
                offset?: number;
                locale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    OR43: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    thread_input: components["schemas"]["ThreadInput"];
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageCreated"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    RE01: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
                locale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    PC01: {
        parameters: {
            query: {
                /** @description Optional for the platform, never left out by us: without it a key of several shops silently reads the default one. */
                shop_id: components["parameters"]["ShopId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformConfiguration"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}

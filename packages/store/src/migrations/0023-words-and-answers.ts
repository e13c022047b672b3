import type { Migration } from '../migration.ts'

/** What is searched by words, and files that wait for the answer they were handed over with. */
export const migration: Migration = {
  rebuildsReadModels: true,
  sql: `
-- Words of what was written in a conversation, each event's on its own: without case and marks, which the database could not
-- take off by itself. A read model.
create table conversation_words (
  tenant_id       text not null,
  integration_id  text not null,
  thread_id       text not null,
  -- Of the event in the stream of the conversation.
  revision        int not null,
  words           text[] not null,
  primary key (tenant_id, integration_id, thread_id, revision)
);
create index conversation_words_found on conversation_words using gin (array_to_tsvector(words));

-- Row-level security lets only operators that leak nothing use an index, and none of full text is among them. So this runs as
-- the role of the workers, for the tenant that is set and for no other. Each query is one word or the beginning of one; a
-- conversation is found that has them all, wherever. The empty text keeps the planner from going through all rows of the tenant
-- by their key, each of which it would have to make a vector of.
create function conversations_with_words(queries text[]) returns table (integration_id text, thread_id text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.integration_id, w.thread_id
  from unnest(queries) as wanted (query)
  join conversation_words w on array_to_tsvector(w.words) @@ wanted.query::tsquery
  where w.tenant_id || '' = current_setting('app.tenant_id', true)
  group by w.integration_id, w.thread_id having count(distinct wanted.query) = cardinality(queries)
$$;
revoke all on function conversations_with_words(text[]) from public;
grant execute on function conversations_with_words(text[]) to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function conversations_with_words(text[]) owner to connector_worker;
revoke create on schema public from connector_worker;

-- Files of answers that were written in the console, until they are sent. The log holds no content of files.
create table answer_files (
  tenant_id       text not null,
  file_id         uuid not null,
  integration_id  text not null,
  thread_id       text not null,
  name            text not null,
  content_type    text not null,
  size            int not null,
  bytes           bytea not null,
  uploaded_at     timestamptz not null default now(),
  primary key (tenant_id, file_id)
);
create index answer_files_by_age on answer_files (tenant_id, uploaded_at);
create index answer_files_of_conversation on answer_files (tenant_id, integration_id, thread_id);

create index conversations_by_reply_needed on conversations (tenant_id, reply_needed_since) where reply_needed_since is not null;
`,
}

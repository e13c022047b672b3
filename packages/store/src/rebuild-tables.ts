import { readModels } from './read-models.ts'

/**
 * The tables in which read models are filled beside the live ones: of the same names and columns, so that the same statements
 * write them when `rebuild` comes first in the search path. They are made anew with every change of the schema and hold
 * nothing that is missed: a rebuild that was under way finds its mark gone and begins again. Only workers reach them.
 */
export const rebuildTables = `
do $$
declare name text;
begin
  create schema if not exists rebuild;
  foreach name in array array[${readModels.map((table) => `'${table}'`).join(', ')}] loop
    if to_regclass('public.' || name) is null then continue; end if;
    execute format('drop table if exists rebuild.%I', name);
    execute format('create table rebuild.%I (like public.%I including defaults including constraints including indexes)', name, name);
  end loop;
  -- The live one is in two parts, each with its own indexes, so its likeness has none.
  if to_regclass('rebuild.effects') is not null then
    create unique index if not exists effects_by_key on rebuild.effects (tenant_id, effect_key);
  end if;
  drop table if exists rebuild.filled_for;
  create table rebuild.filled_for (operation_id text not null);
  grant usage on schema rebuild to connector_worker;
  grant select, insert, update, delete, truncate on all tables in schema rebuild to connector_worker;
end $$;
`

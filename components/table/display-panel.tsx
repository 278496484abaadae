import { type Field, type ListState, listQuery, pageSizes, type Table } from '#lib/kernel/table'
import { Panel } from './panel.tsx'

/** Which columns a list shows, in which order, and how many rows at once. */
export function DisplayPanel<Row, Where>({ table, state }: { table: Table<Row, Where>; state: ListState }) {
  const fields = Object.entries<Field<Row, Where>>(table.fields).filter(
    ([, field]) => field.column !== 'file',
  )
  const [head, ...others] = fields
  const sort = `${state.sort.descending ? '-' : ''}${state.sort.key}`
  return (
    <Panel label="Display" icon="columns" stateKey={listQuery(table, state)}>
      <div className="display-row">
        <label htmlFor="display-sort">Sort by</label>
        <select name="sort" id="display-sort" className="control" defaultValue={sort}>
          {fields.flatMap(([key, field]) =>
            field.sort
              ? [
                  <option key={key} value={key}>
                    {field.label}
                  </option>,
                  <option key={`-${key}`} value={`-${key}`}>
                    {field.label}, reversed
                  </option>,
                ]
              : [],
          )}
        </select>
      </div>
      <div className="display-row">
        <label htmlFor="display-size">Rows on a page</label>
        <select name="size" id="display-size" className="control" defaultValue={state.size}>
          {pageSizes.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="filter-group">
        <legend>Columns besides {head?.[1].label.toLowerCase()}</legend>
        <input type="hidden" name="columns" value={head?.[0]} />
        {others.map(([key, field]) => (
          <label key={key} className="choice">
            <input type="checkbox" name="columns" value={key} defaultChecked={state.columns.includes(key)} />
            {field.label}
          </label>
        ))}
      </fieldset>
    </Panel>
  )
}

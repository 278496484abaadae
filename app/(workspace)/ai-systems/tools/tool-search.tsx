import { SearchField } from '#components/table/search-field'
import { ButtonLink, buttonClass } from '#components/ui/button'
import { count } from '#lib/base/text'

/** Looks for a tool by its name, vendor or purpose; works without script. */
export function ToolSearch({ path, words, total }: { path: string; words: string; total: number }) {
  return (
    <search>
      <form action={path} method="get" className="tool-search">
        <SearchField label="Find a tool" hint="Name, vendor or purpose" value={words} />
        <button type="submit" className={buttonClass({})}>
          Search
        </button>
        {words ? <ButtonLink href={path}>Show all</ButtonLink> : null}
      </form>
      {words ? (
        <p role="status" className="pt-3">
          {total === 0
            ? `No tool here has “${words}” in its name, vendor or purpose. Please ask before you use it.`
            : `${count(total, 'tool')} with “${words}”.`}
        </p>
      ) : null}
    </search>
  )
}

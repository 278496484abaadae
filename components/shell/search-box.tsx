import { Icon } from '../ui/icon.tsx'

/** The quick search of the top bar: a GET form whose answer page reads `q`. */
export function SearchBox({
  action,
  label,
  defaultValue,
}: {
  action: string
  label: string
  defaultValue?: string | undefined
}) {
  return (
    <form action={action} className="searchbox">
      <Icon name="search" />
      <input
        className="control"
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={defaultValue}
        autoComplete="off"
      />
    </form>
  )
}

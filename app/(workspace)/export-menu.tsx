import { Menu, MenuLine, MenuLink } from '#components/ui/menu'

/** What a register's list gives out: the rows and columns it shows now, or all that an import takes back. */
export function ExportMenu({
  kind,
  query,
  comesBack = true,
}: {
  kind: string
  query: string
  /** Whether the register takes files in again. */
  comesBack?: boolean
}) {
  const to = (more: string) => `/export/${kind}${query ? `${query}&` : '?'}${more}`
  return (
    <Menu label="Export" icon="download">
      <p className="menu-group">What the list shows</p>
      <MenuLink href={to('format=xlsx')}>Excel (XLSX)</MenuLink>
      <MenuLink href={to('format=csv')}>CSV</MenuLink>
      <MenuLine />
      <p className="menu-group">
        {comesBack ? 'With all fields, to change and import again' : 'With all fields'}
      </p>
      <MenuLink href={to('format=xlsx&all=yes')}>Excel (XLSX), all fields</MenuLink>
      <MenuLink href={to('format=csv&all=yes')}>CSV, all fields</MenuLink>
    </Menu>
  )
}

import { type FormAction, formProps } from '../form/action.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Theme, ThemeSwitch } from './theme.tsx'

/** Who is signed in, as the top bar shows it; `role` in words ("Compliance officer"). */
export type ShellPerson = { name: string; role: string; email?: string | undefined }

/** The menu of the person who is signed in: who that is, the theme, the account, and the way out. */
export function PersonMenu({
  person,
  theme,
  themeAction,
  signOutAction,
  accountHref,
}: {
  person: ShellPerson
  theme: Theme
  themeAction: FormAction
  signOutAction: FormAction
  accountHref: string
}) {
  return (
    <>
      <button type="button" className="btn person-button" popoverTarget="person-menu">
        <Icon name="person" />
        <span className="person-name">{person.name}</span>
        <span className="sr-only"> and account</span>
        <Icon name="chevronDown" className="person-chevron" />
      </button>
      <div className="menu" id="person-menu" popover="auto">
        <div className="person-card">
          <p className="font-medium">{person.name}</p>
          <p className="text-muted">{person.role}</p>
          {person.email ? <p className="text-muted wrap-anywhere">{person.email}</p> : null}
        </div>
        <hr />
        <ThemeSwitch theme={theme} action={themeAction} />
        <hr />
        <a className="menu-item" href={accountHref}>
          <Icon name="key" /> Your account
        </a>
        <form {...formProps(signOutAction)}>
          <button type="submit" className="menu-item">
            <Icon name="signOut" /> Sign out
          </button>
        </form>
      </div>
    </>
  )
}

import { type FormAction, formProps } from '../form/action.tsx'
import { Icon } from '../ui/icon.tsx'

export type Theme = 'system' | 'light' | 'dark'

/** Name of the cookie that keeps a person's theme; the root layout writes it into `<html data-theme>`. */
export const THEME_COOKIE = 'theme'

/** The theme a cookie or form names; anything unknown is 'system'. */
export function parseTheme(value: unknown): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Three buttons that post `theme`; works without script. */
export function ThemeSwitch({ theme, action }: { theme: Theme; action: FormAction }) {
  return (
    <form {...formProps(action)} className="theme-switch">
      <p id="theme-label">
        <Icon name="sun" /> Theme
      </p>
      <div className="segments segments-small" role="group" aria-labelledby="theme-label">
        {themes.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            className="segment"
            name="theme"
            value={value}
            aria-pressed={theme === value}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  )
}

import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'

/** The body of a lesson. `fileHref`: where a file that it names is. */
export function LessonBody({ body, fileHref }: { body: string; fileHref: (id: string) => string }) {
  return <div className="lesson-body">{drawn(lexer(body), fileHref)}</div>
}

function drawn(tokens: readonly Token[], fileHref: (id: string) => string): ReactNode {
  return tokens.map((token, place) => {
    const inside = 'tokens' in token && token.tokens ? drawn(token.tokens, fileHref) : null
    const key = `${place}${token.raw.slice(0, 20)}`
    if (token.type === 'heading') return <h2 key={key}>{inside}</h2>
    if (token.type === 'paragraph') return <p key={key}>{inside}</p>
    if (token.type === 'strong') return <strong key={key}>{inside}</strong>
    if (token.type === 'blockquote') return <blockquote key={key}>{inside}</blockquote>
    if (token.type === 'image' && token.href.startsWith('file:'))
      return <img key={key} src={fileHref(token.href.slice(5))} alt={token.text} />
    if (token.type === 'list') {
      const items = (token as Tokens.List).items.map((item) => (
        <li key={item.raw}>{drawn(item.tokens, fileHref)}</li>
      ))
      return token.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
    }
    if (token.type === 'space') return null
    return <Fragment key={key}>{inside ?? ('text' in token ? String(token.text) : '')}</Fragment>
  })
}

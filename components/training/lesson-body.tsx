import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'

/** The body of a lesson. `fileHref`: where a file that it names is. */
export function LessonBody({ body, fileHref }: { body: string; fileHref: (id: string) => string }) {
  return <div className="lesson-body">{drawn(lexer(body), fileHref)}</div>
}

type Known =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Strong
  | Tokens.Blockquote
  | Tokens.Image
  | Tokens.List
  | Tokens.Space
  | Tokens.Text

function drawn(tokens: readonly Token[], fileHref: (id: string) => string): ReactNode {
  return (tokens as readonly Known[]).map((token, place) => {
    const key = `${place}${token.raw.slice(0, 20)}`
    if (token.type === 'space') return null
    if (token.type === 'image')
      return token.href.startsWith('file:') ? (
        <a key={key} href={fileHref(token.href.slice(5))}>
          {token.text}
        </a>
      ) : null
    if (token.type === 'list') {
      const items = token.items.map((item) => <li key={item.raw}>{drawn(item.tokens, fileHref)}</li>)
      return token.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
    }
    const inside = token.tokens ? drawn(token.tokens, fileHref) : token.raw
    if (token.type === 'heading') return <h2 key={key}>{inside}</h2>
    if (token.type === 'paragraph') return <p key={key}>{inside}</p>
    if (token.type === 'strong') return <strong key={key}>{inside}</strong>
    if (token.type === 'blockquote') return <blockquote key={key}>{inside}</blockquote>
    return <Fragment key={key}>{inside}</Fragment>
  })
}

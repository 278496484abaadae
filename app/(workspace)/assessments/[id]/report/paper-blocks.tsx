import { createElement, Fragment, type ReactNode } from 'react'
import {
  type Block,
  type Cell,
  type Facts,
  type Heading,
  paragraphsOf,
  type Run,
  runsOf,
  type Table,
  type Words,
} from '#lib/base/paper'

/** Things in an order that never changes, and so without keys. */
const inOrder = (nodes: readonly ReactNode[]) => createElement(Fragment, null, ...nodes)

/** Everything from one heading to the next of its level. */
interface Part {
  heading: Heading | null
  blocks: Block[]
}

function partsOf(blocks: readonly Block[], level: Heading['level']): Part[] {
  const parts: Part[] = [{ heading: null, blocks: [] }]
  for (const block of blocks)
    if (block.kind === 'heading' && block.level === level) parts.push({ heading: block, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  return parts.filter((part) => part.heading !== null || part.blocks.length > 0)
}

/** Blocks as a page shows them: what stands before the first section, the sections, and what each is divided into. */
export function PaperBlocks({ blocks }: { blocks: readonly Block[] }) {
  return inOrder(partsOf(blocks, 2).map(sectionOf))
}

function sectionOf({ heading, blocks }: Part): ReactNode {
  if (!heading) return <header className="report-head">{inOrder(blocks.map(blockOf))}</header>
  return (
    <section>
      <h2>{heading.text}</h2>
      {inOrder(partsOf(blocks, 3).map(subsectionOf))}
    </section>
  )
}

function subsectionOf({ heading, blocks }: Part): ReactNode {
  const own = inOrder(blocks.map(blockOf))
  if (!heading) return own
  return (
    <section>
      <h3>{heading.text}</h3>
      {own}
    </section>
  )
}

function blockOf(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h1>{block.text}</h1>
    case 'paragraph':
      return (
        <div className={block.look === 'soft' ? 'report-paragraph report-soft' : 'report-paragraph'}>
          {inOrder(paragraphsOf(block.words).map(paragraphOf))}
        </div>
      )
    case 'list':
      return <ul className="report-list">{inOrder(block.items.map(itemOf))}</ul>
    case 'facts':
      return <dl className="report-facts">{inOrder(block.facts.map(factOf))}</dl>
    case 'table':
      return tableOf(block)
    case 'page-break':
      return null
  }
}

const wordsOf = (words: Words) => inOrder(runsOf(words).map(runOf))
const paragraphOf = (words: Words) => <p>{wordsOf(words)}</p>
const itemOf = (words: Words) => <li>{wordsOf(words)}</li>
const lineOf = (words: Words) => <span className="report-line">{wordsOf(words)}</span>
const linesOf = (cell: Cell) => inOrder(paragraphsOf(cell).map(lineOf))

function runOf(run: Run): ReactNode {
  if (typeof run === 'string') return run
  if (run.look === 'strong') return <strong>{run.text}</strong>
  if (run.look === 'label') return <em>{run.text}</em>
  return <span className="report-soft">{run.text}</span>
}

function factOf({ label, value }: Facts['facts'][number]): ReactNode {
  if (value === '') return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function tableOf({ caption, columns, rows, rowHeads }: Table): ReactNode {
  const hasHead = columns.some(({ head }) => head !== '')
  return (
    <table>
      {caption ? <caption>{caption}</caption> : null}
      {hasHead ? (
        <thead>
          <tr>{inOrder(columns.map(columnHead))}</tr>
        </thead>
      ) : null}
      <tbody>{inOrder(rows.map((cells) => rowOf(cells, rowHeads === true)))}</tbody>
    </table>
  )
}

const columnHead = ({ head }: Table['columns'][number]) => <th scope="col">{head}</th>
const cellOf = (cell: Cell) => <td>{linesOf(cell)}</td>

function rowOf([first, ...rest]: readonly Cell[], hasHead: boolean): ReactNode {
  if (first === undefined) return null
  return (
    <tr>
      {hasHead ? <th scope="row">{linesOf(first)}</th> : cellOf(first)}
      {inOrder(rest.map(cellOf))}
    </tr>
  )
}

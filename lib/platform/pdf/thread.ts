import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from '#lib/base/paper'
import { drawPdf } from './draw.ts'

// What `makePdf` starts for one paper: it draws it, hands the bytes over and ends.

if (parentPort) {
  const bytes = await drawPdf(workerData as Paper)
  parentPort.postMessage(bytes, [bytes.buffer])
}

import { Worker } from 'node:worker_threads'

const INTERVAL_MS = 50

/**
 * Kills this very process as soon as it holds more than so many megabytes, buffers and
 * WebAssembly included. The watch is a thread: it sees a parser that never gives way.
 */
export function watchMemory(limitMb: number): void {
  const watch = `
    setInterval(() => {
      if (process.memoryUsage.rss() > ${limitMb * 1024 * 1024}) process.kill(process.pid, 'SIGKILL')
    }, ${INTERVAL_MS})`
  new Worker(watch, { eval: true, stdout: false, stderr: false }).unref()
}
